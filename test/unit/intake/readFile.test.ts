import assert from 'node:assert/strict';
import type { FileTexts } from '../../../src/intake/readFile';
import { readFile, readParts } from '../../../src/intake/readFile';
import { importText } from '../../../src/intake/importText';
import { parseFrontMatter } from '../../../src/library/frontMatter';
import { finish } from '../../../src/base/slices';
import { docxOf, numbered, paragraph, pdfOf, zipOf } from './fileFixtures';
import { shortBlocks } from './intakeFixtures';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, bytes: Uint8Array): Promise<FileTexts> => readFile(name, bytes, parseFrontMatter);

/** Titles and blocks of the articles in a file. */
const articlesOf = async (name: string, bytes: Uint8Array): Promise<string[][]> =>
  (await read(name, bytes)).texts.flatMap((text) =>
    finish(importText(text)).drafts.map(({ front, blocks }) => [front.title, ...shortBlocks(blocks)]),
  );
const problemsOf = async (name: string, bytes: Uint8Array): Promise<string[]> =>
  (await read(name, bytes)).problems.map((problem) => `${problem.code} ${problem.name}`);

const sentence = '各地要抓紧落实，不误农时。';
/** 春耕 in GB18030. */
const gbk = Uint8Array.of(0xb4, 0xba, 0xb8, 0xfb);

describe('encodings', () => {
  it('are told apart', async () => {
    const utf16 = (text: string): Uint8Array =>
      Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8])]);
    for (const bytes of [encode('春耕'), encode('\ufeff春耕'), utf16('春耕'), gbk])
      assert.deepEqual(await articlesOf('a.txt', bytes), [['a', '春耕']]);
  });
});

describe('Word documents', () => {
  it('keep automatic numbers as text, and the levels of their headings', async () => {
    const bytes = docxOf(
      paragraph('春耕工作方案', '<w:pStyle w:val="a3"/>') +
        paragraph('备耕', `<w:pStyle w:val="1"/>${numbered(0)}`) +
        paragraph('备种', '<w:pStyle w:val="2"/>') +
        paragraph(sentence) +
        paragraph('选种', numbered(2)) +
        paragraph('验种', numbered(2)) +
        paragraph(sentence) +
        paragraph('备肥', '<w:pStyle w:val="2"/>') +
        paragraph(sentence) +
        paragraph('播种', `<w:pStyle w:val="mine"/>${numbered(0)}`) +
        paragraph('选地', '<w:pStyle w:val="2"/>') +
        paragraph(sentence),
    );
    assert.deepEqual(await articlesOf('方案.docx', bytes), [
      [
        '春耕工作方案',
        '1 一、备耕',
        '2 （一）备种',
        sentence,
        '1.选种',
        '3 2.验种',
        sentence,
        '2 （二）备肥',
        sentence,
        '1 二、播种',
        '2 （一）选地',
        sentence,
      ],
    ]);
  });

  it('keep lists and tables, and leave out what was deleted', async () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const bytes = docxOf(
      paragraph('种子', numbered(0, 2)) +
        paragraph('化肥', numbered(0, 2)) +
        `<w:tbl>${row('乡镇', '面积')}${row('甲乡', '1.2万亩')}</w:tbl>` +
        '<w:p><w:r><w:t>春播</w:t></w:r><w:del><w:r><w:delText>要晚</w:delText></w:r></w:del><w:ins><w:r><w:t>要早。</w:t></w:r></w:ins></w:p>',
    );
    assert.deepEqual(await articlesOf('清单.docx', bytes), [
      ['清单', '- 种子', '- 化肥', '| 乡镇 | 面积 |', '| 甲乡 | 1.2万亩 |', '春播要早。'],
    ]);
  });
});

describe('web pages', () => {
  it('give their text without navigation, scripts and footer', async () => {
    const html = `<!DOCTYPE html><html><head><title>在春耕现场会上的讲话 - 某某网</title><style>p{}</style></head><body>
      <nav><a>首页</a></nav><h1>在春耕现场会上的讲话</h1><div>来源：市农业农村局</div>
      <p>　　同志们：</p><p>　　${sentence}<br>　　要&ldquo;早&rdquo;字当头。</p><script>alert(1)</script>
      <ul><li>种子</li><li><p>化肥</p></li></ul><ol><li>修渠</li></ol><table><tr><th>乡</th><td>甲</td></tr></table>
      <footer>版权所有</footer></body></html>`;
    assert.deepEqual(await articlesOf('网页.html', encode(html)), [
      ['在春耕现场会上的讲话', '同志们：', sentence, '要“早”字当头。', '- 种子', '- 化肥', '1.修渠', '| 乡 | 甲 |'],
    ]);
  });
});

