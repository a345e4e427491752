/**
 * Counts which words stand together in official prose, for `corpus/搭配.tsv`. Run with
 *
 *     npx tsx scripts/countCollocations.ts [--most 26000] file … > corpus/搭配.tsv
 *
 * The files are plain text, a paragraph a line. What comes out are counts, no texts: sequences of up to a dozen characters
 * that stood in many paragraphs, and of these the ones that would be offered somewhere and save most keys. Each occurrence
 * counts for the longest of them that stands there, so that the counts add up to how often something followed. A line that
 * ends in … is no collocation: it says how often the words stood there and went on otherwise.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canBegin, canEnd, runsOf } from '../src/text/han';
import { wordStarts } from '../src/text/wordStarts';
import { ofOneYear, personNames, placeNames } from './support/properNames';

/** Characters of what is offered, what it is offered after included. */
const shortest = 4;
const longest = 12;
/** So that it is known how the longest go on. */
const longestCounted = 16;
/** Fewer occurrences, or in fewer paragraphs, may be chance or one event. */
const fewest = 3;
const fewestParagraphs = 3;
/** A last word of one character is more often the beginning of one that the segmenter does not know. */
const leastEnding = 0.3;
/** Continuations of one beginning that a list has room for. */
const mostOffered = 6;
/** A part of something longer, where this share of its occurrences is. */
const mostly = 0.7;

/** Paragraphs of official prose have such a word every so many characters. */
const official = /发展|推进|改革|建设|落实|创新|科技|治理|产业|企业|服务|人才|工作/g;
const charactersPerOfficialWord = 40;
/** News of other countries, of which there is much where official prose is collected. */
const foreign = /两国|中方|[美俄英法德日韩印乌以伊]方|外长|总统|首相|访华|元首|大使|使馆|战争|军事|峰会|联合国/;
/** What must not be in the table: names of persons, places and institutions, and what one congress, plan, campaign or event ends with. */
const unfit =
  /习(?![惯题俗得气作练])|近平|同志为核心|出席|次会议|草案|贺信|北京大学|宁德时代|浙江大学|十[二三四五六七]五|[十九八][一二三四五六七八九]?大|二十|届|大报告|[一二三四五六七]中|专项行动|党[纪史]学习|统一|我国(?=队|选手)|公司|集团|电视|音乐|电影|演出|展览|观众|小镇|嘉宾|农工党|民建|九三|致公|民盟|了解到|勉励|发言|发布会|负责同志|表示|工作者日|率达$|值占$/;

interface Count {
  total: number;
  /** Occurrences at the end of a clause. */
  ends: number;
  readonly oneCharacter: boolean;
  paragraphs: number;
  latest: number;
}

/** A run of Han characters, and where its words begin and the last one ends. */
interface Clause {
  readonly text: string;
  readonly bounds: readonly number[];
  readonly paragraph: number;
}

function clausesOf(files: readonly string[]): readonly Clause[] {
  const paragraphs = files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((text) => (text.match(official)?.length ?? 0) >= Math.max(1, text.length / charactersPerOfficialWord))
    .filter((text) => !foreign.test(text));
  console.error(`${paragraphs.reduce((sum, { length }) => sum + length, 0)} characters`);
  return paragraphs.flatMap((paragraph, number) =>
    [...runsOf(paragraph)]
      // Without what must not be in the table the rest of the clause would be torn.
      .filter(({ text }) => ![unfit, placeNames, personNames, ofOneYear].some((pattern) => pattern.test(text)))
      .map(({ text }) => ({ text, bounds: [...wordStarts(text), text.length], paragraph: number })),
  );
}

/** A sequence that occurs often enough. */
interface Frequent {
  readonly total: number;
  /** Whether it can end there: its last word has two characters or more, or is often the last one of a clause. */
  readonly whole: boolean;
}

