/** Tells whether a UTF-16 unit is a Han character of the basic plane; halves of surrogate pairs are not. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3007;

/** 、 joins the members of a list and so stands inside set expressions; other punctuation ends them. */
export const isRunCode = (code: number): boolean => isHan(code) || code === 0x3001;

/** A stretch of Han characters and 、 that anything else ends. */
export interface Run {
  readonly text: string;
  /** UTF-16 offset in the text that was searched. */
  readonly offset: number;
}

/** All runs of `text`, in order. */
export function* runsOf(text: string): Generator<Run> {
  for (let start = 0; start < text.length; start++) {
    if (!isRunCode(text.charCodeAt(start))) continue;
    const end = runEnd(text, start);
    yield { text: text.slice(start, end), offset: start };
    start = end;
  }
}

/** Offset of the first UTF-16 unit from `start` on that does not belong to a run; `limit` if none before that does. */
export function runEnd(text: string, start: number, limit = text.length): number {
  const most = Math.min(limit, text.length);
  let end = start;
  while (end < most && isRunCode(text.charCodeAt(end))) end++;
  return end;
}

/** Offset at which the run before `end` begins, at least `limit`; `end` itself if none does. */
export function runStart(text: string, end: number, limit = 0): number {
  const least = Math.max(limit, 0);
  let start = end;
  while (start > least && isRunCode(text.charCodeAt(start - 1))) start--;
  return start;
}

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
