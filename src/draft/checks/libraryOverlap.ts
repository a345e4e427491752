import type { Disposable } from '../../base/event';
import { finishInSlices } from '../../base/slices';
import type { Article } from '../../library/article';
import { collectionCategories, phraseCategories } from '../../library/categories';
import type { Library } from '../../library/library';
import type { BorrowedIndex } from './borrowedIndex';

/** Collections of phrases, quotes and formulas are there to be used: only articles can be borrowed from. */
const isCompared = ({ category }: Article): boolean =>
  !collectionCategories.has(category) && !phraseCategories.has(category);

/** The texts of the library that drafts are compared with, indexed when the first draft is checked and kept current. */
export class LibraryOverlap implements Disposable {
  private making: Promise<BorrowedIndex> | undefined;
  private readonly subscription: Disposable;

  constructor(private readonly library: Library) {
    this.subscription = library.onDidChange(({ added, removed }) => {
      void this.making?.then(async (index) => {
        for (const { id } of removed) index.remove(id);
        for (const article of added) if (isCompared(article)) index.add(article.id, article.text);
        await this.setFormulas(index);
      });
    });
  }

  /**
   * The index, which later changes of the library reach.
   * @param engine the code, loaded when the first draft is checked
   */
  index(engine: { readonly BorrowedIndex: new () => BorrowedIndex }): Promise<BorrowedIndex> {
    return (this.making ??= this.build(new engine.BorrowedIndex()));
  }

  private async build(index: BorrowedIndex): Promise<BorrowedIndex> {
    await this.library.load();
    await finishInSlices(index.addAll(this.library.articles.filter(isCompared)));
    await this.setFormulas(index);
    return index;
  }

  private async setFormulas(index: BorrowedIndex): Promise<void> {
    const collections = this.library.articles.filter(({ category }) => phraseCategories.has(category));
    const expressions = collections.flatMap(({ passages }) => passages.map(({ text }) => text));
    await finishInSlices(index.setFormulasInSteps(expressions));
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
