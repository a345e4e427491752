import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { docx, encode, linesOf, p, run } from './wordFixtures';

const merged = ['| 单位 | 数量 |  | 备注 |', '|  | 株 | 亩 |  |', '| 甲乡 | 12 | 3 | 已验收 |', '| 合计 |  | 3 |  |'];

describe('merged cells', () => {
  it('leave the places blank that they take, in a Word document', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text && run(text))}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const start = '<w:vMerge w:val="restart"/>';
    const two = '<w:gridSpan w:val="2"/>';
    const table = `<w:tbl>${[
      row(cell('单位', start), cell('数量', two), cell('备注', start)),
      row(cell('', '<w:vMerge/>'), cell('株'), cell('亩'), cell('', '<w:vMerge/>')),
      row(cell('甲乡'), cell('12'), cell('3'), cell('已验收')),
      row(cell('合计', two), cell('3'), cell('')),
    ].join('')}</w:tbl>`;
    assert.deepEqual(await linesOf('a.docx', docx(table)), merged);
    const before = `<w:tbl>${row(cell('株'), cell('亩'))}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('3')}</w:tr></w:tbl>`;
    assert.deepEqual(await linesOf('a.docx', docx(before)), ['| 株 | 亩 |', '|  | 3 |']);
  });

  it('leave the places blank that they take, on a web page', async () => {
    const table = `<table><tr><th rowspan="2">单位</th><th colspan="2">数量</th><th rowspan="2">备注</th></tr>
      <tr><th>株</th><th>亩</th></tr><tr><td>甲乡</td><td>12</td><td>3</td><td>已验收</td></tr>
      <tr><td colspan="2">合计</td><td>3</td></tr></table>`;
    assert.deepEqual(await linesOf('a.html', encode(`<html><body>${table}</body></html>`)), merged);
  });

  it('leave the places blank that they take, in an OpenDocument text', async () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text><table:table>${[
      row(cell('单位'), cell('数量'), covered, cell('备注')),
      row(covered, cell('株'), cell('亩'), covered),
      row(cell('甲乡'), cell('12'), cell('3'), cell('已验收')),
      row(cell('合计'), covered, cell('3'), '<table:table-cell table:number-columns-repeated="9"/>'),
    ].join('')}</table:table></office:text></office:body></office:document-content>`;
    assert.deepEqual(await linesOf('a.odt', zipSync({ 'content.xml': encode(content) })), merged);
  });

  it('leave the places blank that they take, in rich text, where only widths tell', async () => {
    const row = (...cells: readonly (readonly [text: string, edge: number])[]): string =>
      `\\trowd${cells.map(([, edge]) => `\\cellx${edge}`).join('')}\\pard\\intbl ${cells.map(([text]) => `${text}\\cell `).join('')}\\row `;
    const rtf = `{\\rtf1\\ansi ${row(['A', 1000], ['B', 3010])}${row(['C', 1000], ['D', 2000], ['E', 3000])}\\pard\\par}`;
    assert.deepEqual(await linesOf('a.rtf', encode(rtf)), ['| A | B |  |', '| C | D | E |']);
  });
});

describe('tables within tables', () => {
  const table = (content: string): string => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`;

  it('are read however deep they are nested, and however many stand in one cell', async () => {
    const depth = 1500;
    let nested = p(run('底'));
    for (let at = 0; at < depth; at++) nested = table(p(run(`层${at}`)) + nested);
    const lines = await linesOf('a.docx', docx(nested));
    assert.equal(lines.length, depth + 1);
    assert.deepEqual(lines.slice(-2), ['层0', '底']);
    const beside = Array.from({ length: depth }, (_, at) => table(p(run(`表${at}`)))).join('');
    assert.equal((await linesOf('a.docx', docx(table(beside + p(''))))).length, depth);
  });
});
