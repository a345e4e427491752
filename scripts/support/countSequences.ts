import { canBegin } from '../../src/text/han';
import type { Clause } from './clauses';

/** Characters of a sequence. */
export const longest = 30;
/** Different words in front that are told apart. */
export const leastPredecessors = 3;
/** Room for that many different words. */
const mostWords = 2 ** 20;

/** Behind them what is whole may stand as well as behind punctuation. */
export const joints = new Set('、 和 与 及 以及 的 等 是 为 以 在 将 并 而 不断 明显 显著 持续'.split(' '));
/** Of them those that go on with a list. */
const listJoints = new Set('、 和 与 及 以及'.split(' '));

/** How often a sequence of words stands in clauses, and what is around it. */
export interface Count {
  readonly words: string;
  /** Whether something whole may begin with its first word. */
  readonly begins: boolean;
  readonly first: string;
  readonly last: string;
  occurrences: number;
  /** Occurrences, each as often as its kind of text counts. */
  total: number;
  /** Of them at the end of a clause. */
  ends: number;
  /** Of them with punctuation or a joint behind, and in front; for a list no joint that goes on with it. */
  closed: number;
  opened: number;
  /** Different words in front, as many as matter. */
  readonly predecessors: number[];
  documents: number;
  latest: number;
  /** Whether it stands in a text that is no `beside`. */
  own: boolean;
}

/** Sequences of `length` words that may be frequent: both of their parts of one word less are. */
export function countSequences(clauses: readonly Clause[], length: number, least: number): readonly Count[] {
  const known = new Map<number, number>();
  const found: Count[] = [];
  for (const clause of clauses) {
    const { text, bounds, openEnd, openBeginning, numbers, sequences, document, weight, beside } = clause;
    const size = numbers.length - length + 1;
    const longer = new Int32Array(Math.max(size, 0)).fill(-1);
    for (let at = 0; at < size; at++) {
      const [left = -1, right = -1] = length === 1 ? [0, 0] : sequences.subarray(at, at + 2);
      if (left < 0 || right < 0) continue;
      const key = left * mostWords + (numbers[at + length - 1] ?? 0);
      let id = known.get(key);
      const end = bounds[at + length] ?? 0;
      if (id === undefined) {
        const words = text.slice(bounds[at], end);
        if (words.length > longest) continue;
        id = found.length;
        known.set(key, id);
        const last = text.slice(bounds[at + length - 1], end);
        const first = text.slice(bounds[at], bounds[at + 1]);
        const begins = canBegin(first);
        const none = { occurrences: 0, total: 0, ends: 0, closed: 0, opened: 0, documents: 0, latest: -1, own: false };
        found.push({ words, begins, first, last, ...none, predecessors: [] });
      }
      const sequence = found[id];
      if (!sequence) continue;
      sequence.occurrences++;
      sequence.total += weight;
      const isJoint = (word: string): boolean =>
        joints.has(word) && !(listJoints.has(word) && sequence.words.includes('、'));
      if (at === size - 1 && !openEnd) sequence.ends += weight;
      if (at === size - 1 ? !openEnd : isJoint(text.slice(end, bounds[at + length + 1]))) sequence.closed += weight;
      if (at === 0 ? !openBeginning : isJoint(text.slice(bounds[at - 1], bounds[at]))) sequence.opened += weight;
      const predecessor = numbers[at - 1] ?? -1;
      const { predecessors } = sequence;
      if (predecessors.length < leastPredecessors && !predecessors.includes(predecessor))
        predecessors.push(predecessor);
      if (sequence.latest !== document) sequence.documents++;
      sequence.latest = document;
      if (!beside) sequence.own = true;
      longer[at] = id;
    }
    clause.sequences = longer;
  }
  const isFrequent = ({ documents, own }: Count): boolean => own && documents >= least;
  for (const { sequences } of clauses) {
    for (const [at, id] of sequences.entries()) {
      const sequence = found[id];
      if (!sequence || !isFrequent(sequence)) sequences[at] = -1;
    }
  }
  return found.filter(isFrequent);
}
