/*
 * Where phrases end, learnt from text: a word ends phrases as often as its clauses end with it, or a member of a list does.
 * 发展, 部署 and 地位 end one in two clauses or more, 亲自, 全面 and 不断 none. A variant of right accessor variety (Feng et al.,
 * 2004) that needs one table of words instead of one of all strings. Rejected: boundary entropy of the characters that
 * follow, which is as high behind 推动 as behind 建设; lists of words that cannot end anything, which are never complete.
 */

/** Least share of a word's occurrences that end a phrase, where several places agree that one ends with it. */
const leastShare = 0.1;
/** The same where one place alone shows it, or all go on alike: 一些 and 突出 end phrases, but far more often do not. */
const safeShare = 0.2;
/** As if every word had been seen so many times, and ended a phrase so many times of them. */
const [priorEnds, priorTotal] = [0.5, 3];

/** What may follow the end of a phrase inside a run: what joins it to another of its kind. */
const joiners = new Set('、和与及或');

/** How often a word was seen, and ended a phrase. */
interface WordCounts {
  total: number;
  ends: number;
}

/** Tells which words can end a phrase. */
export class PhraseEnds {
  private readonly words = new Map<string, WordCounts>();

  /**
   * Counts the words of a clause.
   * @param starts offsets at which they begin, ascending
   * @param open whether the clause goes on behind it, with what is no run
   */
  add(run: string, starts: readonly number[], open = false): void {
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? run.length;
      const ended = end === run.length ? !open : joiners.has(run.charAt(end));
      this.addCounts(run.slice(start, end), { total: 1, ends: ended ? 1 : 0 });
    }
  }

  /** Counts a word several times. */
  addCounts(word: string, { total, ends }: Readonly<WordCounts>): void {
    const counts = this.words.get(word);
    if (!counts) {
      this.words.set(word, { total, ends });
      return;
    }
    counts.total += total;
    counts.ends += ends;
  }

  /** What was counted of each word. */
  get counts(): Iterable<readonly [word: string, counts: Readonly<WordCounts>]> {
    return this.words;
  }

  /** Share of the occurrences of a word that end a phrase, between 0 and 1. */
  share(word: string): number {
    const { total, ends } = this.words.get(word) ?? { total: 0, ends: 0 };
    return (ends + priorEnds) / (total + priorTotal);
  }

  /**
   * Whether a phrase may end with a word.
   * @param places number of places that show the phrase
   * @param most number of those that go on in the same way
   */
  canEndWith(word: string, places = 1, most = 1): boolean {
    // A word that was seen, and never there, ends nothing.
    if (this.words.get(word)?.ends === 0) return false;
    return this.share(word) >= (2 * most >= places ? safeShare : leastShare);
  }

  /** Whether a word was never seen. */
  isUnknown(word: string): boolean {
    return !this.words.has(word);
  }
}
