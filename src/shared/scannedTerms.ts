import type { Steps } from '../base/slices';
import type { Postings } from '../search/index/flexSearch';
import { TermIndex } from '../search/index/termIndex';
import { isIn } from '../search/ranking/terms';

/**
 * Which of a few texts hold which tokens, found out by looking into them: a query asks for some dozens of the ten thousand tokens that
 * a hundred passages have, so that lists of all of them would be most of what it costs.
 */
export class ScannedTerms extends TermIndex {
  private readonly texts: { readonly id: number; readonly text: string }[] = [];
  private readonly known = new Map<string, readonly number[]>();

  override add(id: number, text: string): void {
    this.texts.push({ id, text });
    this.known.clear();
  }

  override get isFull(): boolean {
    return false;
  }

  override *flush(): Steps<void> {
    // There are no lists to put it into.
  }

  override postings(token: string): readonly Postings[] {
    const ids = this.holding(token);
    return ids.length > 0 ? [ids] : [];
  }

  override eachList(first: number, second: number, tell: (ids: Postings, length: number) => void): void {
    const ids = this.holding(String.fromCharCode(first, second));
    if (ids.length > 0) tell(ids, ids.length);
  }

  override documentFrequency(token: string): number {
    return this.holding(token).length;
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
