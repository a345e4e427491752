import { applyEdits } from './checks/checkDraft';
import type { Edit } from './checks/rule';
import type { DraftSection } from './outline';
import { draftSections } from './outline';
import { beginsAnew, listOf, renumbered, siblingsAround, withDigits } from './renumberSections';
import { sectionKind } from './sectionNumber';

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
 * and their siblings are numbered anew; references to them (详见第三部分) and the table of contents follow.
 * @param line zero-based
 * @returns undefined where there is no section or no neighbour
 */
export function moveSection(
  text: string,
  line: number,
  direction: 'up' | 'down',
  languageId?: string,
): Rearranged | undefined {
  if (text.includes('\r\n')) return withReturns(text, (plain) => moveSection(plain, line, direction, languageId));
  const siblings = siblingsAround(draftSections(text, languageId), line);
  const at = siblings.findIndex((section) => section.line <= line && line < section.endLine);
  const [first, second] = direction === 'up' ? [siblings[at - 1], siblings[at]] : [siblings[at], siblings[at + 1]];
  // What stands between two sections, as a closing formula, parts them; so does a list that begins with 1 again.
  if (!first || first.endLine !== second?.line || listOf(first.number) !== listOf(second.number)) return undefined;
  if ((second.number?.kind ?? 0) >= sectionKind.third && second.number?.value === 1) return undefined;
  if (beginsAnew(siblings, siblings.indexOf(second))) return undefined;
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
  const changed = renumbered(moved.join('\n'), {
    languageId,
    before: text,
    lineBefore: (index) => order[index] ?? index,
    moved: { line: movedLine, from: first.line, to: second.endLine },
  });
  return { edit: difference(text, changed), lineBefore, line: movedLine };
}

/**
 * Numbers all sections anew, each list from one on, or, where a level counts on below the next heading, on; references follow where
 * they are not ambiguous.
 */
export function renumberAll(text: string, languageId?: string): Rearranged {
  const changed = renumbered(text, { languageId, before: text, lineBefore: (line) => line });
  return { edit: difference(text, changed), lineBefore: 0, line: 0 };
}

/** Rearranges a text without its carriage returns, which belong to the place and not to the line. */
function withReturns(text: string, rearrange: (text: string) => Rearranged | undefined): Rearranged | undefined {
  const plain = text.replaceAll('\r\n', '\n');
  const lines = text.split('\n');
  const returns = lines.map((line, at) => line.endsWith('\r') && at < lines.length - 1);
  const rearranged = rearrange(plain);
  if (!rearranged) return undefined;
  const after = applyEdits(plain, [rearranged.edit])
    .split('\n')
    .map((line, at) => (returns[at] ? `${line}\r` : line))
    .join('\n');
  return { ...rearranged, edit: difference(text, after) };
}

/** What lies between the common beginning and the common end of two texts. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}
