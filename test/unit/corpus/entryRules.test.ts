import assert from 'node:assert/strict';
import { entryEnds, entryLength, noDuplicates, uniqueTitles } from './entryRules';
import { sample } from './piece';

const quotes = (body: string, name = 'a'): ReturnType<typeof sample> => sample(body, `金句/${name}.md`);
const phrases = (body: string): ReturnType<typeof sample> => sample(body, '短语/a.md');

describe('corpus rule uniqueTitles', () => {
  it('finds the second of two titles alike', () => {
    assert.deepEqual(
      uniqueTitles([sample('甲'), sample('乙', '金句/b.md')]).map(({ path }) => path),
      ['金句/b.md'],
    );
    assert.deepEqual(uniqueTitles([sample('甲')]), []);
  });
});

describe('corpus rule noDuplicates', () => {
  it('finds a quote again in another file, punctuation aside', () => {
    assert.deepEqual(
      noDuplicates('quote')([quotes('- 春耕，秋收。\n- 冬藏。'), quotes('- 夏耘。\n- 春耕秋收！', 'b')]),
      [{ path: '金句/b.md', line: 10, message: 'already in 金句/a.md:9: 春耕秋收！' }],
    );
  });

  it('passes different ones, and does not hold a phrase against a quote', () => {
    assert.deepEqual(noDuplicates('quote')([quotes('- 春耕\n- 春耕忙'), phrases('- 春耕')]), []);
    assert.equal(noDuplicates('phrase')([phrases('- 春耕\n- 春耕')]).length, 1);
  });
});

describe('corpus rule entryLength', () => {
  const short = entryLength('phrase', 4, 6);
  it('passes both bounds, 、 aside', () => {
    assert.deepEqual(short([phrases('- 春耕秋收\n- 春耕、夏耘、秋收')]), []);
  });
  it('finds shorter and longer ones, and counts a rare character once', () => {
    assert.deepEqual(
      short([phrases('- 春耕、秋\n- 春耕夏耘秋收冬\n- 𠮷𠮷𠮷')]).map(({ line }) => line),
      [9, 10, 11],
    );
  });
});

describe('corpus rule entryEnds', () => {
  it('passes whole sentences and bare phrases', () => {
    assert.deepEqual(
      entryEnds([quotes('- 春耕忙。\n- 他说：“忙！”\n- 天道酬勤。——《甲》'), phrases('- 春耕\n- 抓好“春耕”')]),
      [],
    );
  });
  it('finds a quote without an end and a phrase with one', () => {
    assert.equal(entryEnds([quotes('- 春耕忙\n- 春耕，'), phrases('- 春耕。\n- 春耕，')]).length, 4);
  });
});
