import { draftText } from './checks/draftText';
import { hanNumeral } from './checks/hanNumerals';
import type { DraftSection } from './outline';
import { draftSections } from './outline';
import type { SectionNumber } from './sectionNumber';
import { sectionKind, sectionNumber } from './sectionNumber';
import { renamedReferences } from './sectionReferences';
import { contentsInOrder, tableOfContents } from './tableOfContents';

/** What a text was before its sections were moved, and what of it is numbered anew. */
export interface Renumbering {
  readonly languageId: string | undefined;
  /** The text in which references were right. */
  readonly before: string;
  /** Where a line stood there. */
  readonly lineBefore: (line: number) => number;
  /** Line of the section that was moved, and the lines of the two that have changed places; absent, all are numbered anew. */
  readonly moved?: { readonly line: number; readonly from: number; readonly to: number };
}

interface Last {
  readonly value: number;
  /** Line behind the section. */
  readonly end: number;
}

/** @returns the text with its sections numbered anew, with references and the table of contents */
export function renumbered(text: string, { languageId, before, lineBefore, moved }: Renumbering): string {
  const sections = draftSections(text, languageId);
  const sectionsBefore = draftSections(before, languageId);
  const { running, always } = runningKinds(sectionsBefore);
  const siblings = moved && siblingsAround(sections, moved.line);
  const within = allLists(sections).filter(
    ([first]) => !moved || (first !== undefined && first.line > moved.from && first.line < moved.to),
  );
  const lines = text.split('\n');
  const values = new Map<number, number>();
  /** Of each kind, the last number in the text, old and new. */
  const latest = new Map<number, Last & { readonly old: number }>();
  for (const list of siblings ? [siblings, ...within.filter((one) => one !== siblings)] : within) {
    const own = new Map<string, Last>();
    for (const [at, { number, line, endLine }] of list.entries()) {
      if (!number) continue;
      const { kind } = number;
      const isBelow = moved !== undefined && list !== siblings;
      if (isBelow && !(always.has(kind) && number.depth === 0)) continue;
      const last = own.get(listOf(number));
      const before = number.depth === 0 ? latest.get(kind) : undefined;
      const first = (): number => {
        if (isBelow) return before ? before.value + 1 : least(within, kind);
        if (moved) return number.value;
        if (last || !before || number.value === 1 || isAttachment(lines, before.end, line)) return 1;
        return number.value === before.old + 1 || running.has(kind) ? before.value + 1 : 1;
      };
      const anew = last && ((last.value > 1 && beginsAnew(list, at)) || isAttachment(lines, last.end, line));
      const value = last && !anew ? last.value + 1 : first();
      own.set(listOf(number), { value, end: endLine });
      if (number.depth === 0 && list !== siblings) latest.set(kind, { value, end: endLine, old: number.value });
      values.set(lineBefore(line), value);
      lines[line] = withDigits(lines[line] ?? '', number, digitsOf(value, kind));
    }
  }
  const lineNow = new Map(allLists(sections).flatMap((list) => list.map(({ line }) => [lineBefore(line), line])));
  renumberContents(lines, languageId, allSections(sectionsBefore), (line) => lineNow.get(line) ?? line, values);
  return renamedReferences(lines.join('\n'), allSections(sectionsBefore), values);
}

const digitsOf = (value: number, kind: number): string =>
  kind < sectionKind.third ? hanNumeral(value) : String(value);

/**
 * Kinds of numbers that count on below the next heading, as （一） to （二十五） do through all parts of many a document, and do so
 * mostly, or always.
 */
