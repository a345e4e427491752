import type { Article, Origin } from './article';
import { articleOrder, merged } from './articleOrder';
import type { StoredFile } from './articleStore';
import type { Problem } from './problem';
import type { LoadedFile } from './readSource';
import { toStore } from './readSource';

/** Articles that came and went; a replaced article is in both lists. */
export interface LibraryChange {
  readonly added: readonly Article[];
  readonly removed: readonly Article[];
}

/** The files of a library by URI, and their articles in order. */
export class LoadedFiles {
  private files = new Map<string, LoadedFile>();
  private sorted: readonly Article[] | undefined;
  private lastSorted: readonly Article[] = [];

  get(uri: string): LoadedFile | undefined {
    return this.files.get(uri);
  }

  get problems(): readonly Problem[] {
    return [...this.files.values()].flatMap(({ problems }) => problems);
  }

  /** The same array until an article comes or goes. */
  articles(origins: readonly Origin[]): readonly Article[] {
    return (this.sorted ??= this.sort(origins));
  }

  /** What is worth keeping, in the order of the library, so that the next session need not sort. */
  stored(origins: readonly Origin[]): readonly StoredFile[] {
    const uris = new Set([...this.articles(origins).map(({ id }) => id), ...this.files.keys()]);
    return [...uris].flatMap((uri) => toStore(uri, this.files.get(uri)) ?? []);
  }

  /** Takes other files in the place of all. */
  replace(files: Map<string, LoadedFile>): LibraryChange {
    const before = this.files;
    this.files = files;
    const notIn = (some: Map<string, LoadedFile>, others: Map<string, LoadedFile>): readonly Article[] =>
      [...some].flatMap(([uri, { article }]) => (article && others.get(uri)?.article !== article ? [article] : []));
    return this.noted({ added: notIn(files, before), removed: notIn(before, files) });
  }

  /** Takes over some files; undefined in the place of one that is gone. */
  put(files: Iterable<readonly [uri: string, file: LoadedFile | undefined]>): LibraryChange {
    const [added, removed]: [Article[], Article[]] = [[], []];
    for (const [uri, file] of files) {
      const old = this.files.get(uri);
      if (file) this.files.set(uri, file);
      else this.files.delete(uri);
      if (file?.article === old?.article) continue;
      if (file?.article) added.push(file.article);
      if (old?.article) removed.push(old.article);
    }
    return this.noted({ added, removed });
  }

  private noted(change: LibraryChange): LibraryChange {
    if (change.added.length + change.removed.length > 0) this.sorted = undefined;
    return change;
  }

  /** What is still there stays where it was, and what is new is merged in. */
  private sort(origins: readonly Origin[]): readonly Article[] {
    const current = new Set([...this.files.values()].flatMap(({ article }) => article ?? []));
    const kept = this.lastSorted.filter((article) => current.delete(article));
    const compare = articleOrder(origins);
    return (this.lastSorted = current.size > 0 ? merged(kept, [...current].sort(compare), compare) : kept);
  }
}
