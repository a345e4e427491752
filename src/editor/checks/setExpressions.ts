import type { Disposable } from '../../base/event';
import { NearMissIndex } from '../../draft/checks/nearMissIndex';
import { phraseCategories } from '../../library/categories';
import type { Library } from '../../library/library';

/** The set expressions of the library, for drafts that miss one by a character; made anew when collections change. */
export class SetExpressions implements Disposable {
  private made: NearMissIndex | undefined;
  private readonly subscription: Disposable;

  constructor(private readonly library: Library) {
    this.subscription = library.onDidChange(({ added, removed }) => {
      if ([...added, ...removed].some(({ category }) => phraseCategories.has(category))) this.made = undefined;
      else this.made?.forget();
    });
  }

  /** The index, once the library is loaded. */
  index(): NearMissIndex {
    const { library } = this;
    function* texts(): Iterable<string> {
      for (const { text } of library.articles) yield text;
    }
    return (this.made ??= new NearMissIndex(expressionsOf(library), texts));
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

function* expressionsOf(library: Library): Iterable<string> {
  for (const { passages, category } of library.articles) {
    if (!phraseCategories.has(category)) continue;
    for (const { kind, text } of passages) if (kind === 'phrase') yield text;
  }
}
