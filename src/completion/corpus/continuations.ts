/*
 * How the occurrences of a text go on, from one pass over its range of a suffix array: the open groups are the path from the
 * root of the suffix tree to the current leaf, and a group closes where the next occurrence differs (Kasai et al., 2001,
 * walk the tree so by common prefixes). Costs as many steps as there are characters in the sample.
 */
import { canEnd } from '../../text/han';
import { closesFrame } from './frames';
import type { PhraseEnds } from './phraseEnds';
import type { Range, SuffixArray } from './suffixArray';
import type { TextStore } from './textStore';

/** Fewest characters that are worth a key to accept. */
export const shortestContinuation = 2;
/** Most characters that are offered beyond what was typed: the longest set formulas have about forty. */
export const longestContinuation = 40;
/** More characters than these only where several occurrences agree, or where a phrase of a list ends. */
const longestOfOne = 14;
/** Fewest characters of a candidate, what was typed of it included. */
export const shortestCandidate = 4;

/** Occurrences that are looked at; of a longer range evenly spread ones are, which misses only what is rare in it. */
export const usualSample = 1500;

/** In a longer range a continuation must occur twice, unless a phrase of a list ends with it. */
const shortRange = 24;

/** A way in which occurrences of some text go on. */
export interface Continuation {
  readonly text: string;
  /** Position of one occurrence: where what was typed begins. */
  readonly position: number;
  /** How many occurrences go on like this. */
  readonly count: number;
  /** Whether typed text and continuation together are a whole phrase of a list at `position`. */
  readonly whole: boolean;
}

/** How the occurrences of some text go on. */
export interface Continuations {
  readonly list: readonly Continuation[];
  /** Number of occurrences. */
  readonly total: number;
  /** Number of different characters that follow, the end of a run counted as one. */
  readonly branches: number;
}

/** Where the text is, and what is known about it. */
export interface ContinuationSource {
  readonly store: TextStore;
  readonly suffixes: SuffixArray;
  /** Which words can end a phrase; every word where it is not told. */
  readonly ends?: PhraseEnds;
  /** How often what stands at a position counts, where not once. */
  readonly weights?: ArrayLike<number>;
}

/** Occurrences that agree up to some depth, in the course of the scan. */
interface Group {
  position: number;
  /** Index of the first of them in the suffix array. */
  readonly from: number;
  count: number;
  /** The most of them that agree in one character more. */
  most: number;
  boundary: boolean;
  /** Whether a clause ends here. */
  ended: boolean;
  whole: boolean;
}

const groupAt = (position: number, from: number): Group => ({
  position,
  from,
  count: 0,
  most: 0,
  boundary: false,
  ended: false,
  whole: false,
});

/**
 * Collects how the text that stands in `range` goes on after its first `typed` units: every string that ends where a phrase
 * ends.
 * @param sample occurrences that are looked at
 */
