import type { ByteReader, ByteWriter } from '../../base/byteStream';
import type { Article } from '../../library/article';
import { wordStarts } from '../../text/wordStarts';
import type { PhraseEnds } from './phraseEnds';
import type { StoredRuns } from './textStore';
import { TextStore } from './textStore';

/** A concordance as plain data; positions are those of a store that holds nothing else. */
export interface ConcordanceTables {
  readonly runs: StoredRuns;
  /** First letters of pinyin, of the units in `runs`. */
  readonly initials: Uint8Array<ArrayBuffer>;
  readonly byText: Int32Array<ArrayBuffer>;
  readonly byInitials: Int32Array<ArrayBuffer>;
  readonly ends: readonly (PhraseEnds['counts'] extends Iterable<infer T> ? T : never)[];
  /** For each article where its runs lie, where each of its passages begins that has one, and the number of that passage. */
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly starts: Int32Array;
    readonly numbers: Int32Array;
  }[];
}

/** A concordance of some articles that was made beforehand. */
export interface PreparedConcordance {
  readonly articles: readonly Article[];
  readonly tables: ConcordanceTables;
}

/** Writes what `readConcordance` reads. */
export function writeConcordance(tables: ConcordanceTables, writer: ByteWriter): void {
  writeRuns(tables.runs, writer);
  writer.block(tables.initials);
  writePositions(tables.byText, writer);
  writePositions(tables.byInitials, writer);
  writer.text(tables.ends.map(([word]) => word).join('\n'));
  for (const [, { total, ends }] of tables.ends) {
    writer.number(total);
    writer.number(ends);
  }
  writer.number(tables.spans.length);
  for (const { start, end, starts, numbers } of tables.spans) {
    writer.number(start);
    writer.number(end);
    writePositions(starts, writer);
    writePositions(numbers, writer);
  }
}

/** Throws a RangeError where the bytes end too early. */
export function readConcordance(reader: ByteReader): ConcordanceTables {
  const runs = readRuns(reader);
  const initials = reader.block();
  const [byText, byInitials] = [readPositions(reader), readPositions(reader)];
  const words = reader.text().split('\n');
  const ends = words.map((word) => [word, { total: reader.number(), ends: reader.number() }] as const);
  const spans = Array.from({ length: reader.number() }, () => ({
    start: reader.number(),
    end: reader.number(),
    starts: readPositions(reader),
    numbers: readPositions(reader),
  }));
  return { runs, initials, byText, byInitials, ends, spans };
}

export function writeRuns({ codes, marks }: StoredRuns, writer: ByteWriter): void {
  writer.units(codes);
  writer.block(marks);
}

export const readRuns = (reader: ByteReader): StoredRuns => ({ codes: reader.units(), marks: reader.block() });

/** The lowest byte of each first, then the next of each, because the package packs that a quarter tighter. */
const byteShifts = [0, 8, 16, 24];

export function writePositions(positions: Int32Array, writer: ByteWriter): void {
  for (const shift of byteShifts) writer.block(Uint8Array.from(positions, (position) => position >>> shift));
}

export function readPositions(reader: ByteReader): Int32Array<ArrayBuffer> {
  const [low, ...others] = byteShifts.map(() => reader.block());
  const positions = Int32Array.from(low ?? []);
  for (const [place, bytes] of others.entries()) {
    const shift = byteShifts[place + 1] ?? 0;
    for (let at = 0; at < bytes.length; at++) positions[at] = (positions[at] ?? 0) | ((bytes[at] ?? 0) << shift);
  }
  return positions;
}

/** Of so many runs one is looked at: some hundred of the shipped texts, which takes some milliseconds. */
const runsPerSample = 64;

/**
 * Whether this host's segmenter finds the words that the tables have, as far as a sample of the runs tells. One with another
 * dictionary, or none, would segment a draft otherwise than the library.
 */
export function isSegmentedAsHere({ runs }: ConcordanceTables): boolean {
  const store = new TextStore();
  store.append(runs);
  let number = 0;
  for (let start = 1, end = start; start < store.size; start = end + 1) {
    end = runs.codes.indexOf(0, start - 1) + 1;
    // Every run has an end.
    if (end === 0) return false;
    if (number++ % runsPerSample !== 0) continue;
    const run = store.slice(start, end - start);
    const words = new Set(wordStarts(run));
    for (let at = 0; at < run.length; at++) if (store.isBoundary(start + at) !== words.has(at)) return false;
  }
  return true;
}
