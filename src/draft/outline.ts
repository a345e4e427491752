import type { DraftLine } from './checks/draftText';
import { draftText } from './checks/draftText';
import { hanNumber, thirdLevel } from './checks/headingRules';
import { ListNesting } from './checks/listNesting';

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

/** The number that a heading begins with. */
export interface SectionNumber {
  /** 0 for 第一章 and 第一部分, 1 for 第一节, 2 for 一、, 3 for （一）, 4 for 1., 5 for （1）. */
  readonly kind: number;
  readonly value: number;
  /** Of 1.: number of items 1. that it stands within. */
  readonly depth: number;
  /** Of 1.: items of a list have the same. */
  readonly list: number;
  /** UTF-16 column of the digits in the line, and the digits. */
  readonly column: number;
  readonly digits: string;
}

/** Numerals of headings, for regular expressions. */
export const hanNumerals = '[一二三四五六七八九十]{1,3}';
const kinds = [
  new RegExp(`^第(${hanNumerals})(?:章|部分|编)(?=[\\s\\u3000：:、]|\\p{Script=Han})`, 'u'),
  new RegExp(`^第(${hanNumerals})节(?=[\\s\\u3000：:、]|\\p{Script=Han})`, 'u'),
  new RegExp(`^(${hanNumerals})、`),
  new RegExp(`^[（(](${hanNumerals})[）)](?![、（(]|款|项(?!目))`),
  thirdLevel,
  /^[（(](\d{1,2})[）)](?![、（(]|项(?!目))/,
];

function numberOf({ masked, contentStart }: DraftLine): Omit<SectionNumber, 'depth' | 'list'> | undefined {
  const content = masked.slice(contentStart);
  for (const [kind, pattern] of kinds.entries()) {
    const [match, digits] = pattern.exec(content) ?? [];
    if (match === undefined || digits === undefined) continue;
    const value = /\d/.test(digits) ? Number(digits) : hanNumber(digits);
    return value > 0 ? { kind, value, column: contentStart + match.indexOf(digits), digits } : undefined;
  }
  return undefined;
}

const contentOf = ({ masked, contentStart }: DraftLine): string =>
  masked.slice(contentStart).replaceAll('**', '').trim();

/** What stands behind the last section and belongs to none: closing formula, attachments, signature, date, 抄送. */
const closing =
  /^(?:附件(?:\s?\d{0,2}$|[：:])|附[：:]|附表|抄送|特此(?:通知|通报|报告|函告|函复|请示|批复|公告|通告)|(?:妥否|当否|可否)，|以上(?:请示|报告|意见)|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)/;
/** The same as a sentence of its own at the very end; further up it belongs to its section. */
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

/**
 * The table of contents, which says the headings once before they come: from 目录 to where the number of its first entry stands
 * again, if between them is nothing but short lines.
 * @returns the first entry and the line of the text's first section, as places in `prose`; undefined for none
 */
function tableOfContents(prose: readonly DraftLine[]): { readonly from: number; readonly to: number } | undefined {
  const title = prose.findIndex((line) => /^目[\s\u3000]*[录次]$/.test(contentOf(line)));
  if (title < 0) return undefined;
  let first: { readonly at: number; readonly kind: number; readonly value: number } | undefined;
  for (let at = title + 1; at < prose.length; at++) {
    const line = prose[at];
    const number = line && numberOf(line);
    if (first && number?.kind === first.kind && number.value === first.value) return { from: first.at, to: at };
    const content = line ? contentOf(line) : '';
    if (content.length > 80 || /[。；！？：]$/.test(content) || closing.test(content)) return undefined;
    if (number && !first) first = { at, ...number };
  }
  return undefined;
}

/** Follows the names behind 附件：1.… that stand on lines of their own, with what is left of a long name. */
class AttachmentList {
  /** Number of the last name; -1 outside a list. */
  private last = -1;

  /** @returns whether a line goes on with the list */
  holds(line: DraftLine, number: { readonly kind: number; readonly value: number } | undefined): boolean {
    const content = contentOf(line);
    const [start, first] = /^附件?[：:][\s\u3000]*(?:(\d{1,2})[.．、])?/.exec(content) ?? [];
    if (start !== undefined) {
      this.last = first === undefined ? (content === start ? 0 : -1) : Number(first);
      return false;
    }
    if (this.last < 0) return false;
    if (number?.kind === 4 && number.value === this.last + 1) this.last++;
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
  const contents = tableOfContents(prose);
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
  for (const [at, line] of lines.entries()) {
    const place = places.get(line);
    if (place === undefined || (contents && place >= contents.from && place < contents.to)) continue;
    const content = contentOf(line);
    const found = numberOf(line);
    if (attachments.holds(line, found)) continue;
    if (!found) nesting.other(line);
    if (found || line.heading > 0) {
      const nested =
        found?.kind === 5 ? { depth: 0, list: 0 } : nesting.numbered(line, found?.kind === 4 ? found.value : undefined);
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
