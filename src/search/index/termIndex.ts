import type { Steps } from '../../base/slices';
import type { Index, Postings } from './flexSearch';
import { lookUp, newIndex, postingMap } from './flexSearch';
import { PairVocabulary } from './pairVocabulary';
import { PostingBlock } from './postingBlock';
import type { SealedLists } from './sealing';
import { Sealing } from './sealing';
import { isLoneHan } from './tokenize';

/** Numbers that are sealed in one step: about a millisecond. */
const sealedAtOnce = 50_000;

/**
 * Which texts hold which tokens: an inverted index of FlexSearch in two parts. What is added goes into a live part, whose
 * lists grow and are therefore half empty; sealing turns it into one that takes a quarter of the memory and is only read.
 * Nothing is ever taken out: whoever asks knows which numbers still count.
 */
export class TermIndex {
  private live = newIndex();
  /** Texts that were added and are not in the lists yet. */
  private block: PostingBlock | undefined;
  private readonly sealed: Index | undefined;
  /** The tokens by their initials. */
  readonly vocabulary: PairVocabulary;
  /** Lists of the lone Han characters that were asked about since the last change. */
  private readonly lone = new Map<string, readonly Postings[]>();

  /** @param sealed lists to begin with */
  constructor(sealed?: SealedLists) {
    this.sealed = sealed?.index;
    this.vocabulary = sealed?.vocabulary ?? new PairVocabulary();
  }

  /** Adds a folded text under a number higher than all before: it is found from the next `flush` on. */
  add(id: number, text: string): void {
    this.block ??= new PostingBlock();
    this.block.add(id, text);
  }

  /** Whether `flush` is due. */
  get isFull(): boolean {
    return this.block?.isFull === true;
  }

  /**
   * Puts what was added into the lists, in steps. Straight into them: FlexSearch's own `add` takes several times as long,
   * most of it to find out which tokens it has had already.
   */
  *flush(): Steps<void> {
    const { block } = this;
    if (!block) return;
    this.block = undefined;
    const lists = postingMap<number[]>(this.live);
    const sealed = this.sealed && postingMap(this.sealed);
    yield* block.handOn((token, ids, from, to) => {
      let list = lists.get(token)?.[0];
      if (!list) {
        // With its first number in it, because an empty array gets room for 17 as soon as it grows.
        list = [ids[from++] ?? 0];
        lists.set(token, [list]);
        if (sealed?.has(token) !== true) this.vocabulary.add(token);
      }
      for (let at = from; at < to; at++) list.push(ids[at] ?? 0);
    });
    this.lone.clear();
  }

  /** The lists that together tell which texts hold `token`. A lone Han character is in many, of pairs that hold it. */
  postings(token: string): readonly Postings[] {
    if (!isLoneHan(token)) return this.parts.map((part) => lookUp(part, token)).filter(({ length }) => length > 0);
    return this.listsWith(token);
  }

  /** `postings` of a token that is no lone character, and one of thousands: straight from the lists, in a tenth of the time. */
  listsOf(token: string): readonly Postings[] {
    const sealed = this.sealed && postingMap(this.sealed).get(token);
    const live = postingMap(this.live).get(token);
    if (sealed && live) return [sealed[0], live[0]];
    const slot = sealed ?? live;
    return slot ? [slot[0]] : [];
  }

  /** Number of texts added under a token; those that no longer count included. */
  documentFrequency(token: string): number {
    const lists = this.postings(token);
    if (!isLoneHan(token)) return lists.reduce((total, { length }) => total + length, 0);
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

  /** Every token with its numbers, in one list. */
  *entries(): Generator<readonly [token: string, list: Postings]> {
    const sealed = this.sealed && postingMap(this.sealed);
    const live = postingMap(this.live);
    for (const [token, slot] of sealed?.entries() ?? []) {
      const more = live.get(token)?.[0];
      yield [token, more ? [...Array.from(slot[0]), ...Array.from(more)] : slot[0]];
    }
    for (const [token, slot] of live.entries()) if (!sealed?.has(token)) yield [token, slot[0]];
  }

  /**
   * An index of the same texts, sealed, in steps; this one stays as it is.
   * @param renumber gives the new number of a text, ascending as before, or -1 to leave it out
   */
  *seal(renumber: (id: number) => number): Steps<TermIndex> {
    const sealing = new Sealing();
    let done = 0;
    for (const [token, list] of this.entries()) {
      sealing.begin(list.length);
      for (let at = 0, { length } = list; at < length; at++) {
        const id = renumber(list[at] ?? 0);
        if (id >= 0) sealing.push(id);
      }
      sealing.end(token);
      done += list.length + 1;
      if (done < sealedAtOnce) continue;
      done = 0;
      yield;
    }
    return new TermIndex(sealing.finish());
  }

  /** Lists of the tokens that hold a character; a query asks several times. */
  private listsWith(character: string): readonly Postings[] {
    let lists = this.lone.get(character);
    if (!lists) {
      const tokens = this.vocabulary.holding(character);
      lists = [...tokens].flatMap((token) => this.parts.map((part) => lookUp(part, token)));
      this.lone.set(character, lists);
    }
    return lists;
  }

  private get parts(): readonly Index[] {
    return this.sealed ? [this.sealed, this.live] : [this.live];
  }
}
