import assert from 'node:assert/strict';
import type { Body } from '../../../src/library/body';
import { markdownBody } from '../../../src/library/markdownBody';
import { finish } from '../../../src/base/slices';

const read = (text: string): Body => finish(markdownBody(text, 0, 0));
const texts = (text: string): string[] => read(text).blocks.map((block) => block.text);
const listTexts = (text: string): string[] =>
  read(text)
    .blocks.filter(({ listItem }) => listItem)
    .map((block) => block.text);

describe('markdownBody', () => {
  it('finds headings of both forms with level and line', () => {
    assert.deepEqual(read('# 甲\n\n乙\n===\n\n丙\n---\n\n### **丁** [戊](x) ###\n').headings, [
      { text: '甲', level: 1, line: 0 },
      { text: '乙', level: 1, line: 2 },
      { text: '丙', level: 2, line: 5 },
      { text: '丁 戊', level: 3, line: 8 },
    ]);
  });

  it('takes numbered lines for headings where at most the title is marked as one', () => {
    const text = '# 春耕\n\n一、总体要求\n\n（一）不误农时\n\n抓紧备耕。\n\n二、保障措施，一定要落实到位。\n';
    assert.deepEqual(read(text).headings, [
      { text: '春耕', level: 1, line: 0 },
      { text: '一、总体要求', level: 2, line: 2 },
      { text: '（一）不误农时', level: 3, line: 4 },
    ]);
    assert.deepEqual(texts(text), ['抓紧备耕。', '二、保障措施，一定要落实到位。']);
    assert.deepEqual(read('一、总体要求\n\n甲').headings, [{ text: '一、总体要求', level: 1, line: 0 }]);
  });

  it('leaves numbered lines alone where the headings are marked, in lists, and run together with others', () => {
    for (const text of ['## 甲\n\n## 乙\n\n一、丙', '- 一、丙', '一、丙\n丁']) {
      assert.ok(!read(text).headings.some((heading) => heading.text.startsWith('一、')), text);
    }
  });

  it('passes over headings without text and takes #甲 for text', () => {
    assert.deepEqual(read('#\n\n## ![](a.png)\n\n#甲'), {
      headings: [],
      blocks: [{ text: '#甲', offset: 18, line: 4, listItem: false }],
    });
  });

  it('gives paragraphs with their place', () => {
    assert.deepEqual(read('甲\n\n\n  乙\n').blocks, [
      { text: '甲', offset: 0, line: 0, listItem: false },
      { text: '乙', offset: 6, line: 3, listItem: false },
    ]);
  });

  it('keeps marks within a paragraph as they stand', () => {
    assert.deepEqual(texts('**甲** [乙](x) `丙` \\* &amp;'), ['**甲** [乙](x) `丙` \\* &amp;']);
  });

  it('takes full-width and other indentation for white space around a paragraph, never for code', () => {
    assert.deepEqual(texts('\u3000\u3000甲\n\n    乙\n\n\t丙\n\n\u00a0\u00a0丁\u3000\n'), ['甲', '乙', '丙', '丁']);
  });

  it('begins a paragraph at every indented line and after a line of full-width blanks', () => {
    const { blocks } = read('\u3000\u3000甲\n\u3000\u3000乙\n乙续\n\u3000\n丙');
    assert.deepEqual(
      blocks.map(({ text, line }) => [text, line]),
      [
        ['甲', 0],
        ['乙\n乙续', 1],
        ['丙', 4],
      ],
    );
  });

  it('marks the first paragraph of every list item, without its marker', () => {
    assert.deepEqual(read('- 甲\n- 乙\n').blocks, [
      { text: '甲', offset: 2, line: 0, listItem: true },
      { text: '乙', offset: 6, line: 1, listItem: true },
    ]);
    assert.deepEqual(listTexts('前\n\n* 甲\n\n1. 乙\n2) 丙\n\n后'), ['甲', '乙', '丙']);
    assert.deepEqual(listTexts('- 甲\n  - 乙\n    1. 丙\n'), ['甲', '乙', '丙']);
  });

  it('takes further paragraphs of a list item for text', () => {
    assert.deepEqual(read('- 甲\n\n  乙\n\n  > 丙\n').blocks, [
      { text: '甲', offset: 2, line: 0, listItem: true },
      { text: '乙', offset: 7, line: 2, listItem: false },
      { text: '丙', offset: 14, line: 4, listItem: false },
    ]);
  });

  it('keeps numbers that are part of a Chinese sentence', () => {
    assert.deepEqual(texts('一是甲\n\n（1）乙\n\n1.丙\n\n2024年丁'), ['一是甲', '（1）乙', '1.丙', '2024年丁']);
  });

  it('passes over rules, comments, scripts, and definitions that are only addresses', () => {
    const nothing = [
      '---',
      '***',
      '![](a.png)',
      '[1]: http://a "b"',
      '<!-- 甲 -->',
      '<!--\n\n甲\n\n-->',
      '<style>\n\np { }\n\n</style>',
    ];
    for (const text of [...nothing, '……', '<br>', '- ', '> ']) assert.deepEqual(texts(text), [], text);
    assert.deepEqual(texts(['甲', ...nothing, '乙'].join('\n\n')), ['甲', '乙']);
  });

  it('finds the words of definitions, footnotes, code, HTML and images', () => {
    assert.deepEqual(texts('[注]: 说明文字\n\n[^1]: 脚注里的话'), ['[注]: 说明文字', '[^1]: 脚注里的话']);
    assert.deepEqual(texts('[甲]: http://a "乙"\n\n![图](a.png)'), ['[甲]: http://a "乙"', '![图](a.png)']);
    assert.deepEqual(texts('```\n# 甲\n\n乙\n```\n\n丙\n\n~~~\n丁'), ['# 甲', '乙', '丙', '丁']);
    assert.deepEqual(texts('<div>甲</div>\n\n<div align="center">\n乙\n</div>\n\n<pre>\n丙\n\n丁</pre>'), [
      '甲',
      '乙',
      '丙',
      '丁</pre>',
    ]);
    assert.deepEqual(texts('<!-- 没有结尾\n\n甲'), ['<!-- 没有结尾', '甲']);
  });

  it('gives a paragraph in which text stands beside an image, and one that is a link', () => {
    assert.deepEqual(texts('见图：![图](a.png)\n\n[通知](a.md)'), ['见图：![图](a.png)', '[通知](a.md)']);
  });

  it('gives a table as one paragraph', () => {
    assert.deepEqual(texts('| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n后'), ['| 甲 | 乙 |\n| - | - |\n| 1 | 2 |', '后']);
  });

  it('gives the same for a text as for many like it in a row', () => {
    const part = '# 一\n\n甲\n乙\n\n- 丙\n- 丁\n\n  戊\n\n```\n己\n```\n\n> 庚\n\n1. 辛\n   - 壬\n\n';
    const one = read(part);
    const many = read(part.repeat(200));
    assert.equal(many.blocks.length, one.blocks.length * 200);
    assert.equal(many.headings.length, 200);
    const last = many.blocks.slice(-one.blocks.length);
    assert.deepEqual(
      last.map(({ offset, line, ...rest }) => ({
        ...rest,
        offset: offset - 199 * part.length,
        line: line - 199 * (part.split('\n').length - 1),
      })),
      one.blocks.map(({ offset, line, ...rest }) => ({ ...rest, offset, line })),
    );
  });

  it('reads a paragraph of many lines without end line by line', () => {
    const { headings, blocks } = read(`一、总则\n${'\u3000春耕时节，全村下田。\n'.repeat(1000)}- 末行`);
    assert.deepEqual(headings, [{ text: '一、总则', level: 1, line: 0 }]);
    assert.equal(blocks.length, 1001);
    assert.deepEqual(blocks[999], {
      text: '春耕时节，全村下田。',
      offset: 5 + 999 * 12 + 1,
      line: 1000,
      listItem: false,
    });
  });

  it('reads lists and quotes that are nested deeper than anybody writes line by line, and rules as rules', () => {
    for (const mark of ['- ', '* ', '>- ', '> ', '1. '])
      assert.match(texts(`${mark.repeat(1200)}不误农时\n`).join('\n'), /不误农时$/, mark);
    const rule = `${'* '.repeat(40)}\n`;
    assert.deepEqual(texts(`甲甲\n\n${rule}\n- 乙乙\n  - 丙丙\n`), ['甲甲', '乙乙', '丙丙']);
    assert.deepEqual(listTexts(`甲甲\n\n${rule}\n- 乙乙\n  - 丙丙\n`), ['乙乙', '丙丙']);
  });

  it('takes steps of bounded size, whatever the text', () => {
    const size = 30_000;
    const pieces = ['甲\n', '- 甲\n', '甲\n\n', '['.repeat(3000) + '\n\n', '*a **b', '> ', '- ', '```\n', '# ', '甲'];
    for (const piece of pieces) {
      const steps = [...markdownBody(piece.repeat(size / piece.length), 0, 0)].length;
      // One line, or one block of code, cannot be cut; it is not parsed either.
      assert.ok(steps >= (piece.includes('\n') && piece !== '```\n' ? 5 : 0), `${piece} ${steps}`);
    }
  });
});
