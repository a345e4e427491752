import type { DraftLine } from './checks/draftText';
import { draftText } from './checks/draftText';
import { hanNumber } from './checks/headingRules';

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
  /^(\d{1,2})[.．](?!\d)/,
  /^[（(](\d{1,2})[）)](?![、（(]|项(?!目))/,
];

function numberOf({ masked, contentStart }: DraftLine): SectionNumber | undefined {
  const content = masked.slice(contentStart);
  const bold = content.startsWith('**') ? 2 : 0;
  for (const [kind, pattern] of kinds.entries()) {
    const [match, digits] = pattern.exec(content.slice(bold)) ?? [];
    if (match === undefined || digits === undefined) continue;
    const value = /\d/.test(digits) ? Number(digits) : hanNumber(digits);
    return value > 0 ? { kind, value, column: contentStart + bold + match.indexOf(digits), digits } : undefined;
  }
  return undefined;
}

/** What stands behind the last section and belongs to none: closing formula, attachments, signature, date, 抄送. */
const closing =
  /^(?:附件(?:\s?\d{0,2}$|[：:])|附[：:]|附表|抄送|特此(?:通知|通报|报告|函告|函复|请示|批复|公告|通告)|(?:妥否|当否|可否)，|以上(?:请示|报告|意见)|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)/;
const isDate = (text: string): boolean => /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(text);

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
    if (!line.isProse) continue;
    const content = line.masked.slice(line.contentStart).trim();
    const number = numberOf(line);
    if (number || line.heading > 0) {
      const rank = line.heading || 7 + (number?.kind ?? 0);
      close(rank, at);
      const [title = content] = /^[^。]*(?=。.)/.exec(content) ?? [];
      const section = { title, line: at, endLine: lines.length, markdownLevel: line.heading, number, sections: [] };
      (open.at(-1)?.section.sections ?? roots).push(section);
      open.push({ rank, section });
    } else if (closing.test(content)) {
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
