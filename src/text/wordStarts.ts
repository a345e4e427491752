/** Words of a run as a host without a segmenter has them: every character. */
function everyCharacter(run: string): readonly number[] {
  let offset = 0;
  return Array.from(run, (character) => (offset += character.length) - character.length);
}

let segmenter: Intl.Segmenter | undefined;

/** Made on first use: it takes longer than the start of the extension should. Old browsers lack it. */
const segmenterOfHost = (): Intl.Segmenter | undefined =>
  (segmenter ??=
    typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh-Hans', { granularity: 'word' }) : undefined);

/** Characters given to the segmenter at a time, far more than a clause has: its time grows with their square. */
const longestPiece = 400;

/** Offsets at which the words of `run`, a clause, begin, 0 first. */
export function wordStarts(run: string): readonly number[] {
  const segmenter = segmenterOfHost();
  if (!segmenter) return everyCharacter(run);
  const starts: number[] = [];
  for (let from = 0; from < run.length; from += longestPiece)
    for (const { index } of segmenter.segment(run.slice(from, from + longestPiece))) starts.push(from + index);
  return starts;
}

/** Characters before and behind a run that are enough to tell the words beside it. */
const surroundings = 8;

/**
 * The words of a line that a run of characters cuts: 究竞 in 研究竞争 cuts one at each end. None where the host has no
 * segmenter.
 * @param from UTF-16 offset of the run in `line`
 * @param to its end
 * @returns whether a word begins before the run and ends within it, and whether one begins within it and ends behind it
 */
export function cutWords(line: string, from: number, to: number): { readonly first: boolean; readonly last: boolean } {
  const start = Math.max(0, from - surroundings);
  const words = Array.from(segmenterOfHost()?.segment(line.slice(start, to + surroundings)) ?? [], (word) => {
    const index = start + word.index;
    return { index, end: index + word.segment.length };
  });
  return {
    first: words.some(({ index, end }) => index < from && end > from),
    last: words.some(({ index, end }) => index < to && end > to),
  };
}
