/**
 * Counts in how many documents an expression stands, for `scripts/chooseExpressions.ts`. Run with
 *
 *     npx tsx scripts/countExpressions.ts [--least 3] file … > table.tsv
 *
 * Each file is one document of plain text, a paragraph a line. What comes out are counts, no texts: expressions of 4 to 40
 * characters that begin and end with words, stand in `least` documents or more, and are not a part of something longer
 * in most of them.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canBegin, canEnd } from '../src/text/han';
import { isBalanced } from '../src/text/isBalanced';
import { wordStarts } from '../src/text/wordStarts';

const shortest = 4;
const longest = 40;
/** A part of something longer, where this share of its documents have that. */
const mostly = 0.95;
/** Where fewer of its occurrences end a clause, or the member of a list, it is torn; in front it may lean on more. */
const leastEnding = 0.1;
const leastBeginning = 0.05;
const leastPredecessors = 3;
/** Words that part the members of a list, join what is whole to something else, or say what became of it. */
const joints = new Set(
  (
    '、 和 与 及 以及 的 等 是 为 以 在 将 并 而 ” 不断 明显 显著 持续 达到 达 提高 提升 增长 下降 超过 突破 稳定 实现 完成 得到 取得 ' +
    '更加 进一步 大幅 基本 全部 均 较 比 占 保持 位居 成为'
  ).split(' '),
);
/** Verbs with which an expression may end though their object follows. */
const openVerbs = new Set(
  (
    '推进 推动 建设 发展 落实 实施 加强 提升 提高 完善 健全 优化 深化 强化 巩固 拓展 扩大 培育 打造 构建 加快 促进 支持 保障 ' +
    '维护 防范 化解 解决 开展 贯彻 坚持 做好 抓好 办好 用好 增强 激发 释放 引导 鼓励 规范 创新 布局 谋划 部署 整治 打击 ' +
    '改善 治理 管控 学习 遏制 纠治 织密 筑牢 守住 守牢 压实 兜牢 抓实 做实 做优 做强 做大 服务 融入 统筹 探索 改造 统一'
  ).split(' '),
);
/** Room for that many different words. */
const mostWords = 2 ** 20;

/** Words of a clause by number, and what it was cut from. */
interface Clause {
  readonly document: number;
  readonly words: readonly string[];
  readonly numbers: Int32Array;
  /** Whether digits or letters stand behind, and in front: with them something goes on. */
  readonly openEnd: boolean;
  readonly openBeginning: boolean;
  /** Number of the sequence that begins at each word, for the length that is looked at; -1 where it is too rare. */
  sequences: Int32Array;
}

interface Sequence {
  readonly text: string;
  readonly first: string;
  readonly last: string;
  documents: number;
  latest: number;
  occurrences: number;
  /** Occurrences with punctuation or a joint behind, and in front. */
  ends: number;
  begins: number;
  /** Occurrences within a list, with a member behind, and in front. */
  membersBehind: number;
  membersInFront: number;
  /** Different words in front. */
  readonly predecessors: Set<number>;
  /** Documents of the most frequent sequence that is one word longer. */
  mostAround: number;
}

/** Clauses of Han characters, 、 and quotation marks. */
function clausesOf(files: readonly string[]): readonly Clause[] {
  const numbers = new Map<string, number>();
  const number = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    if (known === numbers.size) numbers.set(word, known);
    return known;
  };
  return files.flatMap((file, document) => {
    const whole = readFileSync(file, 'utf8');
    return [...whole.matchAll(/[\p{Script=Han}、“”]+/gu)].map(({ 0: text, index }) => {
      const starts = wordStarts(text);
      const words = starts.map((start, at) => text.slice(start, starts[at + 1]));
      const own = Int32Array.from(words, number);
      const openEnd = /[\p{L}\p{N}%.]/u.test(whole.charAt(index + text.length));
      const openBeginning = /[\p{L}\p{N}%.]/u.test(whole.charAt(index - 1));
      return { document, words, numbers: own, sequences: own, openEnd, openBeginning };
    });
  });
}

