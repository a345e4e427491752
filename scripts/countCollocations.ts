/**
 * Counts which words stand together in official prose, for `corpus/搭配.tsv`. Run with
 *
 *     npx tsx scripts/countCollocations.ts [--most 4500] file … > corpus/搭配.tsv
 *
 * The files are plain text, a paragraph a line. What comes out are counts, no texts: sequences of up to a dozen characters
 * that stood in many paragraphs, and of these the ones that would be offered somewhere and save most keys. Each occurrence
 * counts for the longest of them that stands there, so that the counts add up to how often something followed.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canBegin, canEnd, runsOf } from '../src/text/han';
import { wordStarts } from '../src/text/wordStarts';

/** Characters of what is offered, what it is offered after included. */
const shortest = 4;
const longest = 12;
/** So that it is known how the longest go on. */
const longestCounted = 16;
/** Fewer occurrences, or in fewer paragraphs, may be chance or one event. */
const fewest = 8;
const fewestParagraphs = 6;
/** Continuations of one beginning that a list has room for. */
const mostOffered = 6;
/** A part of something longer, where this share of its occurrences is. */
const mostly = 0.7;

/** Paragraphs of official prose have such a word every so many characters. */
const official = /发展|推进|改革|建设|落实|创新|科技|治理|产业|企业|服务|人才|工作/g;
const charactersPerOfficialWord = 40;
/** News of other countries, of which there is much where official prose is collected. */
const foreign = /两国|中方|[美俄英法德日韩印乌以伊]方|外长|总统|首相|访华|元首|大使|使馆|战争|军事|峰会|联合国/;
/** What names a person of today, and what one congress, plan, campaign or event ends with. */
const persons =
  /习(?![惯题俗得气作练])|近平|李强|赵乐际|王沪宁|蔡奇|丁薛祥|李希|韩正|李书磊|石泰峰|何立峰|张国清|王毅|胡春华|陈文清|王小洪|李干杰|吴政隆|谌贻琴|铁凝|尹力|陈吉宁|刘国中|李鸿忠|总书记|主席|总理|委员长|部长|同志为核心|武维|何维|主任[王沈张李]|出席|代表团|次会议|草案|贺信|记者|央视|总台|新华|清华|北京大学|中国科学院|中科院/;
const passing =
  /十[二三四五六七]五|[十九八][一二三四五六七八九]?大|二十|届|大报告|[一二三四五六七]中|学习教育|专项行动|主题教育|党[纪史]学习|学查改|政绩观|今年|去年|明年|上半年|季度|疫情|新冠|两会|春节|国庆|亚运|进博|台湾|两岸|香港|澳门|统一|义乌|雄安|西藏|新疆/;

interface Count {
  total: number;
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
    [...runsOf(paragraph)].map(({ text }) => ({ text, bounds: [...wordStarts(text), text.length], paragraph: number })),
  );
}

function* sequences({ text, bounds }: Clause): Generator<{ words: string; from: number; to: number }> {
  for (let from = 0; from < bounds.length - 1; from++) {
    if (!canBegin(text.slice(bounds[from], bounds[from + 1]))) continue;
    for (let to = from + 1; to < bounds.length; to++) {
      const words = text.slice(bounds[from], bounds[to]);
      if (words.length > longestCounted) break;
      if (words.length > 1) yield { words, from, to };
    }
  }
}

/** How often each sequence occurs that occurs often enough. */
function frequencies(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Count>();
  for (const clause of clauses) {
    for (const { words } of sequences(clause)) {
      const count = counts.get(words) ?? { total: 0, paragraphs: 0, latest: -1 };
      count.total++;
      if (count.latest !== clause.paragraph) count.paragraphs++;
      count.latest = clause.paragraph;
      counts.set(words, count);
    }
  }
  return new Map(
    [...counts]
      .filter(([, { total, paragraphs }]) => total >= fewest && paragraphs >= fewestParagraphs)
      .filter(([words]) => !persons.test(words) && !passing.test(words))
      .map(([words, { total }]) => [words, total]),
  );
}

/** The most occurrences of anything longer that `part` picks a part of. */
function mostIn(
  frequent: ReadonlyMap<string, number>,
  parts: (words: string) => Iterable<string>,
): Map<string, number> {
  const most = new Map<string, number>();
  for (const [words, count] of frequent) {
    for (const part of parts(words)) if (count > (most.get(part) ?? 0)) most.set(part, count);
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
function worthOffering(frequent: ReadonlyMap<string, number>): readonly { words: string; after: string }[] {
  const longer = mostIn(frequent, properPrefixes);
  const stands = (words: string): boolean =>
    words.length >= shortest &&
    words.length <= longest &&
    canEnd(words.at(-1) ?? '', false) &&
    (longer.get(words) ?? 0) < mostly * (frequent.get(words) ?? 0);
  const following = new Map<string, { words: string; count: number }[]>();
  for (const [words, count] of frequent) {
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

/** Counts every occurrence for the longest of `wanted` that stands there. The words come out with spaces between them. */
function countLongest(clauses: readonly Clause[], wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
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
      counts.set(words.join(' '), (counts.get(words.join(' ')) ?? 0) + 1);
    }
  }
  return counts;
}

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '4500' } },
  allowPositionals: true,
});
const clauses = clausesOf(positionals);
const frequent = frequencies(clauses);
const offered = worthOffering(frequent);
const around = mostIn(new Map(offered.map(({ words }) => [words, frequent.get(words) ?? 0])), properParts);
const kept = offered
  .filter(({ words }) => (around.get(words) ?? 0) < mostly * (frequent.get(words) ?? 0))
  .slice(0, Number(values.most));
const counts = countLongest(clauses, new Set(kept.flatMap(({ words, after }) => [words, after])));
console.error(`${frequent.size} frequent, ${offered.length} worth offering, ${counts.size} lines`);
console.log(
  [...counts]
    .map(([words, count]) => `${words}\t${count}`)
    .sort()
    .join('\n'),
);
