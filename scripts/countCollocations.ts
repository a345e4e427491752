/**
 * Counts which words stand together in official prose, for `corpus/搭配.tsv`. Run with
 *
 *     npx tsx scripts/countCollocations.ts [--most 45000] [--least 2] [--beside FOLDER] FOLDER … > corpus/搭配.tsv
 *
 * Each folder has texts of one kind, a document a file, a paragraph a line; every kind counts as much as the others,
 * whatever its size. Texts of the folders behind `--beside` bear out what one of the others has. What comes out are counts, no
 * texts: sequences of words that stand in `least` documents or more, and of these the ones that would be offered somewhere
 * and save most keys. Each occurrence counts for the longest of them that stands there, so that the counts add up to how
 * often something followed. A line that ends in … is no collocation: it says how often the words stood there and went on
 * otherwise.
 */
import { parseArgs } from 'node:util';
import { canEnd } from '../src/text/han';
import type { Clause } from './support/clauses';
import { clausesOf } from './support/clauses';
import { NounPhrases } from './support/nounPhrases';
import { countSequences, joints, leastPredecessors, longest } from './support/countSequences';
import { properParts, properPrefixes } from './support/partsOfSequences';
import { isUnfitCollocation } from './support/unfitCollocations';

/** Characters of what is offered, what it is offered after included. */
const shortest = 4;
/** With a word that ends clauses, or members of a list, in less than this share of its occurrences nothing whole ends. */
const leastEnding = 0.1;
/** A last word of one character is more often the beginning of one that the segmenter does not know. */
const leastEndingOfOne = 0.3;
/** Where fewer of its own occurrences have punctuation or a joint behind, it is torn; in front it may lean on several words. */
const leastClosed = 0.03;
const leastOpened = 0.03;
/** What is so long is whole oftener: the rest is a sentence cut where the limit was. */
const long = 14;
const leastClosedOfLong = 0.2;
/** Continuations of one beginning that a list has room for. */
const mostOffered = 10;
/** A part of something longer, where this share of its occurrences is. */
const mostly = 0.7;
/** The same for a noun phrase that closes no clause. */
const mostlyOfNouns = 0.5;
/** What occurs less often may be chance: it must be short, and end a clause every other time. */
const rare = 4;
const leastEndsOfRare = 0.5;
/** Where that many of its occurrences, and that share of them, end a clause, its last word may end hardly any other. */
const fewestEnds = 3;
const leastOwnEnds = 0.3;
/** What begins with a word of one character is often the end of one that the segmenter does not know, or a preposition's. */
const leastOpenedOfOne = 0.3;
const leastEndsOfOne = 0.3;

/** In what share of its occurrences each word stands at the end of a clause, or before a joint. */
function endingShares(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { total: number; ends: number }>();
  for (const { text, bounds, openEnd } of clauses) {
    for (const [at, from] of bounds.slice(0, -1).entries()) {
      const end = bounds[at + 1] ?? 0;
      const word = text.slice(from, end);
      const own = counts.get(word) ?? { total: 0, ends: 0 };
      own.total++;
      if ((end === text.length && !openEnd) || joints.has(text.slice(end, bounds[at + 2]))) own.ends++;
      counts.set(word, own);
    }
  }
  return new Map([...counts].map(([word, { total, ends }]) => [word, ends / total]));
}

/** A sequence that stands in enough documents. */
interface Frequent {
  readonly total: number;
  /** Whether it begins and ends as something whole does, and may be in the table. */
  readonly whole: boolean;
  /** A part of something longer where this share of its occurrences is. */
  readonly mostly: number;
}

/** Everything that stands in `least` documents or more. */
function frequencies(clauses: readonly Clause[], least: number): ReadonlyMap<string, Frequent> {
  const frequent = new Map<string, Frequent>();
  const shares = endingShares(clauses);
  const nounPhrases = new NounPhrases(clauses);
  for (let length = 1; ; length++) {
    const found = countSequences(clauses, length, least);
    if (found.length === 0) return frequent;
    for (const { words, begins, last, total, ends, closed, opened, ...own } of found) {
      if (words.length < 2) continue;
      const enoughClosed =
        total < rare
          ? words.length < long && ends >= leastEndsOfRare * total
          : ends > 0 && closed >= (words.length < long ? leastClosed : leastClosedOfLong) * total;
      const ending =
        last.length === 1
          ? ends / total >= leastEndingOfOne
          : (shares.get(last) ?? 0) >= leastEnding || ends >= Math.max(fewestEnds, leastOwnEnds * total);
      const enoughOpened =
        own.first.length === 1
          ? opened >= leastOpenedOfOne * total && ends >= leastEndsOfOne * total
          : opened >= leastOpened * total || own.predecessors.length >= Math.min(leastPredecessors, own.occurrences);
      const known = frequent.get(words);
      const isSentencePart = begins && ending && enoughOpened;
      const isWhole = isSentencePart && (enoughClosed || nounPhrases.has({ ...own, words, last }));
      frequent.set(words, {
        total: total + (known?.total ?? 0),
        whole: known?.whole === true || (isWhole && !isUnfitCollocation(words)),
        mostly: Math.max(known?.mostly ?? 0, enoughClosed ? mostly : mostlyOfNouns),
      });
    }
  }
}

