import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../src/library/frontMatter';

const withTags = (tags: string): readonly string[] => parseFrontMatter(`---\ntags: ${tags}\n---\n`).tags;

describe('parseFrontMatter', () => {
  it('reads title, category, tags, source and date, and says where the body begins', () => {
    const head = '---\ntitle: 春耕动员\ncategory: 讲话致辞\ntags: [农业, 春耕]\nsource: 农办\ndate: 2024-03-01\n---\n';
    assert.deepEqual(parseFrontMatter(`${head}正文`), {
      title: '春耕动员',
      category: '讲话致辞',
      tags: ['农业', '春耕'],
      source: '农办',
      date: '2024-03-01',
      bodyOffset: head.length,
    });
  });

  it('finds none in text without a block at its very start', () => {
    for (const text of ['', '正文', '\n---\ntitle: a\n---\n', '正文\n\n---\n\ntitle: a\n\n---\n']) {
      assert.deepEqual(parseFrontMatter(text), { tags: [], bodyOffset: 0 }, JSON.stringify(text));
    }
  });

  it('skips an empty block and one of comments', () => {
    for (const head of ['---\n---\n', '---\n\n---\n', '---\n# 待补\n---\n']) {
      const { error, bodyOffset, title } = parseFrontMatter(`${head}正文`);
      assert.deepEqual({ error, bodyOffset, title }, { error: undefined, bodyOffset: head.length, title: undefined });
    }
  });

  it('ends at the first closing line, blanks after the dashes and a missing last line end allowed', () => {
    assert.equal(parseFrontMatter('--- \ntitle: 甲\n---\t\n正文\n---\n').bodyOffset, '--- \ntitle: 甲\n---\t\n'.length);
    assert.equal(parseFrontMatter('---\ntitle: 甲\n---').title, '甲');
  });

  it('does not take longer rows of dashes or dashes within a line for a fence', () => {
    assert.equal(parseFrontMatter('----\ntitle: 甲\n----\n').bodyOffset, 0);
    assert.equal(parseFrontMatter('---\ntitle: 甲---\nsource: 乙\n---\n').source, '乙');
  });

  it('keeps dates, numbers and yes/no words as they are written', () => {
    for (const date of ['2024-03-01', '2024年3月', '2024', '2024-03-01 09:00:00', '03/01']) {
      assert.equal(parseFrontMatter(`---\ndate: ${date}\n---\n`).date, date);
    }
    assert.equal(parseFrontMatter('---\ntitle: 007\n---\n').title, '007');
    assert.equal(parseFrontMatter('---\ntitle: yes\n---\n').title, 'yes');
  });

  it('takes tags as a flow list, a block list, one word or words between Chinese and Latin marks', () => {
    for (const tags of ['[甲, 乙]', '\n  - 甲\n  - 乙', '\n- 甲\n- 乙', '甲，乙', '甲、乙', '甲; 乙', '甲, 乙, 甲']) {
      assert.deepEqual(withTags(tags), ['甲', '乙'], tags);
    }
    assert.deepEqual(withTags('甲'), ['甲']);
    assert.deepEqual(withTags('[2024, 甲]'), ['2024', '甲']);
    assert.deepEqual(withTags(''), []);
  });

  it('leaves out tags that are no words', () => {
    assert.deepEqual(withTags('[甲, [乙], {丙: 丁}, ""]'), ['甲']);
    assert.deepEqual(withTags('{甲: 乙}'), []);
  });

  it('puts a title of several lines on one', () => {
    assert.equal(parseFrontMatter('---\ntitle: |\n  在大会上的\n  讲话\n---\n').title, '在大会上的 讲话');
  });

  it('ignores unknown keys and known ones of the wrong shape', () => {
    const front = parseFrontMatter('---\nauthor: 甲\ntitle: [乙]\n__proto__: 丙\nsource: 丁\n---\n');
    assert.equal(front.title, undefined);
    assert.equal(front.source, '丁');
    assert.equal(front.error, undefined);
    assert.equal(front.others, 'author: 甲\n__proto__: 丙\n');
  });

  it('reads a block that YAML refuses line by line and returns its fault', () => {
    const broken = [
      ['title: 甲: 乙\n  丙: x', '甲: 乙'],
      ['title: "甲', '甲'],
      ['title: [甲', undefined],
      ['\ttitle: 甲', undefined],
      ['title: 甲\ntitle: 乙', '甲'],
      ['title: *甲', undefined],
      ['a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]', undefined],
    ] as const;
    for (const [block, expected] of broken) {
      const { error, bodyOffset, title } = parseFrontMatter(`---\n${block}\n---\n正文`);
      assert.ok(error, block);
      assert.equal(title, expected, block);
      assert.equal(bodyOffset, `---\n${block}\n---\n`.length);
    }
  });

  it('says so when a block is not a mapping though it was meant as one', () => {
    assert.match(parseFrontMatter('---\ntitle：甲\ncategory：乙\n---\n').error ?? '', /not a mapping/);
  });

  it('says so when a block is not closed, or has no end within reason', () => {
    assert.match(parseFrontMatter('---\ntitle: 甲\n\n正文').error ?? '', /not closed/);
    assert.match(parseFrontMatter(`---\n${'k: v\n'.repeat(5000)}---\n`).error ?? '', /not closed/);
  });

  it('leaves text between two rules to the body', () => {
    for (const text of ['---\n春耕正忙。\n\n---\n', '---\n\n- 甲\n- 乙\n\n---\n正文', '---\n正文']) {
      assert.deepEqual(parseFrontMatter(text), { tags: [], bodyOffset: 0 }, text);
    }
  });

  it('never throws, and the body begins within the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('---', 'title: 甲', 'tags: [甲', '- x', 'a: &b', 'c: *b', '"', '? ', '!!map', '{', '%YAML'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = ['---', ...lines].join('\n');
        const { bodyOffset } = parseFrontMatter(text);
        assert.ok(bodyOffset === 0 || /---[ \t]*\n?$/.test(text.slice(0, bodyOffset)));
      }),
    );
  });
});
