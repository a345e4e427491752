import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../src/library/article';
import { parseArticle } from '../../../src/library/parseArticle';

const parse = (text: string, path = '讲话致辞/春耕.md'): ReturnType<typeof parseArticle> =>
  parseArticle({ uri: `memory:/${path}`, path, origin: 'personal' }, text);

const article = (text: string, path?: string): Article => parse(text, path).article;

const front = (...lines: string[]): string => ['---', ...lines, '---', ''].join('\n');

/** Asserts what every passage and heading promises. */
function checkPlaces({ text, passages, headings }: Article): void {
  let last = -1;
  for (const passage of passages) {
    assert.ok(text.startsWith(passage.text, passage.offset));
    assert.equal(passage.text, passage.text.trim());
    assert.notEqual(passage.text, '');
    assert.equal(text.slice(0, passage.offset).split('\n').length - 1, passage.line);
    assert.ok(passage.offset > last, 'in reading order, none within another');
    last = passage.offset + passage.text.length - 1;
  }
  const lines = headings.map(({ line }) => line);
  assert.deepEqual(
    lines,
    [...lines].sort((a, b) => a - b),
  );
}

describe('parseArticle', () => {
  it('takes every line of a plain text of quotes or phrases for one of them', () => {
    const kinds = (path: string): string[] =>
      article('一锹一锹挖，井才会深。\n\n春耕不误时，秋收不负人。', path).passages.map(({ kind }) => kind);
    assert.deepEqual(kinds('金句/春耕.txt'), ['quote', 'quote']);
    assert.deepEqual(kinds('短语/春耕.txt'), ['phrase', 'phrase']);
    assert.deepEqual(kinds('讲话致辞/春耕.txt'), ['paragraph', 'paragraph']);
    assert.deepEqual(kinds('金句/春耕.md'), ['paragraph', 'paragraph']);
  });

  it('gives title, category, tags, source and date of the front matter', () => {
    const text = `${front('title: 春耕动员', 'category: 工作', 'tags: 农业、春耕', 'source: 农办', 'date: 2024-03-01')}甲`;
    const { title, category, tags, source, date, id, origin, problems } = { ...article(text), ...parse(text) };
    assert.deepEqual(
      { title, category, tags, source, date, id, origin, problems },
      {
        title: '春耕动员',
        category: '工作',
        tags: ['农业', '春耕'],
        source: '农办',
        date: '2024-03-01',
        id: 'memory:/讲话致辞/春耕.md',
        origin: 'personal',
        problems: [],
      },
    );
  });

  it('falls back to the first heading, then to the file name', () => {
    assert.equal(article('甲\n\n## 动员').title, '动员');
    assert.equal(article('甲').title, '春耕');
    assert.equal(article('甲', '.md').title, '.md');
    assert.equal(article('甲', '讲话/1.2 版.md').title, '1.2 版');
    assert.equal(article(`${front('title:')}甲`).title, '春耕');
  });

  it('takes a first heading for the title only if it is alone on its level, and then for no section', () => {
    assert.equal(article('# 甲\n\n## 一\n\n乙').title, '甲');
    assert.deepEqual(article('# 甲\n\n## 一\n\n乙').passages[0]?.headings, ['一']);
    assert.equal(article('## 一\n\n乙\n\n## 二\n\n丙').title, '春耕');
    assert.deepEqual(article(`${front('title: 甲')}# 甲\n\n乙`).passages[0]?.headings, []);
  });

  it('never names a plain text file after one of its parts', () => {
    assert.equal(article('一、总则\n甲', '春耕.txt').title, '春耕');
  });

  it('falls back to the first folder for the category, else to none', () => {
    assert.equal(article('甲', '讲话/2024/春耕.md').category, '讲话');
    assert.equal(article('甲', '春耕.md').category, '');
    assert.equal(article(`${front('category:')}甲`).category, '讲话致辞');
  });

  it('reads .txt files without Markdown, by their name in any case', () => {
    const { passages, headings } = article('一、总则\n# 甲\n*乙*\n', '春耕.TXT');
    assert.deepEqual(
      passages.map(({ text, headings: path }) => [text, path]),
      [
        ['# 甲', ['一、总则']],
        ['*乙*', ['一、总则']],
      ],
    );
    assert.deepEqual(headings, [{ text: '一、总则', level: 1, line: 0 }]);
    assert.equal(article(`${front('title: 丙')}甲`, 'a.txt').title, '丙');
  });

  it('gives every passage the path of headings above it', () => {
    const text = '甲\n\n# 一\n\n乙\n\n### 三\n\n丙\n\n## 二\n\n丁\n\n## 二下\n\n# 末\n\n戊';
    assert.deepEqual(
      article(text).passages.map((passage) => [passage.text, passage.headings.join('/')]),
      [
        ['甲', ''],
        ['乙', '一'],
        ['丙', '一/三'],
        ['丁', '一/二'],
        ['戊', '末'],
      ],
    );
  });

  it('takes list items for quotes or phrases by the category, and other paragraphs for text', () => {
    const kinds = (category: string): string[] =>
      article(`${front(`category: ${category}`)}前言\n\n- 甲\n  - 乙\n\n1. 丙\n\n   出处`).passages.map(
        ({ kind }) => kind,
      );
    assert.deepEqual(kinds('金句'), ['paragraph', 'quote', 'quote', 'quote', 'paragraph']);
    assert.deepEqual(kinds('短语'), ['paragraph', 'phrase', 'phrase', 'phrase', 'paragraph']);
    assert.deepEqual(new Set(kinds('讲话致辞')), new Set(['paragraph']));
    assert.equal(article('- 甲', '金句/a.md').passages[0]?.kind, 'quote');
    assert.equal(article('- 甲', '短语/a.md').passages[0]?.kind, 'phrase');
  });

  it('keeps places right after front matter', () => {
    const text = `${front('title: 甲')}\n\n乙\n\n- 丙\n`;
    assert.deepEqual(
      article(text).passages.map(({ offset, line }) => [text.charAt(offset), line]),
      [
        ['乙', 5],
        ['丙', 7],
      ],
    );
  });

  it('counts the characters of the body without white space', () => {
    assert.equal(article(`${front('title: 春耕')}# 甲\n\n\u3000\u3000乙 丙。\n`).characters, 5);
  });

  it('keeps the article when the front matter cannot be read', () => {
    const { article: kept, problems } = parse('---\ntitle: [春\ncategory: x\n---\n\n# 动员\n\n甲');
    assert.deepEqual([kept.title, kept.category, kept.passages.length], ['动员', 'x', 1]);
    assert.deepEqual(
      problems.map(({ uri, code }) => [uri, code]),
      [[kept.id, 'frontMatter']],
    );
  });

  it('reads an article without text', () => {
    for (const text of ['', '\n', front('title: 甲'), '---\n---', '```', '> ', '#']) {
      assert.deepEqual(article(text).passages, [], text);
    }
  });

  const block = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom('科', '技', '。', 'a', '*', '_', '[', ']', '`', ' ') }) },
    fc.constantFrom('# 一', '## 二', '- 甲', '  - 乙', '1. 丙', '> 丁', '---', '===', '```', '<!--', '-->', '<div>'),
    fc.constantFrom('| a | b |', '![图](a)', '[a]: b', '\u3000\u3000戊', '\ufeff', '    己', '\t庚', '春'.repeat(2000)),
  );
  const markdown = fc
    .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\u3000\n')), { maxLength: 25 })
    .map((parts) => parts.flat().join(''));
  const anyText = fc.string({ unit: 'binary' }).map((text) => text.replace(/\r\n?/g, '\n'));

  for (const path of ['金句/a.md', '金句/a.txt']) {
    it(`holds its promises on places for any Markdown and any text in ${path}`, () => {
      fc.assert(
        fc.property(markdown, (text) => checkPlaces(article(text, path))),
        { numRuns: 150 },
      );
      fc.assert(
        fc.property(anyText, (text) => checkPlaces(article(text, path))),
        { numRuns: 150 },
      );
      fc.assert(fc.property(markdown, (text) => checkPlaces(article(front('title: 甲') + text, path))));
    });
  }
});