/** The most occurrences of anything longer that `part` picks a part of. */
function mostIn(
  frequent: ReadonlyMap<string, Frequent>,
  parts: (words: string) => Iterable<string>,
): Map<string, number> {
  const most = new Map<string, number>();
  for (const [words, { total }] of frequent) {
    for (const part of parts(words)) if (total > (most.get(part) ?? 0)) most.set(part, total);
  }
  return most;
}

/** What is worth offering, that which saves most first, each with what it is best offered after. */
function worthOffering(frequent: ReadonlyMap<string, Frequent>): readonly { words: string; after: string }[] {
  const longer = mostIn(frequent, properPrefixes);
  const total = (words: string): number => frequent.get(words)?.total ?? 0;
  const stands = (words: string): boolean =>
    frequent.get(words)?.whole === true &&
    words.length >= shortest &&
    words.length <= longest &&
    canEnd(words.at(-1) ?? '', false) &&
    (longer.get(words) ?? 0) < (frequent.get(words)?.mostly ?? 0) * total(words);
  const following = new Map<string, { words: string; count: number }[]>();
  for (const [words, { total: count }] of frequent) {
    if (!stands(words)) continue;
    for (const prefix of properPrefixes(words.slice(0, -1))) {
      const list = following.get(prefix) ?? [];
      list.push({ words, count });
      following.set(prefix, list);
    }
  }
  const best = new Map<string, { saved: number; after: string }>();
  for (const [typed, list] of following) {
    const characters = (words: string): number => words.length - typed.length;
    list.sort((a, b) => b.count * characters(b.words) - a.count * characters(a.words));
    // Whole words, and something that may go on otherwise.
    const after = [typed, ...[...properPrefixes(typed)].reverse()].find((prefix) => frequent.has(prefix));
    if (after === undefined) continue;
    for (const { words, count } of list.slice(0, mostOffered)) {
      // The key that accepts is no saving.
      const saved = count * (characters(words) - 1);
      if (saved > (best.get(words)?.saved ?? 0)) best.set(words, { saved, after });
    }
  }
  return [...best].sort(([, a], [, b]) => b.saved - a.saved).map(([words, { after }]) => ({ words, after }));
}

/**
 * Counts every occurrence for the longest of `wanted` that stands there. The words come out with spaces between them, and …
 * behind those that are not `whole`.
 */
function countLongest(
  clauses: readonly Clause[],
  wanted: ReadonlySet<string>,
  whole: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text, bounds, weight } of clauses) {
    let covered = 0;
    for (let from = 0; from < bounds.length - 1; from++) {
      const isWanted = (to: number): boolean => wanted.has(text.slice(bounds[from], bounds[to]));
      let to = bounds.length - 1;
      while (to > from && !isWanted(to)) to--;
      if (to === from || (bounds[to] ?? 0) <= covered) continue;
      covered = bounds[to] ?? 0;
      const words = bounds.slice(from, to).map((start, index) => text.slice(start, bounds[from + index + 1]));
      const line = [...words, ...(whole.has(words.join('')) ? [] : ['…'])].join(' ');
      counts.set(line, (counts.get(line) ?? 0) + weight);
    }
  }
  return counts;
}

const { values, positionals } = parseArgs({
  options: {
    most: { type: 'string', default: '45000' },
    least: { type: 'string', default: '2' },
    beside: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const clauses = clausesOf(positionals, values.beside);
const frequent = frequencies(clauses, Number(values.least));
const offered = worthOffering(frequent);
const around = mostIn(frequent, properParts);
const kept = offered
  .filter(({ words }) => {
    const own = frequent.get(words);
    return own !== undefined && (around.get(words) ?? 0) < own.mostly * own.total;
  })
  .slice(0, Number(values.most));
const whole = new Set(kept.map(({ words }) => words));
// What must not be in the table is not counted under a part of it either.
const begins = kept.flatMap(({ words, after }) => (isUnfitCollocation(after) ? [words] : [words, after]));
const counts = countLongest(clauses, new Set(begins), whole);
console.error(`${frequent.size} frequent, ${offered.length} worth offering, ${counts.size} lines`);
console.log(
  [...counts]
    .map(([words, count]) => `${words}\t${count}`)
    .sort()
    .join('\n'),
);
