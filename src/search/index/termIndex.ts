import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { PairVocabulary } from './pairVocabulary';
import type { Postings } from './postingLists';
import { GrowingLists, SealedLists } from './postingLists';
import { codeOf, TokenNumbers } from './tokenNumbers';
import { isLoneHan, takeTokens } from './tokenize';

export type { Postings } from './postingLists';

/** Numbers that are sealed in one step: about a millisecond. */
const sealedAtOnce = 50_000;
/** Tokens that are sorted by their initials in one step. */
const sortedAtOnce = 10_000;

/**
 * Which texts hold which tokens: an inverted index in two parts. What is added goes into lists that grow; sealing turns them
 * into one buffer that is only read. Nothing is ever taken out: whoever asks knows which numbers still count.
 */
export class TermIndex {
  private readonly addedTokens = new TokenNumbers();
  private readonly added = new GrowingLists();
  private id = 0;
  /** All tokens by their initials, once they were asked for; then kept current. */
  private sorted: PairVocabulary | undefined;
  /** Lists of the lone Han characters that were asked about since the last change. */
  private readonly lone = new Map<string, readonly Postings[]>();

  /** @param sealed a list for each of the tokens */
  constructor(
    private readonly sealedTokens = new TokenNumbers(),
    private readonly sealed = new SealedLists(),
  ) {}

  /** Adds a folded text under a number higher than all before. */
  add(id: number, text: string): void {
    const { addedTokens } = this;
    const before = addedTokens.size;
    this.id = id;
    takeTokens(text, this);
    if (this.sorted) sortInto(this.sorted, addedTokens, before, addedTokens.size, this.sealedTokens);
    if (this.lone.size > 0) this.lone.clear();
  }

  pair(text: string, start: number, end: number): void {
    const { addedTokens: tokens } = this;
    const number =
      end - start === 2
        ? tokens.numberOfCode(codeOf(text.charCodeAt(start), text.charCodeAt(start + 1)))
        : tokens.numberOf(text.slice(start, end));
    this.added.put(number, this.id);
  }

  token(token: string): void {
    this.added.put(this.addedTokens.numberOf(token), this.id);
  }

  /** The lists that together tell which texts hold `token`. A lone Han character is in many, of pairs that hold it. */
  postings(token: string): readonly Postings[] {
    return isLoneHan(token) ? this.listsWith(token) : this.listsOf(token);
  }

  /** The tokens by their initials. At once, where `sortTokens` has not been called before. */
  get vocabulary(): PairVocabulary {
    return this.sorted ?? finish(this.sortTokens());
  }

  /** Prepares `vocabulary`, in steps. */
  *sortTokens(): Steps<PairVocabulary> {
    if (this.sorted) return this.sorted;
    const vocabulary = new PairVocabulary();
    const { sealedTokens, addedTokens } = this;
    for (let from = 0; from < sealedTokens.size; from += sortedAtOnce) {
      sortInto(vocabulary, sealedTokens, from, Math.min(from + sortedAtOnce, sealedTokens.size));
      yield;
    }
    for (let from = 0; from < addedTokens.size; from += sortedAtOnce) {
      sortInto(vocabulary, addedTokens, from, Math.min(from + sortedAtOnce, addedTokens.size), sealedTokens);
      yield;
    }
    return (this.sorted = vocabulary);
  }

  /** Number of texts added under a token; those that no longer count included. */
  documentFrequency(token: string): number {
    if (!isLoneHan(token)) return this.count(token);
    const lists = this.postings(token);
    const seen = new Uint8Array(lists.reduce((end, list) => Math.max(end, (list[list.length - 1] ?? 0) + 1), 0));
    let count = 0;
    for (const list of lists) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = list[at] ?? 0;
        if (seen[id] === 0) count++;
        seen[id] = 1;
      }
    }
    return count;
  }

  /** Every token with its lists, the numbers of which go on from one to the next, and how many they are. */
  *entries(): Generator<readonly [token: string, lists: readonly Postings[], count: number]> {
    const { sealedTokens, addedTokens } = this;
    for (let number = 0; number < sealedTokens.size; number++) {
      const token = sealedTokens.tokenAt(number);
      yield [token, this.listsOf(token), this.count(token)];
    }
    for (let number = 0; number < addedTokens.size; number++) {
      const token = addedTokens.tokenAt(number);
      if (sealedTokens.find(token) < 0) yield [token, this.added.pieces(number), this.added.count(number)];
    }
  }

  /**
   * An index of the same texts, sealed, in steps; this one stays as it is.
   * @param renumber gives the new number of a text, ascending as before, or -1 to leave it out
   */
  *seal(renumber: (id: number) => number): Steps<TermIndex> {
    const tokens = new TokenNumbers();
    const sealed = new SealedLists(
      this.sealedTokens.size + this.addedTokens.size,
      this.sealed.total + this.added.total,
    );
    let done = 0;
    for (const [token, lists, count] of this.entries()) {
      for (const list of lists) {
        for (let at = 0, { length } = list; at < length; at++) {
          const id = renumber(list[at] ?? 0);
          if (id >= 0) sealed.push(id);
        }
      }
      if (!sealed.isEmpty) {
        tokens.numberOf(token);
        sealed.endList();
      }
      done += count + 1;
      if (done < sealedAtOnce) continue;
      done = 0;
      yield;
    }
    return new TermIndex(tokens, sealed);
  }

  private count(token: string): number {
    return this.sealed.count(this.sealedTokens.find(token)) + this.added.count(this.addedTokens.find(token));
  }

  private listsOf(token: string): readonly Postings[] {
    const sealed = this.sealedTokens.find(token);
    const added = this.added.pieces(this.addedTokens.find(token));
    return sealed < 0 ? added : [this.sealed.list(sealed), ...added];
  }

  /** Lists of the tokens that hold a character; a query asks several times. */
  private listsWith(character: string): readonly Postings[] {
    let lists = this.lone.get(character);
    if (!lists) {
      lists = [...this.vocabulary.holding(character)].flatMap((token) => this.listsOf(token));
      this.lone.set(character, lists);
    }
    return lists;
  }
}

/** Sorts tokens with numbers from one to, and without, another into a vocabulary; those that `others` have are there. */
function sortInto(
  vocabulary: PairVocabulary,
  tokens: TokenNumbers,
  from: number,
  to: number,
  others?: TokenNumbers,
): void {
  for (let number = from; number < to; number++) {
    if (others && others.find(tokens.tokenAt(number)) >= 0) continue;
    const code = tokens.codeAt(number);
    if (code === 0) vocabulary.addWord(tokens.tokenAt(number));
    else vocabulary.addPair(code);
  }
}
