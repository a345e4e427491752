import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import type { Index, Postings } from './flexSearch';
import { lookUp, newIndex, postingMap } from './flexSearch';
import type { PackedPostings } from './packedPostings';
import { PairVocabulary } from './pairVocabulary';
import { PostingBlock } from './postingBlock';
import { Sealing } from './sealing';
import type { PairLists, TermLists } from './termLists';
import { isLoneHan } from './tokenize';

/** Numbers that are sealed in one step, about a millisecond; a token is as much work as some of them. */
const sealedAtOnce = 30_000;
const numbersOfToken = 10;

/** Lists of the tokens that hold a character, and the number of texts on them. */
interface LonePostings {
  readonly lists: readonly Postings[];
  readonly frequency: number;
}

/**
 * Which texts hold which tokens: an inverted index of FlexSearch in two parts. What is added goes into a live part, whose
 * lists grow and are therefore half empty; sealing turns it into one that takes a tenth of the memory and is only read.
 */
export class TermIndex implements TermLists, PairLists {
  private readonly live = newIndex();
  private hasLive = false;
  /** Texts that were added and are not in the lists yet. */
  private block: PostingBlock | undefined;
  private readonly sealed: Index | undefined;
  readonly vocabulary: PairVocabulary;
  /** The lone Han characters that were asked about since the last change. */
  private readonly lone = new Map<string, LonePostings>();
  /** For lists that are looked at once. */
  private readonly scratch = { ids: new Uint32Array(0) };

  /** @param packed lists to begin with */
  constructor(readonly packed?: PackedPostings) {
    this.sealed = packed && newIndex(packed);
    this.vocabulary = new PairVocabulary(packed);
  }

  get pairs(): PairLists {
    return this;
  }

  add(id: number, text: string): void {
    this.block ??= new PostingBlock();
    this.block.add(id, text);
  }

  get isFull(): boolean {
    return this.block?.isFull === true;
  }

  /** Straight into the lists: FlexSearch's own `add` takes several times as long, most of it to find out which tokens it has had already. */
  *flush(): Steps<void> {
    const { block } = this;
    if (!block) return;
    this.block = undefined;
    this.hasLive = true;
    const lists = postingMap<number[]>(this.live);
    yield* block.handOn((token, ids, from, to) => {
      let list = lists.get(token)?.[0];
      if (!list) {
        // With its first number in it, because an empty array gets room for 17 as soon as it grows.
        list = [ids[from++] ?? 0];
        lists.set(token, [list]);
        if (this.packed?.has(token) !== true) this.vocabulary.add(token);
      }
      for (let at = from; at < to; at++) list.push(ids[at] ?? 0);
    });
    this.lone.clear();
  }

  /** A lone Han character is in many lists, of pairs that hold it. */
  postings(token: string): readonly Postings[] {
    if (!isLoneHan(token)) return this.parts.map((part) => lookUp(part, token)).filter(({ length }) => length > 0);
    return this.ofLone(token).lists;
  }

  /** Gathers, in steps, what the other functions tell of a lone Han character: it is in the lists of some thousand pairs. */
  *prepare(token: string): Steps<void> {
    if (isLoneHan(token) && !this.lone.has(token)) this.lone.set(token, yield* this.gather(token));
  }

  eachList(first: number, second: number, tell: (ids: Postings, length: number) => void): void {
    const { packed, scratch } = this;
    const count = packed?.read(first, second, scratch) ?? 0;
    if (count > 0) tell(scratch.ids, count);
    if (!this.hasLive) return;
    const list = postingMap(this.live).get(String.fromCharCode(first, second))?.[0];
    if (list) tell(list, list.length);
  }

  pairFrequency(first: number, second: number): number {
    const sealed = this.packed?.pairCount(first, second) ?? 0;
    if (!this.hasLive) return sealed;
    return sealed + (postingMap(this.live).get(String.fromCharCode(first, second))?.[0].length ?? 0);
  }

  documentFrequency(token: string): number {
    if (!isLoneHan(token))
      return (this.packed?.count(token) ?? 0) + (postingMap(this.live).get(token)?.[0].length ?? 0);
    return this.ofLone(token).frequency;
  }

  /** Every token with its lists: pairs first, ascending. */
  *entries(): Generator<readonly [token: string, lists: readonly Postings[]]> {
    const live = postingMap(this.live);
    for (const token of this.vocabulary.tokens()) {
      const slots = [this.packed?.get(token), live.get(token)];
      yield [token, slots.flatMap((slot) => (slot ? [slot[0]] : []))];
    }
  }

  *seal(renumber: (id: number) => number): Steps<TermIndex> {
    const sealing = new Sealing();
    let done = 0;
    for (const [token, lists] of this.entries()) {
      sealing.add(token, lists, renumber);
      done += lists.reduce((total, { length }) => total + length, numbersOfToken);
      if (done < sealedAtOnce) continue;
      done = 0;
      yield;
    }
    return new TermIndex(yield* sealing.finish());
  }

  private ofLone(character: string): LonePostings {
    finish(this.prepare(character));
    return this.lone.get(character) ?? { lists: [], frequency: 0 };
  }

  private *gather(character: string): Steps<LonePostings> {
    const live = postingMap(this.live);
    const lists: Postings[] = [];
    for (const token of this.vocabulary.holding(character)) {
      for (const slot of [this.packed?.get(token), live.get(token)]) if (slot) lists.push(slot[0]);
      yield;
    }
    const seen = new Uint8Array(lists.reduce((end, list) => Math.max(end, (list[list.length - 1] ?? 0) + 1), 0));
    let frequency = 0;
    for (const list of lists) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = list[at] ?? 0;
        if (seen[id] === 0) frequency++;
        seen[id] = 1;
      }
      yield;
    }
    return { lists, frequency };
  }

  private get parts(): readonly Index[] {
    return this.sealed ? [this.sealed, this.live] : [this.live];
  }
}