function runningKinds(sections: readonly DraftSection[]): {
  readonly running: ReadonlySet<number>;
  readonly always: ReadonlySet<number>;
} {
  const last = new Map<number, number>();
  const counts = new Map<number, { on: number; anew: number }>();
  for (const list of allLists(sections)) {
    const met = new Set<number>();
    for (const { number } of list) {
      if (!number || number.depth > 0) continue;
      const before = last.get(number.kind);
      const count = counts.get(number.kind) ?? { on: 0, anew: 0 };
      if (before !== undefined && number.value === 1) count.anew++;
      else if (!met.has(number.kind) && before !== undefined && number.value === before + 1) count.on++;
      met.add(number.kind);
      counts.set(number.kind, count);
      last.set(number.kind, number.value);
    }
  }
  const kinds = [...counts];
  return {
    running: new Set(kinds.filter(([, { on, anew }]) => on > anew).map(([kind]) => kind)),
    always: new Set(kinds.filter(([, { on, anew }]) => on > 0 && anew === 0).map(([kind]) => kind)),
  };
}

/**
 * Whether a list begins anew at a place: with 1 behind another list. Of headings （一） also 2 has to follow, for two that are
 * called the same are a slip.
 */
export function beginsAnew(sections: readonly DraftSection[], at: number): boolean {
  const number = sections[at]?.number;
  if (number?.value !== 1) return false;
  const isOne = (section: DraftSection | undefined): boolean => listOf(section?.number) === listOf(number);
  let [before, next] = [at - 1, at + 1];
  while (before >= 0 && !isOne(sections[before])) before--;
  while (next < sections.length && !isOne(sections[next])) next++;
  const isBehind = (sections[before]?.number?.value ?? 1) > 1;
  return isBehind && (number.kind >= sectionKind.third || sections[next]?.number?.value === 2);
}

/** The least number of a kind in lists that have one. */
const least = (lists: readonly (readonly DraftSection[])[], kind: number): number =>
  Math.min(...lists.flat().flatMap(({ number }) => (number?.kind === kind ? [number.value] : [])));

/** Lets the table of contents, if each of its numbers is that of a section, name the sections as they now stand. */
function renumberContents(
  lines: string[],
  languageId: string | undefined,
  before: readonly DraftSection[],
  lineNow: (line: number) => number,
  values: ReadonlyMap<number, number>,
): void {
  const draft = draftText(lines.join('\n'), languageId);
  const contents = tableOfContents(draft.lines);
  if (!contents) return;
  let from = 0;
  const entries = draft.lines.slice(contents.from, contents.to).map((line) => {
    const number = line.isProse ? sectionNumber(line) : undefined;
    if (!number) return { text: line.text };
    const at = before.findIndex(
      (one, place) => place >= from && one.number?.kind === number.kind && one.number.value === number.value,
    );
    from = at + 1;
    const section = before[at];
    if (!section) return undefined;
    const digits = digitsOf(values.get(section.line) ?? number.value, number.kind);
    return { text: withDigits(line.text, number, digits), line: lineNow(section.line) };
  });
  const known = entries.flatMap((entry) => entry ?? []);
  if (known.length < entries.length) return;
  lines.splice(contents.from, known.length, ...contentsInOrder(known));
}

/** The innermost list of sections that holds one around the line. */
export function siblingsAround(sections: readonly DraftSection[], line: number): readonly DraftSection[] {
  const around = sections.find((section) => section.line <= line && line < section.endLine);
  const within = around && siblingsAround(around.sections, line);
  return within && within.length > 0 ? within : around ? sections : [];
}

const allLists = (sections: readonly DraftSection[]): readonly (readonly DraftSection[])[] => [
  sections,
  ...sections.flatMap((section) => allLists(section.sections)),
];

const allSections = (sections: readonly DraftSection[]): readonly DraftSection[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections)]);

/** What numbers that count on have in common. */
export const listOf = (number: SectionNumber | undefined): string => (number ? `${number.kind} ${number.list}` : '');

/** A line with other digits in its number. */
export const withDigits = (
  line: string,
  { column, digits: old }: Pick<SectionNumber, 'column' | 'digits'>,
  digits: string,
): string => line.slice(0, column) + digits + line.slice(column + old.length);

const isAttachment = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to).some((line) => /^[\s\u3000#*]*附件\s?\d{0,2}\**\s*$/.test(line));
