import assert from 'node:assert/strict';
import { syllables } from '../../../src/text/pinyin';
import { segmentations } from '../../../src/completion/pinyin/pinyinSegmentation';
import { repositoryFiles } from '../../../bench/support/corpusFiles';

/** The phrases are many; every so many-eth will do. */
const step = 7;

describe('the shipped phrases', () => {
  const phrases = Object.values(repositoryFiles('corpus/短语', '.md'))
    .flatMap((text) => text.split('\n'))
    .filter((line) => /^- \p{Script=Han}{4,12}$/u.test(line))
    .map((line) => line.slice(2))
    .filter((_, index) => index % step === 0);

  it('can be spelt in full, by first letters, and half and half', () => {
    assert.ok(phrases.length > 500);
    for (const phrase of phrases) {
      const read = syllables(phrase).map(([reading = '']) => reading);
      const letters = read.map((reading) => reading.charAt(0));
      const half = read.length >> 1;
      for (const latin of [
        read.join(''),
        letters.join(''),
        [...letters.slice(0, half), ...read.slice(half)].join(''),
        [...read.slice(0, half), ...letters.slice(half)].join(''),
      ]) {
        const found = segmentations(latin).some(({ initials }) => initials === letters.join(''));
        assert.ok(found, `${phrase} by ${latin}`);
      }
    }
  });
});
