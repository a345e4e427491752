// The tables of what ships with the extension, made by the build: of the first completion of a session it took two thirds to
// make them. The same tables come of the same articles in any host whose segmenter finds the same words.
import { ByteReader, ByteWriter } from '../../base/byteStream';
import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import type { Article } from '../../library/article';
import type { CollocationTables } from './collocations';
import { Collocations } from './collocations';
import { Concordance } from './concordance';
import type { ConcordanceTables } from './concordanceTables';
import {
  isSegmentedAsHere,
  readConcordance,
  readPositions,
  readRuns,
  writeConcordance,
  writePositions,
  writeRuns,
} from './concordanceTables';

/** Tables that are read instead of made. */
export interface PreparedTables {
  readonly collocations: CollocationTables;
  /** Of the articles in their order; undefined where they have to be made on this host. */
  readonly concordance: ConcordanceTables | undefined;
}

/**
 * Makes the tables as bytes that `readTables` takes.
 * @param collocations a table as `Collocations` reads it
 * @param key tells the articles from those of another build
 */
export function prepareTables(articles: readonly Article[], collocations: string, key: string): Uint8Array {
  const common = new Collocations();
  finish(common.load(collocations));
  const concordance = new Concordance();
  finish(concordance.update(new Set(), articles));
  const writer = new ByteWriter();
  const { runs, counts, sorted } = common.tables;
  writeRuns(runs, writer);
  writer.units(counts);
  writePositions(sorted, writer);
  writer.text(key);
  writeConcordance(concordance.tables, writer);
  return finish(writer.finish(0));
}

/**
 * Reads what `prepareTables` made, in steps; undefined when the bytes are damaged. The concordance is left out where it is of
 * other articles or this host would find other words in them.
 */
export function* readTables(bytes: Uint8Array, key: string): Steps<PreparedTables | undefined> {
  try {
    return yield* read(new ByteReader(bytes), key);
  } catch {
    // Everything can be made here; what is in common use is then not known.
    return undefined;
  }
}

function* read(reader: ByteReader, key: string): Steps<PreparedTables> {
  const collocations = { runs: readRuns(reader), counts: reader.units(), sorted: readPositions(reader) };
  yield;
  if (reader.text() !== key) return { collocations, concordance: undefined };
  const concordance = readConcordance(reader);
  if (!reader.atEnd) throw new RangeError('more than expected');
  yield;
  return { collocations, concordance: isSegmentedAsHere(concordance) ? concordance : undefined };
}