function* sequences({ text, bounds }: Clause): Generator<{ words: string; atEnd: boolean; oneCharacter: boolean }> {
  for (let from = 0; from < bounds.length - 1; from++) {
    if (!canBegin(text.slice(bounds[from], bounds[from + 1]))) continue;
    for (let to = from + 1; to < bounds.length; to++) {
      const words = text.slice(bounds[from], bounds[to]);
      if (words.length > longestCounted) break;
      const oneCharacter = (bounds[to] ?? 0) - (bounds[to - 1] ?? 0) === 1;
      if (words.length > 1) yield { words, atEnd: to === bounds.length - 1, oneCharacter };
    }
  }
}

/** How often each sequence occurs that occurs often enough. */
function frequencies(clauses: readonly Clause[]): ReadonlyMap<string, Frequent> {
  const counts = new Map<string, Count>();
  for (const clause of clauses) {
    for (const { words, atEnd, oneCharacter } of sequences(clause)) {
      const count = counts.get(words) ?? { total: 0, ends: 0, oneCharacter, paragraphs: 0, latest: -1 };
      count.total++;
      if (atEnd) count.ends++;
      if (count.latest !== clause.paragraph) count.paragraphs++;
      count.latest = clause.paragraph;
      counts.set(words, count);
    }
  }
  return new Map(
    [...counts]
      .filter(([, { total, paragraphs }]) => total >= fewest && paragraphs >= fewestParagraphs)
      .map(([words, { total, ends, oneCharacter }]) => [
        words,
        { total, whole: !oneCharacter || ends >= leastEnding * total },
      ]),
  );
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

function* properPrefixes(words: string): Generator<string> {
  for (let length = 2; length < words.length; length++) yield words.slice(0, length);
}

function* properParts(words: string): Generator<string> {
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= words.length; to++) if (to - from < words.length) yield words.slice(from, to);
  }
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
    (longer.get(words) ?? 0) < mostly * total(words);
  const following = new Map<string, { words: string; count: number }[]>();
  for (const [words, { total: count }] of frequent) {
    if (!stands(words)) continue;
    for (const prefix of properPrefixes(words.slice(0, -1))) {
      if (!frequent.has(prefix)) continue;
      const list = following.get(prefix) ?? [];
      list.push({ words, count });
      following.set(prefix, list);
    }
  }
  const best = new Map<string, { saved: number; after: string }>();
  for (const [after, list] of following) {
    const characters = (words: string): number => words.length - after.length;
    list.sort((a, b) => b.count * characters(b.words) - a.count * characters(a.words));
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
  for (const { text, bounds } of clauses) {
    let covered = 0;
    for (let from = 0; from < bounds.length - 1; from++) {
      const isWanted = (to: number): boolean => wanted.has(text.slice(bounds[from], bounds[to]));
      let to = bounds.length - 1;
      while (to > from && !isWanted(to)) to--;
      if (to === from || (bounds[to] ?? 0) <= covered) continue;
      covered = bounds[to] ?? 0;
      const words = bounds.slice(from, to).map((start, index) => text.slice(start, bounds[from + index + 1]));
      const line = [...words, ...(whole.has(words.join('')) ? [] : ['…'])].join(' ');
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return counts;
}

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '26000' } },
  allowPositionals: true,
});
const clauses = clausesOf(positionals);
const frequent = frequencies(clauses);
const offered = worthOffering(frequent);
const totals = new Map(offered.map(({ words }) => [words, frequent.get(words) ?? { total: 0, whole: false }]));
const around = mostIn(totals, properParts);
const kept = offered
  .filter(({ words }) => (around.get(words) ?? 0) < mostly * (totals.get(words)?.total ?? 0))
  .slice(0, Number(values.most));
const whole = new Set(kept.map(({ words }) => words));
const counts = countLongest(clauses, new Set(kept.flatMap(({ words, after }) => [words, after])), whole);
console.error(`${frequent.size} frequent, ${offered.length} worth offering, ${counts.size} lines`);
console.log(
  [...counts]
    .map(([words, count]) => `${words}\t${count}`)
    .sort()
    .join('\n'),
);
