import { canBegin } from './han';
import { wordStarts } from './wordStarts';

/** Characters that are looked at: no word is longer, and the segmenter's time grows faster than what it is given. */
const longest = 24;

/**
 * The first Chinese word of `text`, with what stands before it and with particles and endings after it: `，推进改革` gives
 * `，推进`. All of it if there is none.
 */
export function firstWord(text: string): string {
  const start = text.search(/\p{Script=Han}/u);
  if (start < 0) return text;
  const run = /^\p{Script=Han}+/u.exec(text.slice(start, start + longest))?.[0] ?? '';
  const starts = wordStarts(run);
  const next = starts.find((at, index) => index > 0 && canBegin(run.slice(at, starts[index + 1])));
  return text.slice(0, start + (next ?? run.length));
}
