import { withoutEnd } from '../../base/endRun';
import { canBegin, runStart } from '../../text/han';
import { wordStarts } from '../../text/wordStarts';
import { lineMargin, lineStart } from '../markdownLine';

/** Most characters before the cursor that are matched. */
export const longestTyped = 12;

/** What a clause opens: an item of a list, what follows a colon, a sentence, or no more than itself. */
export type Opening = 'item' | 'explanation' | 'sentence' | 'clause';

/** What was typed of a clause, as far as it is matched. */
export interface TypedClause {
  /** Han characters and 、. */
  readonly run: string;
  /** What the run opens, where the clause begins with it. */
  readonly opens: Opening | undefined;
  /** Offsets in `run` at which a word begins. */
  readonly words: ReadonlySet<number>;
}

/** Most characters of a label, unless it is a whole phrase of a list. */
const longestLabel = 16;

/** 一、, 1、, 一是, 二要: what numbers headings and points opens a clause as punctuation does. */
const enumerator = /^(?:[一二三四五六七八九十]{0,3}、|[一二三四五六七八九十]{1,2}[是要])/;

/** The clause before `offset`, or the end of a long one. */
export function typedClauseBefore(text: string, offset: number): TypedClause {
  // What is cut may be cut inside a word; further on the segmenter finds the words again.
  const start = runStart(text, offset, offset - 2 * longestTyped);
  const near = text.slice(start, offset);
  if (near.length > longestTyped) return { ...endOf(near, near.length - longestTyped), opens: undefined };
  const numbered = enumerator.exec(near)?.[0].length ?? 0;
  return { ...endOf(near.slice(numbered), 0), opens: openingAt(text, start) };
}

/** The end of a clause from `from` on, and its words. */
function endOf(clause: string, from: number): Pick<TypedClause, 'run' | 'words'> {
  const words = wordStarts(clause).map((word) => word - from);
  return { run: clause.slice(from), words: new Set(words.filter((word) => word >= 0)) };
}

/** The ends of a clause that begin at a word and have at least `shortest` characters, the longest first. */
export function* endsOf({ run, words }: TypedClause, shortest: number): Generator<string> {
  for (let length = Math.min(run.length, longestTyped); length >= shortest; length--) {
    if (words.has(run.length - length)) yield run.slice(-length);
  }
}

/** The last word of a clause. */
export const lastWordOf = ({ run, words }: TypedClause): string =>
  run.slice(Math.max(0, ...[...words].filter((at) => at < run.length)));

/**
 * The end of a clause that a label repeats before `text`: the last `matched` characters if they and `text` are a whole
 * phrase, else what fits of them, from the beginning of a word on.
 */
export function labelPrefix({ run, words }: TypedClause, text: string, matched: number, whole: boolean): string {
  if (matched === 0) return '';
  const start = run.length - matched;
  if (whole && words.has(start)) return run.slice(start);
  const fitting = longestLabel - text.length;
  const begins = [...words].filter((at, index, all) => canBegin(run.slice(at, all[index + 1])));
  const fits = begins.find((at) => at >= start && run.length - at <= fitting && !run.includes('、', at));
  return run.slice(fits ?? begins.at(-1) ?? 0);
}

/** What begins at `offset`, where no word runs across it. */
export function openingAt(text: string, offset: number): Opening {
  const before = text.slice(Math.max(lineStart(text, offset), offset - 80), offset);
  if (/^\s*(?:[-*+]|\d{1,3}[.)、．])\s*$/.test(before)) return 'item';
  const last = withoutEnd(before.trimEnd(), /[“‘（《]/).at(-1);
  if (last === undefined || (lineMargin.exec(before)?.[0] ?? '') === before) return 'sentence';
  if (last === '：' || last === ':') return 'explanation';
  return '。！？!?；;”'.includes(last) ? 'sentence' : 'clause';
}
