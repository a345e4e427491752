import type { Line } from '../../library/document';
import { endsSentence } from '../../text/characters';
import { textWidth } from '../../text/width';
import { isUnmarked } from '../line';

/*
 * Which lines of nothing but a number are page numbers. A number alone may be anything: a cell of a table, a year above the
 * entries of a chronicle, a figure that a web page sets on a line of its own. So it counts up with others page by page, or
 * it stands in the middle of a sentence that is torn at the end of a full line.
 * Cost: linear; each number looks at a bounded number of lines around it.
 */

const bareNumber = /^\d{1,4}$/;

const fewestNumbers = 3;
/** Of so many numbers, one may stand right below the one before: between them was a blank page. */
const numbersPerBlankPage = 3;
/** Years that stand closer are no numbers of pages. */
const fewestLinesOfPage = 4;
/** A longer line without end was broken. */
const shortestBrokenLine = 15;
/** Lines on both sides that are compared with a line to see whether it is full. */
const linesCompared = 30;
/** Narrower columns are lists and captions; in Han characters. */
const narrowestColumn = 20;
/** Room that a full line may leave, for marks that may not begin the next. */
const ragged = 2;

interface Candidate {
  readonly at: number;
  readonly value: number;
}

/** Places of lines that are nothing but a number, and that of a page. */
export function barePageNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const candidates = lines.flatMap(({ text, mark }, at) =>
    !mark && bareNumber.test(text) ? [{ at, value: Number(text) }] : [],
  );
  const found = new Set<number>();
  for (let from = 0; from < candidates.length;) {
    let to = from + 1;
    while (to < candidates.length && isNext(candidates[to - 1], candidates[to])) to++;
    const run = candidates.slice(from, to);
    if (run.some(({ value }) => isYear(value)) ? countsPages(lines, run) : countsUp(lines, run)) {
      for (const { at } of run) found.add(at);
    }
    from = to;
  }
  for (const at of tornSentences(lines, candidates)) found.add(at);
  return found;
}

/** Whether a number counts on from the one before, or repeats it on the next line, as head and foot of a page do. */
const isNext = (before: Candidate | undefined, { at, value }: Candidate = { at: 0, value: NaN }): boolean =>
  before !== undefined && (value === before.value + 1 || (value === before.value && at === before.at + 1));

const isYear = (value: number): boolean => value >= 1900 && value < 2100;

/** Whether numbers stand apart, three or more, or between blank lines. In neighbouring lines they are a column of a table. */
function countsUp(lines: readonly Line[], run: readonly Candidate[]): boolean {
  const neighbours = run.filter(({ at }, index) => at - 1 === run[index - 1]?.at).length;
  const places = run.length - neighbours;
  const alone = run.every(({ at }) => (lines[at]?.blanks ?? 0) > 0 && (lines[at + 1]?.blanks ?? 1) > 0);
  return places >= (alone && neighbours === 0 ? 1 : fewestNumbers) && neighbours * numbersPerBlankPage <= places;
}

/** Whether numbers that may be years count pages: a page apart, half of them in the middle of a sentence, none above a date. */
function countsPages(lines: readonly Line[], run: readonly Candidate[]): boolean {
  const apart = run.every(({ at }, index) => index === 0 || at - (run[index - 1]?.at ?? 0) > fewestLinesOfPage);
  const dated = run.some(({ at }) => /^\s*[\d一二三四五六七八九十]{1,3}[月日]/.test(lines[at + 1]?.text ?? ''));
  const torn = run.filter(({ at }) => isTorn(lines, at)).length;
  return run.length >= fewestNumbers && apart && !dated && torn * 2 >= run.length;
}

/** Numbers of up to three digits that each tear a sentence at the end of a full line; all that do count up. */
function tornSentences(lines: readonly Line[], candidates: readonly Candidate[]): readonly number[] {
  const torn = candidates.filter(({ at, value }) => value < 1000 && isTorn(lines, at));
  const rise = torn.every(({ value }, index) => index === 0 || value > (torn[index - 1]?.value ?? 0));
  return rise ? torn.flatMap(({ at }) => (endsFullLine(lines, at) ? [at] : [])) : [];
}

/** What a number may belong to that stands behind it (12 个, 5%, 3 月), and marks, which begin no line. */
const unit =
  /^[年月日号时点分秒天周岁届次个名位人户家项件条座台辆所处起批种类级组套间栋公平立千百十万亿元吨米亩斤克升倍成度只头棵株支张份部篇章节页册场期轮步大多余强村镇乡县市区字道门艘架笔宗例对双颗片段层股幅首亿美\p{P}\p{S}\dA-Za-z]/u;
/** What may lead to a number: 第, 达, 增长, an opening bracket. */
const leadsToNumber = /[第约达为至到共有近超过长降高低少增减占每前后上下满逾于了是在等及和与、（(“《—～~.．\dA-Za-z]$/;

/** Whether a sentence breaks off above a number and goes on below it, and the number belongs to neither part. */
function isTorn(lines: readonly Line[], at: number): boolean {
  const [before, after] = [lines[at - 1], lines[at + 1]];
  if (!before || !after || !isUnmarked(before) || !isUnmarked(after)) return false;
  return (
    isBroken(before.text) &&
    !leadsToNumber.test(before.text) &&
    !unit.test(after.text) &&
    /[，。；！？]/.test(after.text) &&
    after.indent <= Math.min(before.indent, 1)
  );
}

/** Whether the line above a number is as wide as lines get around it, and an indent or other lines say that lines are broken there. */
function endsFullLine(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  if (!before) return false;
  const full = widthOf(before);
  const around = lines.slice(Math.max(0, at - linesCompared), at + linesCompared);
  const widths = around.filter((line) => line !== before && isUnmarked(line)).map(widthOf);
  if (full < narrowestColumn || widths.some((width) => width > full + ragged)) return false;
  return before.indent >= 2 || widths.filter((width) => width >= full - ragged).length >= fewestNumbers;
}

/** Width of a line with its indent, in Han characters. */
const widthOf = ({ text, indent }: Line): number => textWidth(text) + indent / 2;

/** A line of running text that stops in mid-sentence. */
export const isBroken = (text: string): boolean =>
  text.length > shortestBrokenLine && /[，。、,;；]./.test(text) && !endsSentence(text);
