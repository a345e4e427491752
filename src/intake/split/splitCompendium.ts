import type { Steps } from '../../base/slices';
import { skeletonOf } from '../../text/characters';
import { alikeTexts } from './alikeTitles';
import type { Contents } from './contents';
import { findContents } from './contents';
import type { ChangeLog } from '../clean/changeLog';
import type { Line } from '../../library/document';
import type { Compendium, Piece } from './pieces';
import { prefacePieces } from './preface';
import { longestTitleLine, statedPieces } from './titles';
import { splitByTitles } from './splitByTitles';

const linesPerStep = 500;

/** Most lines that a title was broken over. */
const titleLines = 3;
/** Splits a file into its articles by its table of contents, else by its titles; a single article stays whole. */
export function* splitCompendium(lines: readonly Line[], changes: ChangeLog): Steps<Compendium> {
  const contents = findContents(lines);
  const ofSections = contents !== undefined && (contents.sections || listsSections(contents));
  const places = contents && !ofSections ? yield* locate(lines, contents) : [];
  if (contents && places.length > 0) return withContents(lines, contents, places, changes);
  if (contents) {
    // A table of contents of the sections of one article, or one whose articles are all missing.
    const body = lines.slice(contents.end);
    const sections = ofSections || (yield* endingLines(contents, body)) > 0;
    if (sections || (body.length > 0 && contents.named)) {
      for (const { text } of lines.slice(contents.start, contents.end)) changes.remove('contents', text);
      const rest = [...lines.slice(0, contents.start), ...body];
      const missing = sections ? [] : contents.entries;
      return {
        ...(yield* splitByTitles(rest, changes)),
        contents: missing.length ? contents : undefined,
        missing,
      };
    }
  }
  return yield* splitByTitles(lines, changes);
}

/** Whether a table of contents lists the sections of one document, by their numbers: 1.1 编制目的, 第二章 职责. */
function listsSections({ entries }: Contents): boolean {
  const numbered = entries.filter(({ title }) =>
    /^(?:\d{1,2}(?:\.\d{1,2})+|第[一二三四五六七八九十百\d]{1,4}[编章节])/.test(title),
  );
  return numbered.length * 2 >= entries.length;
}

/** How many entries of a table of contents are the end of a line. Cost: lines times the lengths of entries. */
function* endingLines({ entries }: Contents, lines: readonly Line[]): Steps<number> {
  const wanted = new Set(entries.map(({ title }) => skeletonOf(title)));
  const lengths = new Set([...wanted].map(({ length }) => length));
  const found = new Set<string>();
  for (const [at, { text }] of lines.entries()) {
    if (at % linesPerStep === 0) yield;
    const skeleton = skeletonOf(text);
    for (const length of lengths) {
      const end = skeleton.slice(Math.max(0, skeleton.length - length));
      if (wanted.has(end)) found.add(end);
    }
  }
  return found.size;
}

interface Place {
  readonly entry: number;
  readonly start: number;
  /** Line after the title. */
  readonly end: number;
}

/** Where the entries of a table of contents begin; those that are nowhere are left out. */
function* locate(lines: readonly Line[], { entries, end }: Contents): Steps<readonly Place[]> {
  const starts = yield* titlesBySkeleton(lines, end);
  const taken = new Set<number>();
  const places: Place[] = [];
  const take = (entry: number, found: { start: number; end: number } | undefined): void => {
    if (!found) return;
    taken.add(found.start);
    places.push({ entry, ...found });
  };
  const isTaken = (start: number): boolean => taken.has(start);
  for (const [entry, { title }] of entries.entries()) {
    take(
      entry,
      starts.get(skeletonOf(title))?.find(({ start }) => !isTaken(start)),
    );
  }
  const found = new Set(places.map(({ entry }) => entry));
  const left = entries.flatMap(({ title }, entry) => (found.has(entry) ? [] : [{ entry, wanted: skeletonOf(title) }]));
  const alike = yield* alikeTexts(
    left.map(({ wanted }) => wanted),
    starts.keys(),
  );
  for (const { entry, wanted } of left) {
    const candidates = alike.get(wanted)?.flatMap((skeleton) => starts.get(skeleton) ?? []) ?? [];
    take(
      entry,
      candidates.find(({ start }) => !isTaken(start)),
    );
  }
  return places.sort((a, b) => a.start - b.start);
}

/** All lines, and all rows of up to three short lines, that could be a title. */
function* titlesBySkeleton(
  lines: readonly Line[],
  from: number,
): Steps<ReadonlyMap<string, { start: number; end: number }[]>> {
  const found = new Map<string, { start: number; end: number }[]>();
  for (let start = from; start < lines.length; start++) {
    if (start % linesPerStep === 0) yield;
    let text = '';
    for (let end = start + 1; end <= Math.min(start + titleLines, lines.length); end++) {
      const line = lines[end - 1];
      if (!line || line.text.length > longestTitleLine + 15 || (end > start + 1 && line.blanks > 1)) break;
      text += line.text;
      const skeleton = skeletonOf(text);
      const places = found.get(skeleton) ?? [];
      places.push({ start, end });
      found.set(skeleton, places);
    }
  }
  return found;
}

function withContents(
  lines: readonly Line[],
  contents: Contents,
  places: readonly Place[],
  changes: ChangeLog,
): Compendium {
  const { entries } = contents;
  for (const { text } of lines.slice(contents.start, contents.end)) changes.remove('contents', text);
  const headings = new Set(contents.categories.map(skeletonOf));
  const isCategoryLine = ({ text }: Line): boolean =>
    headings.has(skeletonOf(text.replace(/^[一二三四五六七八九十]{1,3}[、.．]\s*/, '')));
  const pieces: Piece[] = [];
  const before = lines.slice(contents.end, places[0]?.start ?? contents.end);
  pieces.push(...prefacePieces(lines.slice(0, contents.start), changes), ...prefacePieces(before, changes));
  for (const [index, place] of places.entries()) {
    const { title = '', category = '' } = entries[place.entry] ?? {};
    const end = places[index + 1]?.start ?? lines.length;
    for (const { text } of lines.slice(place.start, place.end)) changes.remove('title', text);
    const body = lines.slice(place.end, end);
    // The category of the next article stands at the end of this one.
    const last = body.at(-1);
    if (last && isCategoryLine(last)) changes.remove('contents', last.text);
    pieces.push({ title, category, lines: last && isCategoryLine(last) ? body.slice(0, -1) : body });
  }
  const located = new Set(places.map(({ entry }) => entry));
  return {
    pieces,
    contents,
    stated: statedPieces(lines.slice(0, contents.start)),
    missing: entries.filter((_, entry) => !located.has(entry)),
  };
}
