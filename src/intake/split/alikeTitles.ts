import type { Steps } from '../../base/slices';
import { similarity } from '../../text/characters';

/** How alike a title and its entry must be when they are not the same. */
const alike = 0.9;
/** Texts that are so alike share this part of the pairs of characters of either: c ≥ alike · (m + n) / 2, and c ≤ n. */
const shared = alike / (2 - alike);
/** How much longer or shorter a title may be, as a part of what is wanted. */
const mostDifference = 0.2;
const textsPerStep = 500;

/**
 * For each wanted text, those of the given that are like it, in their order. Of the pairs of characters of a wanted text so
 * many must be shared that one of any few is: compared is only what has one of the rarest. Cost: linear in the texts, and
 * what has a rare pair times its holders (rejected: each with each, minutes for 400 entries and 60,000 lines).
 */
export function* alikeTexts(
  wanted: readonly string[],
  given: Iterable<string>,
): Steps<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>(wanted.map((one) => [one, []]));
  const counts = new Map(wanted.flatMap(pairsOf).map((pair) => [pair, 0]));
  const shortest = Math.min(...wanted.map(({ length }) => length)) * (1 - mostDifference);
  const longest = Math.max(...wanted.map(({ length }) => length)) * (1 + mostDifference);
  const texts: string[] = [];
  let looked = 0;
  for (const text of given) {
    if (looked++ % textsPerStep === 0) yield;
    if (text.length < shortest || text.length > longest) continue;
    texts.push(text);
    for (const pair of new Set(pairsOf(text))) {
      const count = counts.get(pair);
      if (count !== undefined) counts.set(pair, count + 1);
    }
  }
  const holders = new Map<string, string[]>();
  for (const one of found.keys()) {
    const pairs = [...new Set(pairsOf(one))].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    const enough = Math.floor((1 - shared) * (one.length - 1)) + 1;
    for (const pair of pairs.slice(0, enough)) holders.set(pair, [...(holders.get(pair) ?? []), one]);
  }
  for (const [at, text] of texts.entries()) {
    if (at % textsPerStep === 0) yield;
    for (const one of new Set(pairsOf(text).flatMap((pair) => holders.get(pair) ?? []))) {
      const isLong = Math.abs(text.length - one.length) <= one.length * mostDifference;
      if (isLong && similarity(text, one) >= alike) found.get(one)?.push(text);
    }
  }
  return found;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
