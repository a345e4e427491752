import type { TextRange } from '../../text/fold';

/** Shorter words are mistyped into other words. */
const shortestMistyped = 4;

/**
 * The first place at which the folded `text` holds `word` with one character wrong, missing, added or exchanged with its
 * neighbour; undefined for a word that is too short to tell, and where there is none.
 */
export function nearlyIn(text: string, word: string): TextRange | undefined {
  if (word.length < shortestMistyped) return undefined;
  // One of the halves is right, unless the characters where they meet are exchanged.
  const middle = word.length >> 1;
  const [head, tail] = [word.slice(0, middle), word.slice(middle)];
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const start = at + head.length;
    const length = nearLength(tail, (place) => text.charCodeAt(start + place));
    if (length !== undefined) return { start: at, end: start + length };
  }
  const exchanged = head.slice(0, -1) + tail.charAt(0) + head.slice(-1) + tail.slice(1);
  const exchangedAt = text.indexOf(exchanged);
  if (exchangedAt >= 0) return { start: exchangedAt, end: exchangedAt + word.length };
  const backwards = [...Array(head.length).keys()].map((place) => head.charAt(head.length - 1 - place)).join('');
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    const length = nearLength(backwards, (place) => text.charCodeAt(at - 1 - place));
    if (length !== undefined) return { start: at - length, end: at + tail.length };
  }
  return undefined;
}

/** Length of the text that is `part` but for one character; undefined when it is not. Beyond the text `codeAt` gives NaN. */
function nearLength(part: string, codeAt: (place: number) => number): number | undefined {
  const same = (from: number, shift: number): boolean => {
    for (let at = from; at < part.length; at++) if (part.charCodeAt(at) !== codeAt(at + shift)) return false;
    return true;
  };
  let first = 0;
  while (first < part.length && part.charCodeAt(first) === codeAt(first)) first++;
  if (first === part.length) return part.length;
  const exchanged = part.charCodeAt(first) === codeAt(first + 1) && part.charCodeAt(first + 1) === codeAt(first);
  if ((exchanged && same(first + 2, 0)) || (same(first + 1, 0) && !Number.isNaN(codeAt(first)))) return part.length;
  if (same(first + 1, -1)) return part.length - 1;
  return same(first, 1) ? part.length + 1 : undefined;
}

/** Shorter words have their characters in order in many places. */
const shortestWithGaps = 6;
/** The place may be so many times as long as the word. */
const widestGaps = 2;

/**
 * How closely the folded `text` holds all characters of `word` in their order: the length of the word by that of the shortest
 * place that has them, with others in between. 0 where there is none of twice its length at most, and for a short word.
 */
export function closenessIn(text: string, word: string): number {
  if (word.length < shortestWithGaps) return 0;
  let shortest = widestGaps * word.length + 1;
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    let at = start;
    for (let next = 1; next < word.length && at - start < shortest; next++) {
      at = text.indexOf(word.charAt(next), at + 1);
      if (at < 0) return closeness(word, shortest);
    }
    shortest = Math.min(shortest, at - start + 1);
  }
  return closeness(word, shortest);
}

const closeness = ({ length }: string, shortest: number): number =>
  shortest <= widestGaps * length ? length / shortest : 0;
