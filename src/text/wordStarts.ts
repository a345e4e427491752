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