/** Sequences of `length` words that may be frequent: both of their parts of one word less are. Counts each. */
function count(clauses: readonly Clause[], length: number, shorter: readonly Sequence[]): readonly Sequence[] {
  const known = new Map<number, number>();
  const found: Sequence[] = [];
  for (const clause of clauses) {
    const { words, numbers, sequences, document, openEnd, openBeginning } = clause;
    const size = words.length - length + 1;
    const longer = new Int32Array(Math.max(size, 0)).fill(-1);
    for (let at = 0; at < size; at++) {
      const [left = -1, right = -1] = length === 1 ? [0, 0] : sequences.subarray(at, at + 2);
      if (left < 0 || right < 0) continue;
      const key = left * mostWords + (numbers[at + length - 1] ?? 0);
      let id = known.get(key);
      if (id === undefined) {
        id = found.length;
        known.set(key, id);
        const text = words.slice(at, at + length).join('');
        const [first = '', last = ''] = [words[at], words[at + length - 1]];
        const none = { documents: 0, occurrences: 0, ends: 0, begins: 0, membersBehind: 0, membersInFront: 0 };
        found.push({ text, first, last, ...none, latest: -1, mostAround: 0, predecessors: new Set() });
      }
      const sequence = found[id];
      if (!sequence) continue;
      if (sequence.latest !== document) sequence.documents++;
      sequence.latest = document;
      sequence.occurrences++;
      if (at === size - 1 ? !openEnd : joints.has(words[at + length] ?? '')) sequence.ends++;
      if (at === 0 ? !openBeginning : joints.has(words[at - 1] ?? '')) sequence.begins++;
      if (words[at + length] === '、') sequence.membersBehind++;
      if (words[at - 1] === '、') sequence.membersInFront++;
      sequence.predecessors.add(numbers[at - 1] ?? -1);
      longer[at] = id;
    }
    clause.sequences = longer;
  }
  for (const { sequences } of clauses) {
    for (const [at, id] of sequences.entries()) if ((found[id]?.documents ?? 0) < least) sequences[at] = -1;
  }
  noteLonger(known, found, shorter);
  return found;
}

/** Tells the sequences of one word less in how many documents something longer stands around them. */
function noteLonger(
  known: ReadonlyMap<number, number>,
  found: readonly Sequence[],
  shorter: readonly Sequence[],
): void {
  const byText = new Map(shorter.map((sequence) => [sequence.text, sequence]));
  for (const [key, id] of known) {
    const own = found[id];
    if (!own) continue;
    for (const part of [shorter[Math.floor(key / mostWords)], byText.get(own.text.slice(own.first.length))]) {
      if (part) part.mostAround = Math.max(part.mostAround, own.documents);
    }
  }
}

const isWhole = ({ text, first, last, documents, occurrences, ends, begins, ...around }: Sequence): boolean =>
  text.length >= shortest &&
  text.length <= longest &&
  canBegin(first) &&
  canEnd(last, false) &&
  !/^[、”]|[、“]$/.test(text) &&
  isBalanced('', text) &&
  around.mostAround < mostly * documents &&
  // A list that goes on is cut.
  (!/[、和]/.test(text) || Math.max(around.membersBehind, around.membersInFront) < occurrences / 2) &&
  (ends >= leastEnding * occurrences || (openVerbs.has(last) && text.length === shortest)) &&
  (begins >= leastBeginning * occurrences || around.predecessors.size >= leastPredecessors);

const { values, positionals } = parseArgs({
  options: { least: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const least = Number(values.least);
const clauses = clausesOf(positionals);
const chosen: Sequence[] = [];
let shorter: readonly Sequence[] = [];
for (let length = 1; length <= longest; length++) {
  const found = count(clauses, length, shorter);
  chosen.push(...shorter.filter((sequence) => sequence.documents >= least && isWhole(sequence)));
  if (!found.some(({ documents }) => documents >= least)) break;
  shorter = found;
}
chosen.sort((a, b) => b.documents - a.documents || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
console.log(chosen.map(({ text, documents }) => `${text}\t${documents}`).join('\n'));
