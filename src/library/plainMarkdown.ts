import type { Heading } from './article';
import type { BodyParagraph } from './body';
import type { MarkdownSection } from './markdownSections';
import { joinedLines } from './joinedLines';
import { hasWords } from '../text/textLines';

/** What only a real parser reads: entities, line ends other than LF, what looks like a definition. */
const needsParser = /[\0\r\t\ufeff]|&[#\w]|!\[|```|~~~|^ *(?:\[|>)/m;
/** A comment of one line, which says nothing; any other HTML is for the parser. */
const comment = /^<!-- [^<>-]*-->$/;
/** Lines that may be rules or make a heading of the line above. */
const ruleLike = /^ *(?:(?:- *)+|(?:\* *)+|(?:_ *)+|=+ *)$/;
const heading = /^(#{1,6})(?: +([^ ].*)?|)$/;
/** Marks that change what a heading says. */
const inlineMarks = /[*_`[\]\\#!~]/;
/** An item of one line: its content begins with nothing that opens a block itself. */
const item = /^(?:[-+*]|(\d{1,9})[.)]) {1,4}(?![ #>+*_[-]|\d{1,9}[.)](?: |$))(?=\S)/;
/** Whatever else may open a list. */
const itemLike = /^ *(?:[-+*]|\d{1,9}[.)])(?: |$)/;

/**
 * Reads a section of Markdown that is plain prose with headings and lists of one-line items, as nearly all material is,
 * without a Markdown parser: twenty times as fast. Undefined for a section that has anything else. What it gives is what
 * `mdast-util-from-markdown` gives; CommonMark 0.31.2, sections 4.2, 4.8 and 5.2.
 */
export function plainMarkdown(
  text: string,
  { from, to, line: firstLine }: MarkdownSection,
): { readonly headings: readonly Heading[]; readonly blocks: readonly BodyParagraph[] } | undefined {
  if (needsParser.test(text.slice(from, to))) return undefined;
  const headings: Heading[] = [];
  const blocks: BodyParagraph[] = [];
  /** The paragraph that is open: offset of its first line, number of that, and whether it is an item. */
  let open: { readonly start: number; readonly line: number; readonly listItem: boolean } | undefined;
  let inList = false;
  const close = (end: number): void => {
    if (open && hasWords(text.slice(open.start, end))) {
      blocks.push(...joinedLines(text, open.start, end, open.line, open.listItem));
    }
    open = undefined;
  };
  for (let at = from, line = firstLine, next: number; at < to; at = next, line++) {
    const feed = text.indexOf('\n', at);
    next = feed < 0 || feed >= to ? to : feed + 1;
    const content = text.slice(at, feed < 0 || feed >= to ? to : feed);
    if (/^ *$/.test(content)) {
      close(at);
      continue;
    }
    if (comment.test(content)) {
      const alone = !open && /^ *(?:\n|$)/.test(text.slice(next, Math.min(to, next + 80)));
      if (!alone) return undefined;
      inList = false;
      continue;
    }
    if (ruleLike.test(content) || content.includes('<')) return undefined;
    const [, level, title = ''] = heading.exec(content) ?? [];
    if (level !== undefined) {
      if (inlineMarks.test(title)) return undefined;
      close(at);
      const words = title.trim().replace(/\s+/g, ' ');
      if (words) headings.push({ text: words, level: level.length, line });
      inList = false;
      continue;
    }
    if (/^ +#/.test(content)) return undefined;
    const found = item.exec(content);
    if (found) {
      // Only a list that begins with 1 may follow a paragraph without a blank line between.
      if (found[1] !== undefined && open && !open.listItem) return undefined;
      close(at);
      open = { start: at + found[0].length, line, listItem: true };
      inList = true;
    } else if (itemLike.test(content)) {
      return undefined;
    } else if (open?.listItem || (inList && content.startsWith(' '))) {
      // A line that goes on with an item, or a further paragraph of it.
      return undefined;
    } else if (!open) {
      open = { start: at, line, listItem: false };
      inList = false;
    }
  }
  close(to);
  return { headings, blocks };
}
