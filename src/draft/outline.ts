import type { Edit } from './checks/rule';
import type { DraftLine } from './checks/draftText';
import { draftText } from './checks/draftText';
import { hanNumber, hanNumeral } from './checks/headingRules';

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

const han = '[一二三四五六七八九十]{1,3}';
const kinds = [
  new RegExp(`^第(${han})(?:章|部分|编)(?=[\\s\\u3000：:、]|\\p{Script=Han})`, 'u'),
  new RegExp(`^第(${han})节(?=[\\s\\u3000：:、]|\\p{Script=Han})`, 'u'),
  new RegExp(`^(${han})、`),
  new RegExp(`^[（(](${han})[）)](?![、（(]|款|项(?!目))`),
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

/** A text with sections moved or renumbered. */
export interface Rearranged {
  /** The smallest edit that leads there. */
  readonly edit: Edit;
  /** Line on which the section that was moved began and now begins; 0 where none was. */
  readonly lineBefore: number;
  readonly line: number;
}

/**
 * Moves the section around a line up or down, past its neighbour on the same level, with all that is below it. The two sections
 * and their siblings are numbered anew, and references to them (详见第三部分) follow.
 * @param line zero-based
 * @returns undefined where there is no section or no neighbour
 */
export function moveSection(
  text: string,
  line: number,
  direction: 'up' | 'down',
  languageId?: string,
): Rearranged | undefined {
  const siblings = siblingsAround(draftSections(text, languageId), line);
  const at = siblings.findIndex((section) => section.line <= line && line < section.endLine);
  const [first, second] = direction === 'up' ? [siblings[at - 1], siblings[at]] : [siblings[at], siblings[at + 1]];
  // What stands between two sections, as a closing formula, parts them; so does a list that begins with 1 again.
  if (!first || first.endLine !== second?.line || first.number?.kind !== second.number?.kind) return undefined;
  if ((second.number?.kind ?? 0) >= 4 && second.number?.value === 1) return undefined;
  const lines = text.split('\n');
  const bodyEnd = (section: DraftSection): number => {
    let end = section.endLine;
    while (end > section.line + 1 && (lines[end - 1] ?? '').trim() === '') end--;
    return end;
  };
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
  const order = [
    ...range(0, first.line),
    ...range(second.line, bodyEnd(second)),
    ...range(bodyEnd(first), first.endLine),
    ...range(first.line, bodyEnd(first)),
    ...range(bodyEnd(second), lines.length),
  ];
  const lineBefore = siblings[at]?.line ?? 0;
  const movedLine = order.indexOf(lineBefore);
  const moved = order.map((index) => lines[index] ?? '');
  // A carriage return belongs to the place, not to the line.
  const changed = renumbered(moved.join('\n'), languageId, movedLine, (index) => order[index] ?? index, text);
  return { edit: difference(text, changed), lineBefore, line: movedLine };
}

/** Numbers all sections anew, each list from one on, and lets references follow where they are not ambiguous. */
export function renumberAll(text: string, languageId?: string): Rearranged {
  return {
    edit: difference(
      text,
      renumbered(text, languageId, undefined, (line) => line, text),
    ),
    lineBefore: 0,
    line: 0,
  };
}

/** The innermost list of sections that holds one around the line. */
function siblingsAround(sections: readonly DraftSection[], line: number): readonly DraftSection[] {
  const around = sections.find((section) => section.line <= line && line < section.endLine);
  const within = around && siblingsAround(around.sections, line);
  return within && within.length > 0 ? within : around ? sections : [];
}

/**
 * @param around line of a section of the list that is numbered anew; all lists if undefined
 * @param lineBefore where a line stood before
 * @param before the text in which references were right
 */
function renumbered(
  text: string,
  languageId: string | undefined,
  around: number | undefined,
  lineBefore: (line: number) => number,
  before: string,
): string {
  const sections = draftSections(text, languageId);
  const lists = around === undefined ? allLists(sections) : [siblingsAround(sections, around)];
  const lines = text.split('\n');
  const values = new Map<number, number>();
  for (const list of lists) {
    const next = new Map<number, { value: number; end: number }>();
    for (const { number, line, endLine } of list) {
      if (!number) continue;
      const last = next.get(number.kind);
      // 1. and （1） begin a new list where they start again; an attachment does for all.
      const anew =
        last && ((number.kind >= 4 && number.value === 1 && last.value > 1) || isAttachment(lines, last.end, line));
      const value = last && !anew ? last.value + 1 : around === undefined || !last ? 1 : number.value;
      next.set(number.kind, { value, end: endLine });
      values.set(lineBefore(line), value);
      const digits = number.kind < 4 ? hanNumeral(value) : String(value);
      const old = lines[line] ?? '';
      lines[line] = old.slice(0, number.column) + digits + old.slice(number.column + number.digits.length);
    }
  }
  const parts = changedParts(draftSections(before, languageId), values);
  return lines
    .map((line) =>
      line.replace(reference, (found, lead: string, number: string) => {
        const value = parts.get(hanNumber(number));
        return value === undefined ? found : `${lead}${hanNumeral(value)}部分`;
      }),
    )
    .join('\n');
}

const isAttachment = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to).some((line) => /^[\s\u3000#*]*附件\s?\d{0,2}\**\s*$/.test(line));

const reference = new RegExp(
  `((?:见|同|按照|根据|本(?:文|方案|意见|通知|报告|规划|规定|办法|纲要)|上述|前述)第)(${han})部分`,
  'g',
);

/** New numbers of the first-level parts by their old ones; without those of which there were two. */
function changedParts(
  sections: readonly DraftSection[],
  values: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const changed = new Map<number, number>();
  const twice = new Set<number>();
  for (const { number, line } of allLists(sections).flat()) {
    if (number?.kind !== 2 && number?.kind !== 0) continue;
    if (changed.has(number.value)) twice.add(number.value);
    changed.set(number.value, values.get(line) ?? number.value);
  }
  for (const value of twice) changed.delete(value);
  return changed;
}

const allLists = (sections: readonly DraftSection[]): readonly (readonly DraftSection[])[] => [
  sections,
  ...sections.flatMap((section) => allLists(section.sections)),
];

/** What lies between the common beginning and the common end of two texts. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}
