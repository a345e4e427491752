import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { docx, encode, linesOf, p, read, run, w } from './wordFixtures';

const number = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = (...levels: string[]): Record<string, string> => ({
  'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
});

describe('Word documents', () => {
  it('write formulas as text and say which objects they could not read', async () => {
    const formula =
      '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
    const object = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const { texts } = await read('a.docx', docx(p(run('平均为') + formula + object)));
    assert.deepEqual(texts[0]?.lines[0]?.text, '平均为(a+b)/2');
    assert.deepEqual(texts[0]?.unread, [{ what: 'object', place: '', amount: 1 }]);
  });

  it('restart numbers where the document says so, and go on where it says so', async () => {
    const parts = numbering(
      level(0, 'decimal', '%1.'),
      level(1, 'decimalEnclosedCircle', '%2', '<w:lvlRestart w:val="0"/>'),
    );
    const body =
      p(run('甲'), number(1)) +
      p(run('乙'), number(1, 1)) +
      p(run('丙'), number(1)) +
      p(run('丁'), number(1, 1)) +
      p(run('戊'), number(2));
    assert.deepEqual(await linesOf('a.docx', docx(body, parts)), ['1.甲', '①乙', '2.丙', '②丁', '1.戊']);
  });

  it('write digits with zeros in front where the file says so, and what older programs show for other formats', async () => {
    const own = (format: string): string =>
      level(0, 'decimal', '%1、').replace(
        '<w:numFmt w:val="decimal"/>',
        `<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="${format}"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperLetter"/></mc:Fallback></mc:AlternateContent>`,
      );
    const body = p(run('备料'), number(1)) + p(run('开工'), number(1));
    for (const [format, lines] of [
      ['001, 002, 003, ...', ['001、备料', '002、开工']],
      ['1-, 2-, 3-, ...', ['A、备料', 'B、开工']],
    ] as const)
      assert.deepEqual(await linesOf('a.docx', docx(body, numbering(own(format)))), lines);
  });

  it('count a level that a style has, and empty paragraphs', async () => {
    const parts = {
      ...numbering(
        level(0, 'chineseCountingThousand', '第%1章'),
        level(1, 'chineseCountingThousand', '第%2条', '<w:pStyle w:val="条"/>'),
      ),
      'word/styles.xml': `<w:styles ${w}><w:style w:styleId="条"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
    };
    const body =
      p(run('总则'), number(1)) + p('', '<w:pStyle w:val="条"/>') + p(run('为了修渠。'), '<w:pStyle w:val="条"/>');
    assert.deepEqual(await linesOf('a.docx', docx(body, parts)), ['第一章 总则', '第二条 为了修渠。']);
  });

  it('read the newer of two forms of a box once, and the older where the newer is none', async () => {
    const box = (text: string): string =>
      `<w:pict><v:shape><v:textbox><w:txbxContent>${p(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框内。')}</mc:Choice><mc:Fallback>${box('框内。')}</mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback>${box('旧框。')}</mc:Fallback></mc:AlternateContent></w:r>`;
    assert.deepEqual(await linesOf('a.docx', docx(p(run('正文。') + both) + p(old))), ['正文。', '框内。', '旧框。']);
  });

  it('leave out what is hidden, deleted or a reading, and show what fields show', async () => {
    const field = (code: string, shown: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const circle =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,1)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body =
      p(run('甲') + run('藏', '<w:vanish/>') + `<w:del>${run('删')}</w:del>` + field(' DATE ', '三月') + circle) +
      p(run('前半'), '<w:rPr><w:del/></w:rPr>') +
      p(run('后半。'));
    assert.deepEqual(await linesOf('a.docx', docx(body)), ['甲三月1', '前半后半。']);
  });

  it('tell entries of a table of contents that has no field of its own by the page that they show', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = '<w:r><w:instrText> PAGEREF _Toc12 \\h </w:instrText></w:r>';
    const entry = p(
      `${run('修渠')}<w:r><w:tab/></w:r>${field('begin')}${instruction}${field('separate')}${run('3')}${field('end')}`,
    );
    const seen = p(
      `${run('（见第')}${field('begin')}${instruction}${field('separate')}${run('3')}${field('end')}${run('页）')}`,
    );
    assert.deepEqual(await linesOf('a.docx', docx(entry + seen)), ['修渠……3', '（见第3页）']);
    // An entry of a table with a field of its own may have no page.
    const table = `${p(field('begin') + '<w:r><w:instrText> TOC \\n </w:instrText></w:r>' + field('separate') + run('修渠'))}${p(run('种树') + field('end'))}`;
    assert.deepEqual(await linesOf('a.docx', docx(table + p(run('完。')))), ['修渠………', '种树………', '完。']);
  });

  it('give the signs of fonts that have them in places of their own', async () => {
    const sign = (font: string, text: string): string =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>${text}</w:r>`;
    const body =
      sign('Symbol', '<w:t>\uf044\uf061\uf0a3</w:t>') +
      sign('Symbol', '<w:sym w:font="Symbol" w:char="F065"/>') +
      sign('Wingdings', '<w:t>\uf0fe</w:t>') +
      run('同意。');
    assert.deepEqual(await linesOf('a.docx', docx(p(body))), ['Δα≤ε☑同意。']);
  });

  it('give the word of a reading above it that is a field', async () => {
    const code = ' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(qú),渠)';
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = p(
      `${run('请')}${field('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${field('end')}${run('长到场。')}`,
    );
    assert.deepEqual(await linesOf('a.docx', docx(body)), ['请渠长到场。']);
  });

  it('are read in one XML file, too, as Word 2003 XML and as flat OPC', async () => {
    const old = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"';
    const word = `<?xml version="1.0"?><w:wordDocument ${old}><w:body><wx:sect xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">${p(run('修渠。'))}</wx:sect></w:body></w:wordDocument>`;
    assert.deepEqual(await linesOf('a.doc', encode(word)), ['修渠。']);
    const flat = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document ${w}><w:body>${p(run('种树。'))}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
    assert.deepEqual(await linesOf('b.xml', encode(flat)), ['种树。']);
  });

  it('read tables that only set text in columns cell by cell', async () => {
    const cell = (...texts: string[]): string => `<w:tc>${texts.map((text) => p(run(text))).join('')}</w:tc>`;
    const long = '各乡镇要抓紧修缮灌溉水渠，确保春耕用水及时到位，不误农时。'.repeat(3);
    const layout = `<w:tbl><w:tr>${cell(long, '左二。')}${cell(long, '右二。')}</w:tr></w:tbl>`;
    const data = `<w:tbl><w:tr>${cell('乡')}${cell('亩')}</w:tr><w:tr>${cell('甲')}${cell('12')}</w:tr></w:tbl>`;
    assert.deepEqual(await linesOf('a.docx', docx(layout + data)), [
      long,
      '左二。',
      long,
      '右二。',
      '| 乡 | 亩 |',
      '| 甲 | 12 |',
    ]);
  });
});

describe('OpenDocument texts', () => {
  it('keep numbers, headings, notes, boxes and tables', async () => {
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
      <office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style></office:automatic-styles>
      <office:body><office:text><text:h text:outline-level="1">修渠方案</text:h>
      <text:list text:style-name="L1"><text:list-item><text:p>备料</text:p></text:list-item><text:list-item><text:p>开工<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>三月。</text:p></text:note-body></text:note></text:p></text:list-item></text:list>
      <text:p>共<text:s text:c="2"/>12<text:tab/>里。<draw:frame><draw:text-box><text:p>框内。</text:p></draw:text-box></draw:frame></text:p>
      <table:table><table:table-row><table:table-cell><text:p>乡</text:p></table:table-cell><table:table-cell><text:p>亩</text:p></table:table-cell></table:table-row></table:table>
      </office:text></office:body></office:document-content>`;
    const bytes = zipSync({
      mimetype: encode('application/vnd.oasis.opendocument.text'),
      'content.xml': encode(content),
    });
    assert.deepEqual(await linesOf('a.odt', bytes), [
      '1 修渠方案',
      '一、备料',
      '二、开工[^1]',
      '共  12 里。',
      '框内。',
      '| 乡 | 亩 |',
      '[^1]: 三月。',
    ]);
  });
});

describe('lists of an OpenDocument text', () => {
  it('have the style of an item of its own, within it too, and go on where a list goes on that has no number yet', async () => {
    const style = (name: string, format: string): string =>
      `<text:list-style style:name="${name}">${[1, 2].map((at) => `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="."/>`).join('')}</text:list-style>`;
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
      <office:automatic-styles>${style('L', 'I')}${style('O', 'A')}</office:automatic-styles><office:body><office:text>
      <text:list text:style-name="L"><text:list-item><text:p>甲</text:p></text:list-item><text:list-item text:style-override="O"><text:p>乙</text:p></text:list-item></text:list>
      <text:list text:style-name="L"><text:list-item text:style-override="O"><text:list><text:list-item><text:p>丙</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:list><text:list-item><text:p>丁</text:p></text:list-item></text:list></text:list-item></text:list>
      </office:text></office:body></office:document-content>`;
    const bytes = zipSync({ 'content.xml': encode(content) });
    assert.deepEqual(await linesOf('a.odt', bytes), ['I.甲', 'B.乙', 'A.丙', 'II.丁']);
  });
});

describe('rich text', () => {
  it('reads bytes by their font, Unicode, numbers, tables and notes', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}{\stylesheet{\s1 heading 1;}}{\info{\title x}}
\pard\s1 \'d0\'de\'c7\'fe\par
\pard {\listtext 1.\tab}\u20808?\u20462?\par
\pard \f1 \'a1\'b0\f0 \'d0\'de\f1 12\f0 \'c0\'ef{\footnote \pard \'d7\'a2\par}\par
\trowd\pard\intbl \'bc\'d7\cell \'d2\'d2\cell\row\pard {\v \'b2\'d8}\'cd\'ea\par}`;
    assert.deepEqual(await linesOf('a.doc', encode(rtf)), [
      '1 修渠',
      '1. 先修',
      '“修12里[^1]',
      '| 甲 | 乙 |',
      '完',
      '[^1]: 注',
    ]);
  });

  it('takes text along whose group has an ignorable word in its midst', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936 {\*\generator x}{\i0\b0\*\cs7\cf0 \'d0\'de\'c7\'fe}\par}`;
    assert.deepEqual(await linesOf('a.rtf', encode(rtf)), ['修渠']);
  });
});
