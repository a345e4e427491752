import type { DraftLine } from './checks/draftText';
import { draftText } from './checks/draftText';
import { ListNesting } from './checks/listNesting';
import type { SectionNumber } from './sectionNumber';
import { contentOf, itemBeforeDigit, sectionKind, sectionNumber } from './sectionNumber';
import { closing, tableOfContents } from './tableOfContents';

/** A section of a draft: a heading with what stands below it. Lines are zero-based. */
export interface DraftSection {
  /** What the heading says, with its number; of a run-in heading the first sentence. */
  readonly title: string;
  readonly line: number;
  /** Line after the section's last. */
  readonly endLine: number;
  /** Level of a Markdown heading, which editors list themselves; 0 for a line that is numbered only. */
  readonly markdownLevel: number;
  readonly number: SectionNumber | undefined;
  readonly sections: readonly DraftSection[];
}

/** What closes a text as a sentence of its own at the very end; further up it belongs to its section. */
const lastWords =
  /^(?:(?:以上|现)?[请望][^。]{0,40}|希望?[^。]{2,60}|(?:现予|此)[^。]{1,10}|本(?:通知|办法|规定|细则|意见|方案|制度|规则)(?:由|自)[^。]{2,60}|我的(?:讲话|发言|汇报)[^。]{0,10}|谢谢[^。]{0,6})[。！]$/;
const isDate = (text: string): boolean => /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(text);

/** Whether a line is the sentence that closes the text: behind it come nothing, attachments, a date with its signature. */
function isLastSentence(prose: readonly DraftLine[], at: number): boolean {
  const [content = '', next, afterNext] = prose.slice(at, at + 3).map(contentOf);
  if (!lastWords.test(content)) return false;
  if (next === undefined || closing.test(next)) return true;
  return next.length <= 25 && afterNext !== undefined && isDate(afterNext);
}

/** Follows the names behind 附件：1.… that stand on lines of their own, with what is left of a long name. */
class AttachmentList {
  /** Number of the last name; -1 outside a list. */
  private last = -1;

  /** @returns whether a line goes on with the list */
  holds(line: DraftLine, number: { readonly kind: number; readonly value: number } | undefined): boolean {
    const content = contentOf(line);
    const [start, first] = /^附件?(?:[：:][\s\u3000]*|(?=1[.．、]))(?:(\d{1,2})[.．、])?/.exec(content) ?? [];
    if (start !== undefined) {
      this.last = first === undefined ? (content === start ? 0 : -1) : Number(first);
      return false;
    }
    if (this.last < 0) return false;
    if (number?.kind === sectionKind.third && number.value === this.last + 1) this.last++;
    else if (number || line.heading > 0 || !/^[\s\u3000]/.test(line.text)) this.last = -1;
    return this.last > 0;
  }
}

interface Open {
  readonly rank: number;
  readonly section: { -readonly [K in keyof DraftSection]: DraftSection[K] } & { sections: DraftSection[] };
}

/**
 * The sections of a draft by 一、（一）1.（1）, 第一章 and Markdown's headings, nested. In Markdown numbered lines stand below the
 * heading that they follow. Linear in the text.
 * @param languageId `markdown`, or anything else for plain text
 */
export function draftSections(text: string, languageId = 'markdown'): readonly DraftSection[] {
  const { lines } = draftText(text, languageId);
  const prose = lines.filter(({ isProse }) => isProse);
  const places = new Map(prose.map((line, at) => [line, at]));
  const contents = tableOfContents(lines);
  const nesting = new ListNesting();
  const attachments = new AttachmentList();
  const roots: DraftSection[] = [];
  const open: Open[] = [];
  const close = (rank: number, line: number): void => {
    for (let last = open.at(-1); last && last.rank >= rank; last = open.at(-1)) {
      last.section.endLine = line;
      open.pop();
    }
  };
  let before = '';
  let lineBefore = 0;
  let third = 0;
  for (const [at, line] of lines.entries()) {
    const place = places.get(line);
    if (place === undefined || (contents && at >= contents.from && at < contents.to)) continue;
    const content = contentOf(line);
    const found = sectionNumber(line) ?? itemBeforeDigit(line, third);
    if (found?.kind === sectionKind.third) third = found.value;
    if (attachments.holds(line, found)) continue;
    if (!found) nesting.other(line);
    if (found || line.heading > 0) {
      const nested =
        found?.kind === sectionKind.fourth
          ? { depth: 0, list: 0 }
          : nesting.numbered(line, found?.kind === sectionKind.third ? found.value : undefined);
      const number = found && { ...found, ...nested };
      // A list within a list stands below its item, and above （1）.
      const rank = line.heading || 7 + (number ? number.kind + 1 - 1 / (1 + number.depth) : 0);
      close(rank, at);
      const [title = content] = /^[^。]*(?=。.)/.exec(content) ?? [];
      const section = { title, line: at, endLine: lines.length, markdownLevel: line.heading, number, sections: [] };
      (open.at(-1)?.section.sections ?? roots).push(section);
      open.push({ rank, section });
    } else if (closing.test(content) || isLastSentence(prose, place)) {
      // The signature above a date.
      const isSigned = isDate(content) && before.length <= 25 && !/[。；：]$/.test(before);
      const signature = lineBefore > (open.at(-1)?.section.line ?? 0) ? lineBefore : at;
      close(0, isSigned ? signature : at);
    }
    before = content;
    lineBefore = at;
  }
  return roots;
}
