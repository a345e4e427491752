import { eachLimit } from '../base/eachLimit';
import type { Slice } from '../base/slices';
import type { StoredFile } from './articleStore';
import type { Problem } from './problem';
import type { ReadResult } from './readArticle';
import { readArticle } from './readArticle';
import type { ArticleSource, PackedSource, SourceFile } from './source';
import { isStored } from './storedArticle';

/** A place that holds articles. */
export type Source = ArticleSource | PackedSource;

/** A file that was read, or an article parsed beforehand, and the source that it belongs to. */
export interface LoadedFile extends ReadResult {
  readonly source: Source;
}

/** How a source is read. */
export interface SourceReading {
  /** Shared by all that is read at the same time. */
  readonly slice: Slice;
  /** What a file gave before. */
  readonly known: (uri: string) => LoadedFile | undefined;
  readonly trustStamps: boolean;
  /** Told how many files were listed, and after each that was read. */
  readonly listed: (files: number) => void;
  readonly done: (uri: string, file: LoadedFile) => void;
}

/** What a source holds. */
export interface SourceContents {
  readonly files: ReadonlyMap<string, LoadedFile>;
  readonly problems: readonly Problem[];
}

/** Files of one source that are read at a time: hides the latency of remote folders. */
export const readsAtATime = 8;

/** Reads all files of a source, a few at a time. Never rejects. */
export async function readSource(source: Source, reading: SourceReading): Promise<SourceContents> {
  if ('articles' in source) return readPacked(source);
  const { files: listed, failures } = await source.list();
  reading.listed(listed.length);
  const files = new Map<string, LoadedFile>();
  await eachLimit(listed, readsAtATime, async (file) => {
    const loaded = await readFileOf(source, file, reading);
    files.set(file.uri, loaded);
    reading.done(file.uri, loaded);
  });
  return { files, problems: failures.map(({ uri, reason }) => ({ uri, code: 'unreadable', detail: reason })) };
}

/** Reads what was parsed beforehand. Never rejects. */
export async function readPacked(source: PackedSource): Promise<SourceContents> {
  try {
    const articles = await source.articles();
    const files = articles.map((article) => [article.id, { article, problems: [], source }] as const);
    return { files: new Map(files), problems: [] };
  } catch (error) {
    return { files: new Map(), problems: [{ uri: source.uri, code: 'unreadable', detail: String(error) }] };
  }
}

/**
 * Reads one file; what it gave before is kept where it is still the same. Below another root the same file may have another
 * category, and of another kind of source another origin: then it is read anew.
 */
export async function readFileOf(
  source: ArticleSource,
  file: SourceFile,
  { slice, known, trustStamps }: Pick<SourceReading, 'slice' | 'known' | 'trustStamps'>,
): Promise<LoadedFile> {
  const last = known(file.uri);
  const before = last && isSamePlace(last.source, source) ? last : undefined;
  const result = await readArticle(source, file, { slice, known: before, trustStamp: trustStamps });
  return result === before && before.source === source ? before : { ...result, source };
}

const isSamePlace = (one: Source, other: ArticleSource): boolean =>
  one === other ||
  (!('articles' in one) && one.root !== undefined && one.root === other.root && one.origin === other.origin);

/** What is worth keeping of a file; undefined for one that could not be read or belongs to no lasting source. */
export function toStore(uri: string, file: LoadedFile | undefined): StoredFile | undefined {
  if (file?.stamp === undefined || file.hash === undefined) return undefined;
  const { source, article, problems, stamp, hash } = file;
  if ('articles' in source || source.root === undefined || (article && !isStored(article))) return undefined;
  return { uri, root: source.root, ...stamp, hash, article, problems };
}
