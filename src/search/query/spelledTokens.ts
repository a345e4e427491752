import { readingsAt } from '../../text/pinyin';

/** How many characters from the beginning on are looked at: the fewest passages mostly show by then. */
const placesLookedAt = 3;

/** Shows every token of a library with the numbers of the passages that hold it. */
export type Vocabulary = (take: (token: string, passages: ArrayLike<number>) => void) => void;

/**
 * Passages by token, for tokens one of which every text that `typed` spells must hold: of those for its first, second and
 * third pair of characters the ones that the fewest passages have. So the passages worth looking into are found without
 * reading all.
 * @param typed folded, pinyin, initials or a mixture with Chinese
 */
export function spelledTokens(typed: string, vocabulary: Vocabulary): readonly ArrayLike<number>[] {
  const spelling = new Spelling(typed);
  let positions = new Set([0]);
  let best: readonly ArrayLike<number>[] = [];
  let fewest = Infinity;
  for (let place = 0; place < placesLookedAt; place++) {
    const lists: ArrayLike<number>[] = [];
    const next = new Set<number>();
    const from = [...positions];
    let total = 0;
    let mayEnd = false;
    vocabulary((token, passages) => {
      let fits = false;
      for (const position of from) {
        const match = spelling.match(token, position, next);
        fits ||= match !== 'no';
        mayEnd ||= match === 'end';
      }
      if (!fits) return;
      lists.push(passages);
      total += passages.length;
    });
    if (total < fewest) {
      best = lists;
      fewest = total;
    }
    if (mayEnd || next.size === 0) break;
    positions = next;
  }
  return best;
}

/** Reads letters as pinyin from any position of them. */
class Spelling {
  private readonly letters: string;
  /** By position and character: how many letters may stand for it; most characters none. */
  private readonly known = new Map<number, readonly number[]>();

  constructor(typed: string) {
    this.letters = typed.replaceAll("'", '').replaceAll('ü', 'v');
  }

  /**
   * Whether the letters from `from` on may spell what begins with `token`, and whether they may be at their end with it.
   * @param next takes the positions after the token's first character
   */
  match(token: string, from: number, next: Set<number>): 'no' | 'more' | 'end' {
    const { letters } = this;
    const first = this.lengths(token, 0, from);
    if (first.length === 0) return 'no';
    if (/^[a-z0-9]/.test(token)) {
      const rest = letters.slice(from);
      return token.startsWith(rest) || rest.startsWith(token) ? 'end' : 'no';
    }
    let result: 'no' | 'more' | 'end' = 'no';
    for (const length of first) {
      const after = from + length;
      if (after === letters.length) return 'end';
      const second = token.length > 1 ? this.lengths(token, 1, after) : [];
      if (second.length === 0) continue;
      next.add(after);
      if (second.some((more) => after + more >= letters.length)) return 'end';
      result = 'more';
    }
    return result;
  }

  private lengths(token: string, at: number, from: number): readonly number[] {
    const key = from * 0x10000 + token.charCodeAt(at);
    let lengths = this.known.get(key);
    if (!lengths) this.known.set(key, (lengths = this.spelledLengths(token, at, from)));
    return lengths;
  }

  /** Lengths, from 1 on, of what a reading of the character and the letters from `from` on begin with alike. */
  private spelledLengths(token: string, at: number, from: number): readonly number[] {
    const lengths = new Set<number>();
    for (const reading of [...readingsAt(token, at), token.charAt(at)]) {
      for (let length = 1; length <= reading.length; length++) {
        if (!this.letters.startsWith(reading.slice(0, length), from)) break;
        lengths.add(length);
      }
    }
    return [...lengths];
  }
}
