import type { Library, LibraryChange } from '../../../src/library/library';

/** Titles in order. */
export const titles = (articles: LibraryChange['added']): string[] => articles.map(({ title }) => title);

/** Records the changes that a library tells, and lets a test wait for the next one. */
export function listen(library: Library): { changes: LibraryChange[]; next: () => Promise<LibraryChange> } {
  const changes: LibraryChange[] = [];
  let waiting: ((change: LibraryChange) => void)[] = [];
  library.onDidChange((change) => {
    changes.push(change);
    for (const resolve of waiting.splice(0)) resolve(change);
  });
  return { changes, next: () => new Promise((resolve) => (waiting = [...waiting, resolve])) };
}

/** A promise and what settles it. */
export function gate(): { readonly closed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { closed, open };
}

/** Resolves after everything that goes on by itself is done. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** A file with this title. */
export const page = (title: string, category = '讲话'): string =>
  `---\ntitle: ${title}\ncategory: ${category}\n---\n\n${title}正文`;
