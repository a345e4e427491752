import type { Steps } from '../base/slices';
import type { Postings } from '../search/index/flexSearch';
import type { TermLists } from '../search/index/termLists';
import { isIn } from '../search/ranking/terms';

/**
 * Which of a few texts hold which tokens, found out by looking into them: a query asks for some dozens of the ten thousand tokens that
 * a hundred passages have, so that lists of all of them would be most of what it costs.
 */
export class ScannedTerms implements TermLists {
  readonly isFull = false;
  readonly pairs = undefined;
  private readonly texts: { readonly id: number; readonly text: string }[] = [];
  private readonly known = new Map<string, readonly number[]>();

  add(id: number, text: string): void {
    this.texts.push({ id, text });
    this.known.clear();
  }

  *flush(): Steps<void> {
    // There are no lists to put it into.
  }

  postings(token: string): readonly Postings[] {
    const ids = this.holding(token);
    return ids.length > 0 ? [ids] : [];
  }

  documentFrequency(token: string): number {
    return this.holding(token).length;
  }

  *seal(renumber: (id: number) => number): Steps<TermLists> {
    const sealed = new ScannedTerms();
    for (const { id, text } of this.texts) {
      const number = renumber(id);
      if (number >= 0) sealed.add(number, text);
    }
    return sealed;
  }

  private holding(token: string): readonly number[] {
    let ids = this.known.get(token);
    if (!ids) {
      ids = this.texts.filter(({ text }) => isIn(text, token)).map(({ id }) => id);
      this.known.set(token, ids);
    }
    return ids;
  }
}
