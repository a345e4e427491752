import assert from 'node:assert/strict';
import { zlibSync } from 'fflate';
import { readPdf } from '../../../../src/intake/formats/pdf/pdf';
import { areCharacters, chineseOfBytes } from '../../../../src/intake/formats/pdf/simpleChinese';
import type { SourceText } from '../../../../src/library/document';
import { IntakeError } from '../../../../src/intake/problem';
import { ascii85, hex, pdfOf, show, unicodeFont } from './pdfFixture';

/** A compressed stream whose second half is lost under other bytes. */
const damaged = (content: string): string =>
  [...zlibSync(new TextEncoder().encode(content))]
    .map((byte, at, { length }) => String.fromCharCode(at > length / 2 ? 0xff : byte))
    .join('');

const textsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readPdf(bytes, '')).lines.map(({ text }) => text);

describe('a PDF file', function () {
  // The library is compiled when it is first loaded.
  this.timeout(300_000);

  it('gives columns of running text one after the other, and tables row by row', async () => {
    const left = ['左栏写的是修渠的事情，', '大家都要听清楚听明白，', '按时完成自己的任务。'];
    const right = ['右栏写的是种树的事情，', '每一户都要种够十棵树，', '还要保证树的成活率。'];
    const columns = [...left, ...right].map((text, at) => show(text, at < 3 ? 50 : 300, 700 - 20 * (at % 3)));
    assert.deepEqual(await textsOf(pdfOf([{ content: columns.join('\n') }])), [...left, ...right]);
    const table = ['乡镇', '面积', '甲乡', '十亩', '乙乡', '九亩'];
    const cells = table.map((text, at) => show(text, at % 2 ? 300 : 50, 700 - 20 * Math.floor(at / 2)));
    assert.deepEqual(await textsOf(pdfOf([{ content: cells.join('\n') }])), ['乡镇 面积', '甲乡 十亩', '乙乡 九亩']);
  });

  it('knows by their place which lines of a narrow column were broken', async () => {
    const texts = ['　修渠一事关系', '全县夏粮各乡镇', '要提早安排人手', '按期完工', '　种树也要抓紧', '成活率要高'];
    const content = texts.map((text, at) => show(text.trim(), text.startsWith('　') ? 60 : 50, 700 - 15 * at));
    const { lines } = await readPdf(pdfOf([{ content: content.join('\n') }]), '');
    assert.deepEqual(
      lines.map(({ goesOn }) => goesOn === true),
      [true, true, true, false, true, false],
    );
    // What stands apart, or in another size, has a width of its own.
    const footed = `${content.join('\n')}\n${show('- 1 -', 20, 40, 8)}`;
    assert.equal((await readPdf(pdfOf([{ content: footed }]), '')).lines.filter(({ goesOn }) => goesOn).length, 4);
  });

  it('tells columns whose lines do not stand on one height', async () => {
    const left = ['左栏写的是修渠的事情，', '大家都要听清楚听明白，', '按时完成自己的任务。'];
    const right = ['右栏写的是种树的事情，', '每一户都要种够十棵树，', '还要保证树的成活率。'];
    const content = [...left, ...right].map((text, at) =>
      show(text, at < 3 ? 50 : 200, (at < 3 ? 700 : 693) - 20 * (at % 3)),
    );
    assert.deepEqual(await textsOf(pdfOf([{ content: content.join('\n') }])), [...left, ...right]);
  });

  it('reads what older programs pack with ASCII85, and bytes of any kind', async () => {
    const content = ascii85(show('修渠种树。', 50, 700));
    const bytes = Buffer.from(pdfOf([{ content, filter: '/Filter /ASCII85Decode' }]));
    assert.deepEqual(await textsOf(bytes), ['修渠种树。']);
  });

  it('lists text outside the page, and of layers that are off, as hidden', async () => {
    const content = [show('看得见。', 50, 700), show('页外的字', 900, 700)].join('\n');
    const { lines, removed } = await readPdf(pdfOf([{ content, more: '/CropBox [0 0 500 800]' }]), '');
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['看得见。'],
    );
    assert.deepEqual(removed, [{ kind: 'hidden', text: '页外的字' }]);
  });

  it('gives letters that are drawn twice once, and those that only follow each other both', async () => {
    const content = [show('通知', 50, 700), show('通知', 50.4, 700.3), show('天天', 50, 650)].join('\n');
    assert.deepEqual(await textsOf(pdfOf([{ content }])), ['通知', '天天']);
  });

  it('gives the text of a page that is turned as it is read', async () => {
    const turned = (text: string, x: number): string => `BT /F1 10 Tf 0 1 -1 0 ${x} 100 Tm <${hex(text)}> Tj ET`;
    const content = [turned('第二行。', 220), turned('第一行，', 200)].join('\n');
    assert.deepEqual(await textsOf(pdfOf([{ content, more: '/Rotate 90' }])), ['第一行，', '第二行。']);
  });

  it('gives vertical writing from right to left', async () => {
    const vertical = unicodeFont.replace('UCS2-H', 'UCS2-V');
    const content = [show('第二行写完。', 180, 700), show('第一行先写，', 200, 700)].join('\n');
    assert.deepEqual(await textsOf(pdfOf([{ content }], [vertical])), ['第一行先写，', '第二行写完。']);
  });

  it('says which pages are damaged or scanned, and reads the others', async () => {
    const bytes = pdfOf([
      { content: show('第一页。', 50, 700) },
      { content: damaged(show('第二页坏了，读不出来。', 50, 700)), filter: '/Filter /FlateDecode' },
      { content: 'q 100 0 0 100 0 0 cm Q' },
      { content: show('第四页。', 50, 700) },
    ]);
    const { lines, unread = [] } = await readPdf(bytes, '');
    assert.deepEqual(
      lines.map(({ text, page }) => `${page ? '=' : ''}${text}`),
      ['第一页。', '=第四页。'],
    );
    assert.ok(unread.some(({ what, place }) => what === 'damaged' && place === '2'));
    assert.ok(unread.some(({ what, place }) => what === 'scanned' && place === '3'));
  });

  it('gives what comes before the damage in a page that is cut off, and says so', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => `第${at}条渠已经修好，通水正常。`);
    const content = texts.map((text, at) => show(text, 50, 800 - 15 * at)).join('\n');
    const packed = [...zlibSync(new TextEncoder().encode(content))].map((one) => String.fromCharCode(one)).join('');
    const read = async (kept: number): Promise<SourceText> =>
      readPdf(pdfOf([{ content: packed.slice(0, kept), filter: '/Filter /FlateDecode' }]), '');
    // Without its checksum it is whole.
    const whole = await read(packed.length - 4);
    assert.deepEqual([whole.lines.length, whole.unread], [texts.length, []]);
    const half = await read(Math.floor(packed.length * 0.7));
    assert.deepEqual(half.unread, [{ what: 'damaged', place: '1', amount: 1 }]);
    assert.deepEqual(half.lines.map(({ text }) => text).slice(0, 5), texts.slice(0, 5));
  });

  it('counts characters of a font that has no table of them', async () => {
    const numbered =
      '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>] >>';
    const content = `${show('读得出。', 50, 700)}\nBT /F2 10 Tf 1 0 0 1 50 650 Tm <000300120a4b> Tj ET`;
    const { lines, unread } = await readPdf(pdfOf([{ content }], [unicodeFont, numbered]), '');
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['读得出。'],
    );
    assert.deepEqual(unread, [{ what: 'characters', place: '1', amount: 3 }]);
  });

  it('without any text is refused', async () => {
    await assert.rejects(
      readPdf(pdfOf([{ content: 'q 100 0 0 100 0 0 cm Q' }]), ''),
      (error: unknown) => error instanceof IntakeError && error.code === 'noText',
    );
  });

  it('tells how far it has come', async () => {
    const told: string[] = [];
    const page = { content: show('修渠。', 50, 700) };
    await readPdf(pdfOf([page, page]), '', (read, pages) => told.push(`${read}/${pages}`));
    assert.deepEqual(told, ['1/2', '2/2']);
  });
});

describe('bytes of a simple font', () => {
  it('are Chinese where they come in pairs that are common characters', () => {
    const bytes = (...pairs: string[]): number[] => pairs.flatMap((pair) => [...Buffer.from(pair, 'hex')]);
    assert.deepEqual(chineseOfBytes(bytes('d0de', 'c7fe', '31'), 'FangSong'), ['修', undefined, '渠', undefined, '1']);
    assert.equal(chineseOfBytes([...Buffer.from('créée', 'latin1')], 'Helvetica'), undefined);
    assert.equal(chineseOfBytes([...Buffer.from('café', 'latin1')], 'SimSun'), undefined);
  });

  it('are characters where they read as text, and not where they are numbers of glyphs', () => {
    const codes = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
    assert.ok(areCharacters(codes('修缮水渠，春耕用水')));
    assert.ok(!areCharacters([3, 0x12, 0xa4b]));
    assert.ok(!areCharacters(codes('㐀㑇㒳㓁')));
  });
});
