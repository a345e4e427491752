import type { Steps } from '../../base/slices';
import type { Postings } from './flexSearch';
import type { PackedPostings } from './packedPostings';
import type { PairVocabulary } from './pairVocabulary';

/** Which texts hold which tokens. Nothing is ever taken out: whoever asks knows which numbers still count. */
export interface TermLists {
  /** Adds a folded text under a number higher than all before: it is found from the next `flush` on. */
  add(id: number, text: string): void;
  /** Whether `flush` is due. */
  readonly isFull: boolean;
  /** Puts what was added into the lists, in steps. */
  flush(): Steps<void>;
  /** Gathers, in steps, what `postings` and `documentFrequency` tell of a token, where that takes long. */
  prepare?(token: string): Steps<void>;
  /** The lists that together tell which texts hold a token. */
  postings(token: string): readonly Postings[];
  /** Number of texts added under a token; those that no longer count included. */
  documentFrequency(token: string): number;
  /** The tokens by their characters; undefined where there are so few texts that these are looked through instead. */
  readonly pairs: PairLists | undefined;
  /** The sealed lists, as they are kept. */
  readonly packed?: PackedPostings | undefined;
  /**
   * The same texts, sealed, in steps; this one stays as it is.
   * @param renumber gives the new number of a text, ascending as before, or -1 to leave it out
   */
  seal(renumber: (id: number) => number): Steps<TermLists>;
}

/** The tokens that are pairs of characters, as texts are looked for of which only the sound is known. */
export interface PairLists extends Pick<TermLists, 'postings' | 'documentFrequency'> {
  readonly vocabulary: PairVocabulary;
  /** Tells the lists of a pair, one after the other, in a tenth of the time of `postings`: each is only good until the next. */
  eachList(first: number, second: number, tell: (ids: Postings, length: number) => void): void;
  /** Number of texts added under a pair. */
  pairFrequency(first: number, second: number): number;
}
