import assert from 'node:assert/strict';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { picturesIn } from '../../../src/export/draftPictures';
import type { OfficialDocument } from '../../../src/export/officialDocument';
import { textOf } from '../../../src/export/officialDocument';
import { readDraft } from '../../../src/export/readDraft';
import { partsOfExport } from './exported';

const bodyOf = ({ body }: OfficialDocument): readonly string[] =>
  body.map((block) =>
    'spans' in block ? textOf(block.spans) : block.kind === 'picture' ? `[${block.alt}|${block.address}]` : block.kind,
  );
const read = (text: string): readonly string[] => bodyOf(readDraft(`# 关于情况的报告\n\n正文。\n\n${text}`)).slice(1);
const told = (text: string): string =>
  readDraft(`# 关于情况的报告\n\n正文。\n\n${text}`)
    .remarks.map(({ message }) => message.zh)
    .join('\n');

describe('Markdown in a draft', () => {
  for (const [written, printed] of [
    ['见<b>重点</b>。', '见重点。'],
    ['见<strong>重点</strong>、<u>要点</u>和<span style="color:red">红字</span>。', '见重点、要点和红字。'],
    ['面积20km<sup>2</sup>，排放CO<sub>2</sub>。', '面积20km²，排放CO₂。'],
    ['甲&nbsp;乙&lt;丙&gt;&amp;', '甲\u00a0乙<丙>&'],
    ['***十分重要***的事。', '十分重要的事。'],
    ['见 _重点_ 一节。', '见 重点 一节。'],
    ['文件名 a_b_c 不变。', '文件名 a_b_c 不变。'],
    ['见[规定](https://example.cn/a_(b) "标题")。', '见规定。'],
    ['见<https://example.cn>。', '见https://example.cn。'],
    ['据统计[^1]增长。', '据统计[1]增长。'],
    ['见[附录][a]没有定义。', '见[附录][a]没有定义。'],
    ['|---|', '|---|'],
  ] as const)
    it(`prints no marks: ${written}`, () => assert.deepEqual(read(written), [printed]));

  it('follows references that are defined', () => {
    assert.deepEqual(read('见[规定][1]和[办法]。\n\n[1]: https://example.cn "规定"\n'), ['见规定和[办法]。']);
    assert.deepEqual(read('据统计[^1]。\n\n[^1]: 数据来自统计局。\n'), ['据统计[1]。', '[1] 数据来自统计局。']);
  });

  it('has titles that are underlined', () => {
    const { title, body } = readDraft('关于情况的报告\n====\n\n正文。\n');
    assert.deepEqual([title?.text, body.length], ['关于情况的报告', 1]);
  });

  it('breaks a paragraph where it says so', () => assert.deepEqual(read('甲<br>乙<br/>丙'), ['甲', '乙', '丙']));

  it('keeps the indentation of code, and takes nothing in it for a heading', async () => {
    assert.deepEqual(read('```\n一、步骤\n    缩进*两*级\n```'), ['一、步骤', '    缩进*两*级']);
    assert.deepEqual(read('````\n```\n# 甲\n~~~\n````'), ['```', '# 甲', '~~~']);
    const xml = (await partsOfExport('正文。\n\n```\n    缩进\n```\n')).get('word/document.xml') ?? '';
    assert.match(xml, /<w:t xml:space="preserve"> {4}缩进</);
  });

  it('has tables without bars at the ends, rows of dashes, and tables one below the other', async () => {
    const tables = (text: string): readonly (readonly (readonly string[])[])[] =>
      readDraft(`# 报告\n\n${text}`).body.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    assert.deepEqual(tables('甲 | 乙\n--- | ---\n1 | 2\n'), [
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
    ]);
    assert.deepEqual(tables('| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n| - | - |\n'), [
      [
        ['甲', '乙'],
        ['1', '2'],
        ['-', '-'],
      ],
    ]);
    const xml = (await partsOfExport('# 报告\n\n| 甲 |\n| --- |\n\n| 乙 |\n| --- |\n')).get('word/document.xml') ?? '';
    assert.match(xml, /<\/w:tbl><w:p>/);
    assert.doesNotMatch(xml, /<\/w:tbl><w:tbl>/);
  });

  it('finds pictures however they are named', () => {
    assert.deepEqual(read('![图 一](<图 1.png>)'), ['[图 一|图 1.png]']);
    assert.deepEqual(read('![甲](a.png) ![乙](b.png "题")'), ['[甲|a.png]', '[乙|b.png]']);
    assert.deepEqual(read('<img src="c.png" alt="丙">'), ['[丙|c.png]']);
    assert.deepEqual(picturesIn('甲![图](a(1).png)乙'), [{ alt: '图', address: 'a(1).png' }]);
  });

  it('tells what is not printed as on a screen', () => {
    assert.match(told('见[规定](https://example.cn)。'), /链接只排印文字/);
    assert.match(told('据统计[^1]。'), /脚注按原位置排印/);
    assert.match(told('原定~~三~~五天。'), /删除线/);
    assert.match(told('<table><tr><td>甲</td></tr></table>'), /HTML/);
    assert.match(told('见图![一](a.png)。'), /行内图片/);
    assert.equal(told('一切正常，**重点**突出。\n\n![一](a.png)'), '');
  });

  it('has no characters that no document can hold', async () => {
    const draft = '# 关于\ufffe情况的报告\n\n正\u0001文\ud800。\n';
    const xml = (await partsOfExport(draft)).get('word/document.xml') ?? '';
    assert.doesNotMatch(xml, /[\ufffe\uffff\u0001\ufffd]/);
    assert.match(xml, /正文。/);
    assert.match(
      readDraft(draft)
        .remarks.map(({ message, args }) => message.zh + args.join(''))
        .join(''),
      /无法容纳的字符未排印。3/,
    );
    assert.ok((await docxOf(setDraft(draft))).length > 0);
  });
});
