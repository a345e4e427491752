import type { Article } from '../../library/article';
import type { Library } from '../../library/library';

/** How long a file that is new or was renamed may take to be read. */
const patience = 10_000;

/** The article with an id, once the library has it; undefined when it does not come. */
export function arrival(library: Library, id: string): Promise<Article | undefined> {
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(library.article(id));
    };
    const timer = setTimeout(settle, patience);
    const subscription = library.onDidChange(() => {
      if (library.article(id)) settle();
    });
    if (library.article(id)) settle();
  });
}