/** What stands in the trailer of a file with a password. */
const encrypted = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> /ID [<00> <00>]`;

describe('PDF files', () => {
  it('give the paragraphs of their text layer, over pages', async () => {
    const bytes = pdfOf([
      [
        '在春耕现场会上的讲话',
        '　　春耕生产时间紧任务重，各乡镇要把种子备足，把',
        '水渠修好，把技术人员派到田间，做到不误农时，确',
        '- 1 -',
      ],
      [
        '保全年丰收。',
        '　　各地要把机具检修到位，要把农资价格稳住，要把',
        '示范田建好，让农民看得见、学得会、用得上。',
        '- 2 -',
      ],
    ]);
    assert.deepEqual(await articlesOf('讲话.pdf', bytes), [
      [
        '在春耕现场会上的讲话',
        '春耕生产时间紧任务重，各乡镇要把种子备足，把水渠修好，把技术人员派到田间，做到不误农时，确保全年丰收。',
        '各地要把机具检修到位，要把农资价格稳住，要把示范田建好，让农民看得见、学得会、用得上。',
      ],
    ]);
  });

  it('without a text layer, with a password or damaged are refused', async () => {
    assert.deepEqual(await problemsOf('扫描.pdf', pdfOf([[]])), ['noText 扫描.pdf']);
    assert.deepEqual(await problemsOf('加密.pdf', pdfOf([['春耕']], encrypted)), ['protected 加密.pdf']);
    assert.deepEqual(await problemsOf('损坏.pdf', encode('%PDF-1.4\n1 0 obj <<')), ['damaged 损坏.pdf']);
  });
});

describe('archives', function () {
  this.timeout(30_000);

  it('give every article in them, whatever folder it is in', async () => {
    const bytes = zipOf({
      '讲话/一.txt': `　　${sentence}`,
      '二.md': `# 二\n\n${sentence}`,
      '三.docx': docxOf(paragraph(sentence)),
      '图.png': Uint8Array.of(1, 2, 3),
      '__MACOSX/._一.txt': 'x',
    });
    assert.deepEqual(await articlesOf('素材.zip', bytes), [
      ['一', sentence],
      ['二', sentence],
      ['三', sentence],
    ]);
    assert.deepEqual(await problemsOf('素材.zip', bytes), []);
  });

  it('say what is wrong with single entries and take in the others', async () => {
    const bytes = zipOf({
      '../../越界.txt': sentence,
      '内层.zip': zipOf({ '一.txt': sentence }),
      '空.txt': '',
      '好.txt': sentence,
    });
    assert.deepEqual(await problemsOf('素材.zip', bytes), [
      'unsafePath 素材.zip › ../../越界.txt',
      'nestedArchive 素材.zip › 内层.zip',
      'empty 空.txt',
    ]);
    assert.deepEqual(await articlesOf('素材.zip', bytes), [['好', sentence]]);
  });

  it('with a password say so', async () => {
    const bytes = zipOf({ '一.txt': sentence });
    const directory = bytes.findLastIndex(
      (_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1,
    );
    bytes[directory + 8] = (bytes[directory + 8] ?? 0) | 1;
    assert.deepEqual(await problemsOf('素材.zip', bytes), ['protected 素材.zip › 一.txt']);
  });

  it('that unpack to far more than they say are stopped', async () => {
    const bytes = zipOf({ '炸弹.txt': new Uint8Array(80 * 1024 * 1024) });
    assert.ok(bytes.length < 200_000);
    assert.deepEqual(await problemsOf('素材.zip', bytes), ['tooLarge 炸弹.txt']);
  });

  it('have room for so much together, the parts of their documents among it', async () => {
    const document = docxOf('<w:p/>'.repeat(5000));
    const bytes = zipOf({
      '一.txt': sentence,
      '二.docx': document,
      '三.docx': document,
      '四.docx': document,
      '五.txt': sentence,
    });
    const heard: string[] = [];
    await readParts(
      '素材.zip',
      bytes,
      parseFrontMatter,
      {
        onPart: (_, name) => heard.push(name),
        onProgress: () => undefined,
        onText: ({ lines }) => heard.push(...lines.map(({ text }) => text)),
        onProblem: ({ code, name }) => heard.push(`${code} ${name}`),
      },
      0,
      { left: 80_000 },
    );
    assert.deepEqual(heard, [
      ...['一.txt', sentence],
      ...['二.docx', 'empty 二.docx'],
      ...['三.docx', 'empty 三.docx'],
      ...['四.docx', 'archiveTooLarge 素材.zip'],
    ]);
  });

  it('that are cut off are damaged', async () => {
    const bytes = zipOf({ '一.txt': sentence });
    assert.deepEqual(await problemsOf('素材.zip', bytes.subarray(0, bytes.length - 30)), ['damaged 素材.zip']);
  });
});

describe('files that are not taken in', () => {
  const ole = (...streams: string[]): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(600).fill(0),
      ...streams.flatMap((name) => [...name].flatMap((one) => [one.charCodeAt(0), 0])),
    ]);

  it('each get one clear reason', async () => {
    for (const [name, bytes, code] of [
      ['旧稿.doc', ole('WordDocument'), 'oldWord'],
      ['旧稿.wps', ole('WordDocument'), 'oldWord'],
      ['改名.txt', ole('WordDocument'), 'oldWord'],
      ['加密.docx', ole('EncryptionInfo', 'EncryptedPackage'), 'protected'],
      ['表格.doc', ole('Workbook'), 'unsupported'],
      ['富文本.doc', encode('{\\rtf1\\ansi }'), 'empty'],
      ['图片.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), 'binary'],
      ['公文.uof', encode('<?xml version="1.0"?><uof:UOF><字:句>春耕</字:句></uof:UOF>'), 'unsupported'],
      ['公文.doc', encode('<?xml version="1.0"?><uof:UOF><字:句>春耕</字:句></uof:UOF>'), 'unsupported'],
      ['空.txt', new Uint8Array(), 'empty'],
      ['空白.txt', encode(' \n\u3000\n'), 'empty'],
      ['巨大.txt', new Uint8Array(11 * 1024 * 1024).fill(0x61), 'tooLarge'],
    ] as const)
      assert.deepEqual(await problemsOf(name, bytes), [`${code} ${name}`]);
  });
});
