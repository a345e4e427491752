/** Tells whether a UTF-16 unit is a Han character of the basic plane; halves of surrogate pairs are not. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3007;

/** Whether a surrogate pair with this first half is a Han character: the blocks of planes 2 and 3. */
const isHanHighSurrogate = (code: number): boolean => code >= 0xd840 && code <= 0xd88f;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isAlphanumeric = (code: number): boolean => isDigit(code) || isLetter(code);

/** Longest word of letters and digits that is taken into a run. */
const longestLatinWord = 12;

/**
 * Whether the UTF-16 unit at `index` belongs to a run: Han of any plane, 、 which joins the members of a list, or a word of
 * letters like AI or 5G. Numbers end a run, and so does X, which stands for a blank.
 */
function isInRun(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (isHan(code) || code === 0x3001) return true;
  if (code < 0x80) return isAlphanumeric(code) && isLatinWordAt(text, index);
  if (isHanHighSurrogate(code)) return isLowSurrogate(text.charCodeAt(index + 1));
  return isLowSurrogate(code) && isHanHighSurrogate(text.charCodeAt(index - 1));
}

/** Whether the letters and digits around `index` are a word, and no number or blank. */
function isLatinWordAt(text: string, index: number): boolean {
  let [start, end] = [index, index + 1];
  while (index - start <= longestLatinWord && isAlphanumeric(text.charCodeAt(start - 1))) start--;
  while (end - index <= longestLatinWord && isAlphanumeric(text.charCodeAt(end))) end++;
  const word = text.slice(start, end);
  return word.length <= longestLatinWord && /[a-z]/i.test(word) && !/^[0-9]*[Xx]+$/.test(word);
}

/** A stretch of Han characters, 、 and words like AI or 5G that anything else ends. */
export interface Run {
  readonly text: string;
  /** UTF-16 offset in the text that was searched. */
  readonly offset: number;
}

/** All runs of `text` that hold a Han character, in order. */
export function* runsOf(text: string): Generator<Run> {
  for (let start = 0; start < text.length; start++) {
    if (!isInRun(text, start)) continue;
    const end = runEnd(text, start);
    const run = text.slice(start, end);
    if (hasHan(run)) yield { text: run, offset: start };
    start = end;
  }
}

/** Whether a text has a Han character of any plane. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Offset of the first UTF-16 unit from `start` on that does not belong to a run; `limit` if none before that does. */
export function runEnd(text: string, start: number, limit = text.length): number {
  const most = Math.min(limit, text.length);
  let end = start;
  while (end < most && isInRun(text, end)) end++;
  return end;
}

/** Offset at which the run before `end` begins, at least `limit`; `end` itself if none does. */
export function runStart(text: string, end: number, limit = 0): number {
  const least = Math.max(limit, 0);
  let start = end;
  while (start > least && isInRun(text, start - 1)) start--;
  return start;
}

/** Whether a clause goes on behind the run that ends at `end`: with a quotation, a title, a blank or a figure. */
export const clauseGoesOn = (text: string, end: number): boolean => /[\p{L}\p{N}“‘《〔%.·]/u.test(text.charAt(end));

/** Words that join or govern what follows: nothing self-contained ends in one. */
const openers = new Set('和与及或对把将为以从向由被让使而且并在于、');
/** Words after which a clause may end, but nothing in the middle of one. */
const particles = new Set('的了着是都就还也要能会可有这那其之所不等');
/** Words of one character with which nothing self-contained begins: particles, endings, measures. */
const leaners = new Set('的了着是和与及或、力性化者率度型式级链条套项个件台名位们员业厅题技');

/** Tells whether something that may stand alone can begin with `word`. */
export const canBegin = (word: string): boolean => !leaners.has(word);

/** Tells whether something that may stand alone can end in `character`, `atRunEnd` where its run ends with it. */
export const canEnd = (character: string, atRunEnd: boolean): boolean =>
  !openers.has(character) && (atRunEnd || !particles.has(character));
