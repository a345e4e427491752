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

/**
 * Offsets at which the words of `run` begin, 0 first. `run` is a clause: the segmenter's time grows faster than
 * the length of what it is given.
 */
export function wordStarts(run: string): readonly number[] {
  const words = segmenterOfHost()?.segment(run);
  return words ? Array.from(words, ({ index }) => index) : everyCharacter(run);
}