export function continuations(
  source: ContinuationSource,
  range: Range,
  typed: number,
  sample = usualSample,
): Continuations {
  const { store, suffixes, weights } = source;
  const occurrences = range.end - range.start;
  let total = weights ? 0 : occurrences;
  const stride = Math.ceil(occurrences / sample);
  const list: Continuation[] = [];
  const open: Group[] = [];
  let branches = 0;
  let last = -1;
  let index = range.start;
  /** Whether all that agree in a group close a frame that they do not open. */
  const closeFrames = ({ from }: Group, length: number): boolean => {
    for (let at = from; at < index; at += stride) {
      const position = suffixes.at(at);
      if (!closesFrame(store, position, position + typed + length)) return false;
    }
    return true;
  };

  const close = (): void => {
    const length = open.length;
    const group = open.pop();
    if (!group || length < shortestContinuation) return;
    const { position, count, whole } = group;
    const parent = open.at(-1);
    if (parent) parent.most = Math.max(parent.most, count);
    const frequent = count > 1 || occurrences <= shortRange;
    if (!whole && !(frequent && isPhrase(source, group, typed, length))) return;
    if (!whole && group.ended && closeFrames(group, length)) return;
    const text = store.slice(position + typed, length);
    if (whole || isBalanced(text)) list.push({ text, position, count: count * stride, whole });
  };

  for (; index < range.end; index += stride) {
    const position = suffixes.at(index);
    const weight = weights?.[position] ?? 1;
    if (weights) total += weight * stride;
    const common = last < 0 ? 0 : commonLength(store.codes, last + typed, position + typed, open.length);
    if (common === 0) branches++;
    while (open.length > common) close();
    const item = store.beginsItem(position);
    const depth = item || weights ? longestContinuation : depthOf(source, range, index + stride, position, typed);
    for (let length = 1; length <= depth; length++) {
      const end = position + typed + length;
      if (store.endsRun(end - 1)) break;
      const group = (open[length - 1] ??= groupAt(position, index));
      group.count += weight;
      group.boundary ||= store.isBoundary(end);
      group.ended ||= store.endsClause(end);
      if (item && store.endsRun(end)) {
        group.whole = true;
        group.position = position;
      }
    }
    last = position;
  }
  while (open.length > 0) close();
  return { list, total, branches };
}

/** How far one occurrence is followed: beyond the usual length as far as the next one looked at goes on in the same way. */
function depthOf(
  { store, suffixes }: ContinuationSource,
  { end }: Range,
  next: number,
  position: number,
  typed: number,
): number {
  if (next >= end) return longestOfOne;
  const agreed = commonLength(store.codes, position + typed, suffixes.at(next) + typed, longestContinuation);
  return Math.max(longestOfOne, agreed);
}

/** Stands between what qualifies and what is qualified. */
const attributive = '的'.charCodeAt(0);
/** What adds something to what was typed. */
export const joiner = /^[、和与及或暨]/;

/** Whether the first `length` units after what was typed end where a phrase ends, as far as occurrences tell. */
function isPhrase(
  { store, ends }: ContinuationSource,
  { position, count, most, boundary, ended }: Group,
  typed: number,
  length: number,
): boolean {
  const end = position + typed + length;
  if (!boundary || typed + length < shortestCandidate) return false;
  // What goes on in one way only is a part of something. Most strings are: looked at before what costs more.
  if (!ended && count > 1 && most >= count) return false;
  if (!canEnd(String.fromCharCode(store.codes[end - 1] ?? 0), ended)) return false;
  if (ended) return true;
  // The last member of a list, or what a joiner adds, is whole where the clause is.
  const text = store.slice(position + typed, length);
  if (text.includes('、') || joiner.test(text)) return false;
  if (ends && !ends.canEndWith(lastWord(store, position, end), count, most)) return false;
  // Beyond that nobody looked.
  if (length === longestContinuation) return false;
  if (count > 1) return true;
  // What it qualifies is missing: 要把分散 of 要把分散的资源整合起来.
  if (store.codes[end] === attributive) return false;
  // One occurrence shows no way. A phrase of a list is one thing; of running text the writer may want less than the rest of
  // the clause, but where the segmenter sees a word of one character it is often wrong.
  return length < longestOfOne && !store.isInItem(position) && !store.isBoundary(end - 1);
}

/** The word that ends at `end`. */
function lastWord(store: TextStore, position: number, end: number): string {
  let start = end - 1;
  while (start > position && !store.isBoundary(start)) start--;
  return store.slice(start, end - start);
}

/** Whether every quotation mark that opens is closed. */
const isBalanced = (text: string): boolean => text.lastIndexOf('“') <= text.lastIndexOf('”');

/** How many units, up to `limit`, are the same from two positions on. */
function commonLength(codes: Uint16Array, left: number, right: number, limit: number): number {
  let length = 0;
  while (length < limit && codes[left + length] !== 0 && codes[left + length] === codes[right + length]) length++;
  return length;
}
