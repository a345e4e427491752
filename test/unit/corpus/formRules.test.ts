import assert from 'node:assert/strict';
import { completeFrontMatter, headedDelivery, plainLines, plainMarkup } from './formRules';
import { makePiece, sample } from './piece';

describe('corpus rule completeFrontMatter', () => {
  const front = (...lines: string[]): string[] =>
    completeFrontMatter(makePiece('讲话致辞/a.md', ['---', ...lines, '---', '', '甲', ''].join('\n'))).map(
      ({ message }) => message,
    );
  const good = ['title: 甲', 'category: 讲话致辞', 'tags: [乙]', 'source: 丙', 'date: 2024-02-29'];

  it('passes a complete one', () => assert.deepEqual(front(...good), []));

  it('names every missing key', () => {
    assert.deepEqual(front('author: 甲'), [
      'title is missing',
      'category is missing',
      'source is missing',
      'date is missing',
      'tags are missing',
    ]);
  });

  it('finds a category that is not the folder, a date that is none, and broken YAML', () => {
    assert.match(front(...good, 'category: 讲话致辞').join(), /unique/);
    assert.deepEqual(front(...good.with(1, 'category: 金句')), ['category 金句 in another folder']);
    for (const date of ['2023-02-29', '2024', '2024年2月', '0024-01-01', '24-1-1']) {
      assert.deepEqual(front(...good.with(4, `date: ${date}`)), [`date ${date} is not YYYY-MM-DD`]);
    }
  });
});

describe('corpus rule plainLines', () => {
  const lines = (body: string): number[] => plainLines(sample(body)).map(({ line }) => line);

  it('passes paragraphs with blank lines between, and lists without', () => {
    assert.deepEqual(lines('甲\n\n## 乙\n\n- 丙\n- 丁\n\n戊'), []);
  });

  it('finds white space around a line', () => {
    assert.deepEqual(lines('\u3000\u3000甲\n\n乙 \n\n  丙'), [9, 11, 13]);
  });

  it('passes lines of fields below an entry, in the categories that have them', () => {
    const entry = '- 春耕。\n  出处：甲\n  释义：乙';
    const found = (path: string): number[] => plainLines(sample(entry, path)).map(({ line }) => line);
    assert.deepEqual(found('典故/a.md'), []);
    assert.deepEqual(found('金句/a.md'), [10, 11]);
    assert.equal(plainLines(sample('- 春耕。\n   出处：甲\n  无名', '典故/a.md')).length, 4);
  });

  it('passes the fields of an entry where entries have them, indented by two spaces', () => {
    const found = (body: string, path: string): number => plainLines(sample(body, path)).length;
    assert.equal(found('- 甲\n  - 出处：乙\n- 丙', '提法/a.md'), 0);
    assert.equal(found('- 甲\n    - 出处：乙', '提法/a.md'), 1);
    assert.equal(found('- 甲\n  - 乙', '短语/a.md'), 1);
  });

  it('finds a paragraph wrapped over lines, and a heading without a blank line', () => {
    assert.deepEqual(lines('甲\n乙\n\n## 丙\n丁'), [10, 13]);
  });

  it('finds other line ends, marks of byte order, and a wrong end of the file', () => {
    const piece = sample('甲');
    for (const text of [
      piece.text.replaceAll('\n', '\r\n'),
      `\ufeff${piece.text}`,
      `${piece.text}\n`,
      piece.text.trim(),
    ]) {
      assert.notDeepEqual(plainLines(makePiece(piece.path, text)), [], JSON.stringify(text));
    }
  });
});

describe('corpus rule plainMarkup', () => {
  const count = (body: string, path?: string): number => plainMarkup(sample(body, path)).length;

  it('passes headings from the second level, and lists in collections', () => {
    assert.equal(count('## 甲\n\n### 乙\n\n丙'), 0);
    assert.equal(count('## 甲\n\n- 乙', '金句/a.md'), 0);
  });

  it('finds any other markup', () => {
    for (const body of [
      '# 甲',
      '**甲**',
      '`甲`',
      '[甲](b)',
      '![甲](b)',
      '甲<br>',
      '| 甲 |',
      '> 甲',
      '---',
      '* * *',
      '- 甲',
    ]) {
      assert.ok(count(`乙\n\n${body}\n\n丙`) > 0, body);
    }
  });
});

describe('corpus rule headedDelivery', () => {
  const found = (body: string, path?: string): number => headedDelivery(sample(body, path)).length;

  it('asks a speech for who gives it and when', () => {
    assert.equal(found('X市市长X同志\n\n（X年X月X日）\n\n同志们：'), 0);
    assert.equal(found('同志们：\n\n今天开会。'), 1);
    assert.equal(found('（X年X月X日）\n\nX市市长X同志\n\n同志们：'), 1);
  });

  it('asks nothing of a plan', () => assert.equal(found('为贯彻部署，制定本方案。', '公文范文/a.md'), 0));
});
