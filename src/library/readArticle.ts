import { Checksum } from '../base/checksum';
import type { Slice } from '../base/slices';
import { finishInSlices } from '../base/slices';
import { decodeText, maximumBytes } from '../text/decodeText';
import type { Article } from './article';
import type { FileStamp } from './articleStore';
import type { Problem, ProblemCode } from './problem';
import type { ArticleSource, SourceFile } from './source';
import { storeArticle } from './storedArticle';

/** Milliseconds between two times that a file system can tell apart, at most. */
const coarsestTime = 3000;

/** What one file gave: an article, problems, or both. */
export interface ReadResult {
  readonly article?: Article | undefined;
  readonly problems: readonly Problem[];
  /** Of the file as it was read; absent where it could not be. */
  readonly stamp?: FileStamp;
  readonly hash?: string;
}

/** How a file is read. */
export interface ReadOptions {
  /** Shared by all that is read at the same time. */
  readonly slice: Slice;
  /** What the same file gave before: kept where its bytes are the same. */
  readonly known?: ReadResult | undefined;
  /** Whether a file with the same size and time is taken to be the same without reading it. */
  readonly trustStamp?: boolean;
}

/** Reads and parses one file in slices of time. Never rejects: what goes wrong is in `problems`. */
export async function readArticle(
  source: ArticleSource,
  file: SourceFile,
  { slice, known, trustStamp = false }: ReadOptions,
): Promise<ReadResult> {
  try {
    const stamp = await source.stat(file.uri);
    if (known && trustStamp && isSame(stamp, known.stamp)) return known;
    const fault = (code: ProblemCode, detail = ''): ReadResult => ({
      problems: [{ uri: file.uri, code, detail }],
      stamp,
    });
    if (stamp.size > maximumBytes) return fault('tooLarge', `${stamp.size} bytes`);
    const bytes = await source.read(file.uri);
    // The file may have grown in between, and not every host knows sizes.
    if (bytes.byteLength > maximumBytes) return fault('tooLarge', `${bytes.byteLength} bytes`);
    const hash = new Checksum().add(bytes).value;
    const lasting = settledStamp(stamp);
    if (known?.hash === hash) return { ...known, stamp: lasting };
    return { ...(await parse(source, file, bytes, slice)), stamp: lasting, hash };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { problems: [{ uri: file.uri, code: 'unreadable', detail }] };
  }
}

/** A host that does not know times gives 0: then only the contents tell. */
const isSame = (stamp: FileStamp, known: FileStamp | undefined): boolean =>
  stamp.mtime > 0 && stamp.mtime === known?.mtime && stamp.size === known.size;

/**
 * A file that was written just now may be written again without a new time, where times are coarse (two seconds on FAT):
 * its stamp must not be trusted later. Git does the same (“racy” entries).
 */
const settledStamp = (stamp: FileStamp): FileStamp =>
  Date.now() - stamp.mtime > coarsestTime ? stamp : { ...stamp, mtime: 0 };

async function parse(
  source: ArticleSource,
  file: SourceFile,
  bytes: Uint8Array,
  slice: Slice,
): Promise<Pick<ReadResult, 'article' | 'problems'>> {
  const fault = (code: ProblemCode): ReadResult => ({ problems: [{ uri: file.uri, code, detail: '' }] });
  const decoded = decodeText(bytes);
  if (!decoded) return fault('binary');
  if (!decoded.text.trim()) return fault('empty');
  // Loaded on first need: the parsers are a good part of the extension's code, and the shipped articles need none.
  const { articleSteps } = await import('./parseArticle');
  const steps = articleSteps({ ...file, origin: source.origin }, decoded.text);
  const { article, problems } = await finishInSlices(steps, slice);
  const stored = storeArticle(article);
  if (decoded.encoding !== 'gb18030' && decoded.encoding !== 'big5') return { article: stored, problems };
  return { article: stored, problems: [...problems, { uri: file.uri, code: 'encoding', detail: decoded.encoding }] };
}
