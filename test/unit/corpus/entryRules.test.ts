import assert from 'node:assert/strict';
import { entryEnds, entryLength, knownFields, noDuplicates, parallelHeadings, uniqueTitles } from './entryRules';
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
      noDuplicates('金句')([quotes('- 春耕，秋收。\n- 冬藏。'), quotes('- 夏耘。\n- 春耕秋收！', 'b')]),
      [{ path: '金句/b.md', line: 10, message: 'already in 金句/a.md:9: 春耕秋收！' }],
    );
  });

  it('passes different ones, and does not hold a phrase against a quote', () => {
    assert.deepEqual(noDuplicates('金句')([quotes('- 春耕\n- 春耕忙'), phrases('- 春耕')]), []);
    assert.equal(noDuplicates('短语')([phrases('- 春耕\n- 春耕')]).length, 1);
  });
});

describe('corpus rule entryLength', () => {
  const short = entryLength('短语', 4, 6);
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

describe('corpus rule parallelHeadings', () => {
  const found = (body: string): number => parallelHeadings([sample(body, '标题/a.md')]).length;
  it('passes three to five headings of one length', () => {
    assert.equal(found('- 学深悟透，铸魂赋能；知责尽责，实干争先；严管厚爱，正风肃纪\n- 春耕；夏耘；秋收；冬藏'), 0);
  });
  it('finds too few, too many, and those that differ in length or in where they pause', () => {
    assert.equal(found('- 春耕；夏耘\n- 一；二；三；四；五；六\n- 春耕；夏耘；秋收了'), 3);
    assert.equal(found('- 春耕，不误时；夏耘，不惜力；秋收时，不丢'), 1);
  });
});

describe('corpus rule knownFields', () => {
  const found = (body: string): string[] =>
    knownFields([sample(body, '提法/a.md')]).map(({ line, message }) => `${line} ${message}`);
  it('passes an entry with its fields', () => {
    assert.deepEqual(
      found('- 春耕春种\n  - 出处：甲\n  - 时间：2022年\n- 秋收秋种\n  - 时间：2022年\n  - 出处：乙'),
      [],
    );
  });
  it('reads fields as lines of the entry, which are no part of its text', () => {
    const classical = sample('- 春耕。\n  出处：甲\n  释义：乙\n  用法：丙\n\n- 夏耘。\n  出处：甲', '典故/a.md');
    assert.deepEqual(
      knownFields([classical]).map(({ line, message }) => `${line} ${message}`),
      ['14 lacks 释义: 夏耘。', '14 lacks 用法: 夏耘。'],
    );
    assert.deepEqual(noDuplicates('典故')([classical, sample('- 春耕。\n  出处：丁', '典故/b.md')]).length, 1);
  });
  it('finds a field that is missing, unknown or empty', () => {
    assert.deepEqual(found('- 春耕春种\n  - 出处：甲\n- 秋收秋种\n  - 时间：2022年\n  - 出处：\n  - 备注：乙'), [
      '9 lacks 时间: 春耕春种',
      '11 lacks 出处: 秋收秋种',
      '11 unknown field undefined: 秋收秋种',
      '11 unknown field 备注: 秋收秋种',
    ]);
  });
});
