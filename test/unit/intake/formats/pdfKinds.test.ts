import assert from 'node:assert/strict';
import { readPdf } from '../../../../src/intake/formats/pdf/pdf';
import { readFile } from '../../../../src/intake/readFile';
import { parseFrontMatter } from '../../../../src/library/frontMatter';
import { finish } from '../../../../src/base/slices';
import { importText } from '../../../../src/intake/importText';
import { ascii85, descendant, fileOf, hex, pdfOf, show, streamOf, unicodeFont } from './pdfFixture';

/* Members of the kinds of PDF that importing failed on, of other programs. Each failed once. */

const textsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readPdf(bytes, '')).lines.map(({ text }) => text);

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pages = ['第一页写得完整。', '第二页也写完整。', '第三页还是完整。'].map((text) => ({
  content: show(text, 50, 700),
}));

describe('a PDF file of another program', function () {
  // The library is compiled when it is first loaded.
  this.timeout(300_000);

  it('is read up to where it was cut off, and says which pages are missing', async () => {
    const whole = pdfOf(pages);
    const cut = latin(whole).indexOf('8 0 obj');
    assert.ok(cut > 0);
    const { lines, unread } = await readPdf(whole.subarray(0, cut), '');
    assert.deepEqual(
      [lines.map(({ text }) => text), unread],
      [['第一页写得完整。', '第二页也写完整。'], [{ what: 'damaged', place: '3', amount: 1 }]],
    );
  });

  it('is read without the line that says what it is', async () => {
    const bytes = latin(pdfOf(pages)).replace('%PDF-1.4', '% \xe2\xe3\xcf\xd3');
    const { texts, problems } = await readFile('甲.pdf', Buffer.from(bytes, 'latin1'), parseFrontMatter);
    assert.deepEqual([texts[0]?.lines.length, problems], [3, []]);
  });

  it('keeps the pages behind one that is not there', async () => {
    const bytes = Buffer.from(latin(pdfOf(pages)).replace('/Kids [4 0 R 6 0 R', '/Kids [4 0 R 99 0 R'), 'latin1');
    const { lines, unread } = await readPdf(bytes, '');
    assert.deepEqual(
      [lines.map(({ text }) => text), unread],
      [['第一页写得完整。', '第三页还是完整。'], [{ what: 'damaged', place: '2', amount: 1 }]],
    );
  });

  // The library fetches all pages of the first level and waits for one: a worker ended by what it left alone.
  it('reads a page whatever is wrong with one that it does not ask for', async () => {
    const broken = latin(pdfOf(pages))
      .replace('/Count 3', '/Count 1')
      .replace('8 0 obj\n<<', `8 0 obj\n${'A'.repeat(200)}`);
    const left: unknown[] = [];
    const listener = (reason: unknown): void => void left.push(reason);
    process.on('unhandledRejection', listener);
    try {
      assert.deepEqual(await textsOf(Buffer.from(broken, 'latin1')), ['第一页写得完整。']);
      // What nobody waits for is told at the end of a turn.
      await new Promise((done) => setImmediate(done));
    } finally {
      process.off('unhandledRejection', listener);
    }
    assert.deepEqual(left, []);
  });

  it('ends where a pattern shows the form that is filled with it', async () => {
    const text = streamOf('', `/X Do ${show('图案里外都要读完。', 50, 700)}`);
    const form = streamOf(
      '/Subtype /Form /BBox [0 0 9 9] /Resources << /Pattern << /P 7 0 R >> >>',
      '/Pattern cs /P scn',
    );
    const pattern = streamOf(
      '/PatternType 1 /PaintType 1 /TilingType 1 /XStep 9 /YStep 9 /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
      '/X Do',
    );
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      unicodeFont,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>',
      text,
      form,
      pattern,
    ];
    assert.deepEqual(await textsOf(fileOf(objects)), ['图案里外都要读完。']);
  });

  it('reads data in ASCII85 with the mark before it that PostScript has', async () => {
    for (const mark of ['', '<~', ' \n<~\n']) {
      const content = mark + ascii85(show('前有记号也读。', 50, 700));
      const { lines, unread } = await readPdf(pdfOf([{ content, filter: '/Filter /ASCII85Decode' }]), '');
      assert.deepEqual([lines.map(({ text }) => text), unread], [['前有记号也读。'], []], mark);
    }
  });

  it('gives remarks on the page, and what is written on it without an appearance', async () => {
    const annotation = (kind: string, text: string, more = ''): string =>
      `<< /Type /Annot /Subtype /${kind} /Rect [50 600 90 620] /Contents <FEFF${hex(text)}> ${more} >>`;
    const annotations = [
      annotation('Highlight', '此处核实。', '/QuadPoints [50 620 90 620 50 600 90 600]'),
      annotation('Text', '删去\r再议'),
      annotation('Popup', '此处核实。'),
      annotation('Link', '回到目录'),
      annotation('FreeText', '写在页上。'),
      annotation('FreeText', '看不见。', '/F 2'),
      annotation('FreeText', '也看不见。', '/F 32'),
    ];
    const more = `/Annots [${annotations.join(' ')}]`;
    const { lines, removed } = await readPdf(pdfOf([{ content: show('正文一行。', 50, 700), more }]), '');
    assert.deepEqual(
      [lines.map(({ text }) => text), removed?.map(({ kind, text }) => `${kind} ${text}`)],
      [
        ['正文一行。', '写在页上。'],
        ['comment 此处核实。', 'comment 删去', 'comment 再议', 'hidden 看不见。', 'hidden 也看不见。'],
      ],
    );
  });

  it('names the files that it carries along, and unpacks none', async () => {
    const attached = (name: string): string =>
      `<< /Type /Filespec /F (${name}) /UF <FEFF${hex(name)}> /EF << /F 5 0 R >> >>`;
    const more = `/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [50 600 90 620] /FS ${attached('附表.xlsx')} >>]`;
    const onPage = pdfOf([{ content: show('详见附表。', 50, 700), more }]);
    assert.deepEqual((await readPdf(onPage, '')).unread, [{ what: 'object', place: '附表.xlsx', amount: 1 }]);
    const names = `/Names << /EmbeddedFiles << /Names [(a) ${attached('附表.xlsx')} (b) ${attached('说明.docx')}] >> >>`;
    const text = Buffer.from(onPage).toString('latin1').replace('/Pages 2 0 R', `/Pages 2 0 R ${names}`);
    const both = await readPdf(Uint8Array.from(Buffer.from(text, 'latin1')), '');
    assert.deepEqual(both.unread, [{ what: 'object', place: '', amount: 2 }]);
  });

  it('reads names of glyphs with a suffix, and of several characters', async () => {
    const names = '/uni623F5C4B /a.sc /one.oldstyle /uni5B89.alt';
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 ${names}] >> >>`;
    const content = 'BT /F2 10 Tf 1 0 0 1 50 700 Tm (ABCD) Tj ET';
    assert.deepEqual(await textsOf(pdfOf([{ content }], [unicodeFont, font])), ['房屋a1安']);
  });

  it('keeps characters that come again where a font says no widths', async () => {
    const font = '<< /Type /Font /Subtype /TrueType /BaseFont /#CB#CE#CC#E5 /Encoding /WinAnsiEncoding >>';
    const bytes = [...'到2026年6月底，完成2项，'].map((one) =>
      one < '\x80'
        ? one.charCodeAt(0).toString(16)
        : { 到: 'b5bd', 年: 'c4ea', 月: 'd4c2', 底: 'b5d7', '，': 'a3ac', 完: 'cdea', 成: 'b3c9', 项: 'cfee' }[one],
    );
    const content = `BT /F2 10 Tf 1 0 0 1 50 700 Tm <${bytes.join('')}> Tj ET`;
    assert.deepEqual(await textsOf(pdfOf([{ content }], [unicodeFont, font])), ['到2026年6月底，完成2项，']);
  });

  it('reads codes of four bytes, and does not look through all of them', async () => {
    const map = [
      '/CIDInit /ProcSet findresource begin begincmap /CMapName /U def /CMapType 2 def',
      '1 begincodespacerange <F0808080> <F7BFBFBF> endcodespacerange',
      '1 beginbfchar <F0A8A780> <4E00> endbfchar endcmap end',
    ].join('\n');
    const encoding = map
      .replace('CMapType 2', 'CMapType 1')
      .replace('beginbfchar <F0A8A780> <4E00> endbfchar', 'begincidchar <F0A8A780> 1 endcidchar');
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      `<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding 6 0 R /ToUnicode 7 0 R ${descendant} >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
      streamOf('', 'BT /F1 10 Tf 1 0 0 1 50 700 Tm <F0A8A780> Tj ET'),
      streamOf('/Type /CMap /CMapName /U', encoding),
      streamOf('', map),
    ];
    assert.deepEqual(await textsOf(fileOf(objects)), ['一']);
  });

  it('keeps an exponent on its line, however high', async () => {
    const content = `${show('100万m', 50, 700, 16)}\n${show('2', 130, 708, 9)}\n${show('，增加。', 139, 700, 16)}`;
    assert.deepEqual(await textsOf(pdfOf([{ content }])), ['100万m2，增加。']);
  });

  it('tells columns that stand close together', async () => {
    const left = ['左栏写的是修渠的事情，', '大家都要听清楚听明白，', '按时完成自己的任务。'];
    const right = ['右栏写的是种树的事情，', '每一户都要种够十棵树，', '还要保证树的成活率。'];
    const content = left.flatMap((text, at) => [
      show(text, 50, 700 - 20 * at),
      show(right[at] ?? '', 173.5, 700 - 20 * at),
    ]);
    assert.deepEqual(await textsOf(pdfOf([{ content: content.join('\n') }])), [...left, ...right]);
  });

  it('takes the running head of its first page for none of its title', async () => {
    const own = ['关于修缮水渠的通知', '各乡镇要抓紧修缮灌溉水渠，不误农时。', '各村要组织劳力清淤。'];
    const texts = [own, ['各镇要把支渠修到田头，明确专人负责。', '年底统一考核。']];
    const contents = texts.map((lines, page) => ({
      content: [show('青阳县文件汇编', 200, 810, 9), ...lines.map((text, at) => show(text, 50, 760 - 40 * at))]
        .concat(show(`— ${page + 1} —`, 280, 30, 9))
        .join('\n'),
    }));
    const { drafts, removed } = finish(importText(await readPdf(pdfOf(contents), '通知')));
    assert.equal(drafts[0]?.front.title, own[0]);
    assert.equal(removed.filter(({ kind }) => kind === 'runningHead').length, 2);
  });
});
