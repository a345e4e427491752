import { applyEdits } from './checks/checkDraft';
import { hanNumber, hanNumeral } from './checks/headingRules';
import type { Edit } from './checks/rule';
import type { DraftSection, SectionNumber } from './outline';
import { draftSections, hanNumerals } from './outline';

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
  if (text.includes('\r')) return withReturns(text, (plain) => moveSection(plain, line, direction, languageId));
  const siblings = siblingsAround(draftSections(text, languageId), line);
  const at = siblings.findIndex((section) => section.line <= line && line < section.endLine);
  const [first, second] = direction === 'up' ? [siblings[at - 1], siblings[at]] : [siblings[at], siblings[at + 1]];
  // What stands between two sections, as a closing formula, parts them; so does a list that begins with 1 again.
  if (!first || first.endLine !== second?.line || listOf(first.number) !== listOf(second.number)) return undefined;
  if ((second.number?.kind ?? 0) >= 4 && second.number?.value === 1) return undefined;
  const lines = text.split('\n');
  // A number belongs to the place: else the first item of a list, moved down, would begin another.
  if (first.number && second.number) {
    lines[first.line] = withDigits(lines[first.line] ?? '', first.number, second.number.digits);
    lines[second.line] = withDigits(lines[second.line] ?? '', second.number, first.number.digits);
  }
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

/** Rearranges a text without its carriage returns, which belong to the place and not to the line. */
function withReturns(text: string, rearrange: (text: string) => Rearranged | undefined): Rearranged | undefined {
  const plain = text.replace(/\r$/gm, '');
  const returns = text.split('\n').map((line) => line.endsWith('\r'));
  const rearranged = rearrange(plain);
  if (!rearranged) return undefined;
  const after = applyEdits(plain, [rearranged.edit])
    .split('\n')
    .map((line, at) => (returns[at] ? `${line}\r` : line))
    .join('\n');
  return { ...rearranged, edit: difference(text, after) };
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
    const next = new Map<string, { value: number; end: number }>();
    for (const { number, line, endLine } of list) {
      if (!number) continue;
      const last = next.get(listOf(number));
      // 1. and （1） begin a new list where they start again; an attachment does for all.
      const anew =
        last && ((number.kind >= 4 && number.value === 1 && last.value > 1) || isAttachment(lines, last.end, line));
      const value = last && !anew ? last.value + 1 : around === undefined || !last ? 1 : number.value;
      next.set(listOf(number), { value, end: endLine });
      values.set(lineBefore(line), value);
      const digits = number.kind < 4 ? hanNumeral(value) : String(value);
      lines[line] = withDigits(lines[line] ?? '', number, digits);
    }
  }
  const parts = changedParts(draftSections(before, languageId), values);
  const renamed = (number: string): string => {
    const value = parts.get(hanNumber(number));
    return value === undefined ? number : hanNumeral(value);
  };
  // The parts between the two ends of a range may not be those that they were: that is the writer's to say.
  return lines
    .map((line) =>
      line.replace(references, (found) => (/[至到]/.test(found) ? found : found.replace(partNumber, renamed))),
    )
    .join('\n');
}

/** What numbers that count on have in common. */
const listOf = (number: SectionNumber | undefined): string => (number ? `${number.kind} ${number.list}` : '');

const withDigits = (line: string, { column, digits: old }: SectionNumber, digits: string): string =>
  line.slice(0, column) + digits + line.slice(column + old.length);

const isAttachment = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to).some((line) => /^[\s\u3000#*]*附件\s?\d{0,2}\**\s*$/.test(line));

/** 第三部分, 第二、三部分 */
const part = `第${hanNumerals}(?:、${hanNumerals})*部分`;
/** Parts of the draft that are named one after the other: 详见第三部分、第四部分. */
const references = new RegExp(
  `(?<=见|同|按照|根据|本(?:文|方案|意见|通知|报告|规划|规定|办法|纲要)|上述|前述)${part}(?:(?:、|，|和|及|与|或|以及|至|到)${part})*`,
  'g',
);
const partNumber = new RegExp(hanNumerals, 'g');

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
