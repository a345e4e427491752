import { eachLimit } from '../base/eachLimit';
import { readsAtATime } from './readSource';
import type { ArticleSource, SourceFile } from './source';

/** A file of a source that a watcher told about. */
interface ToldFile {
  readonly source: ArticleSource;
  readonly file: SourceFile;
}

/** A program that saves by renaming deletes and creates, told in either order or in part; what was moved on is no fault. */
export const isThere = ({ source, file }: ToldFile): Promise<boolean> =>
  source.stat(file.uri).then(Boolean, () => false);

/** Which of some files, told to be deleted, are gone indeed. */
export async function goneOf<T extends ToldFile>(told: readonly T[]): Promise<ReadonlySet<T>> {
  const gone = new Set<T>();
  for (const source of new Set(told.map((one) => one.source))) {
    const own = told.filter((one) => one.source === source);
    const there = await source.there?.(own.map(({ file }) => file.uri));
    await eachLimit(own, readsAtATime, async (one) => {
      if (!(there ? there.has(one.file.uri) : await isThere(one))) gone.add(one);
    });
  }
  return gone;
}
