import { zipSync } from 'fflate';
import type { Random } from './random';

/** A file of some format, and every text that was put into it. */
export interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly texts: readonly string[];
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Texts that a reader or the cleaning may take for something else than text. */
const tricky = [
  '一、抓好春耕生产', '（一）备足农资', '1.加强领导', '（1）选种', '第一章 总则', '- 3 -', '第3页', '12', '网络', '来源：市农业局', '附件：1.名单', '2.方案',
  '青政发〔2026〕9号', '签发人：张三', '特急', '各县人民政府：', '2026年3月1日', '（此件公开发布）', '谢谢大家！', '（热烈鼓掌）', '目录',
  '加群123456789领取公文素材', '更多公文素材请访问www.example.com', '【来自：某某公文素材网】', '版权所有', '责任编辑：李四', '上一篇：修渠',
  '各位同志：今天开会', '主持人：请提问。', '篇一', '第二篇 修渠', '公文素材5篇', '修渠…………3', '种树......12', '|甲|乙|', '# 标题', '> 引用',
  '***', '———', 'ABC', 'a1b2', '10.5%', '𠮷野家', '١٢٣', '①②', 'Ⅳ', 'ﬁn', '㎡', '⼀⼆',
] as const; // prettier-ignore

/** A paragraph: a sentence of random Han characters, letters and digits, or one that looks like something else. */
function textOf(random: Random): string {
  if (random.chance(0.3)) return random.of(tricky);
  let text = '';
  for (let clause = random.between(1, 6); clause > 0; clause--) {
    for (let length = random.between(2, 18); length > 0; length--)
      text += random.chance(0.92) ? String.fromCharCode(random.between(0x4e00, 0x9fa5)) : random.of([...'aZ09 %.-']);
    text += clause > 1 ? random.of([...'，、；：,']) : random.of(['。', '！', '', '…', '”']);
  }
  return text.trim();
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Gives texts and keeps them. */
class Source {
  readonly texts: string[] = [];

  constructor(readonly random: Random) {}

  text(): string {
    const text = textOf(this.random);
    this.texts.push(text);
    return text;
  }

  /** For XML. */
  xml(): string {
    return escaped(this.text());
  }

  /** Some of a thing, joined. */
  some(make: () => string, from = 1, to = 6, between = ''): string {
    return Array.from({ length: this.random.between(from, to) }, make).join(between);
  }

  of(...makes: readonly (() => string)[]): string {
    return this.random.of(makes)();
  }
}

function plainText(source: Source): Uint8Array {
  const { random } = source;
  const end = random.of(['\n', '\n\n', '\r\n', '\n　　', '\n    ', '\f']);
  const wrapped = random.chance(0.3) ? random.between(12, 30) : 0;
  const paragraphs = source.some(() => source.text(), 1, 20, end);
  const text = wrapped ? paragraphs.replace(new RegExp(`.{${wrapped}}`, 'gu'), '$&\n') : paragraphs;
  if (!random.chance(0.2)) return encode(random.chance(0.1) ? `\ufeff${text}` : text);
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at++) bytes.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], 2 + 2 * at);
  return bytes;
}

function markdown(source: Source): Uint8Array {
  const { random } = source;
  const front = random.chance(0.5) ? `---\ntitle: ${JSON.stringify(source.text())}\n---\n\n` : '';
  const block = (): string =>
    source.of(
      () => source.text(),
      () => `${'#'.repeat(random.between(1, 4))} ${source.text()}`,
      () => source.some(() => `- ${source.text()}`, 1, 4, '\n'),
      () => `| ${source.text()} | ${source.text()} |\n| --- | --- |\n| ${source.text()} | ${source.text()} |`,
      () => `> ${source.text()}`,
      () => `\`\`\`\n${source.text()}\n\`\`\``,
      () => `[^1]: ${source.text()}`,
      () => `**${source.text()}**`,
    );
  return encode(front + source.some(block, 1, 12, '\n\n'));
}

function html(source: Source): Uint8Array {
  const text = (): string => source.xml();
  const block = (): string =>
    source.of(
      () => `<p>${text()}</p>`,
      () => `<div>${text()}<br>${text()}</div>`,
      () => `<h${source.random.between(1, 6)}>${text()}</h1>`,
      () => `<ul>${source.some(() => `<li>${text()}</li>`)}</ul>`,
      () => `<ol start="3">${source.some(() => `<li><p>${text()}</p></li>`)}</ol>`,
      () => `<table>${source.some(() => `<tr>${source.some(() => `<td>${text()}</td>`, 1, 4)}</tr>`)}</table>`,
      () => `<table><caption>${text()}</caption>${text()}<tr>${text()}<th>${text()}</th></tr></table>`,
      () => `<nav>${source.some(() => `<a href="/a">${text()}</a>`)}</nav>`,
      () => `<header>${text()}</header>`,
      () => `<footer>${text()}</footer>`,
      () => `<p style="display:none">${text()}</p>`,
      () => `<p><ruby>${text()}<rt>${text()}</rt></ruby></p>`,
      () => `<pre>${text()}\n${text()}</pre>`,
      () => `<form><label>${text()}</label><button>${text()}</button><select><option>${text()}</select></form>`,
      () => `<noscript>${text()}</noscript><iframe>${text()}</iframe><object>${text()}</object>`,
      () => `<svg><text>${text()}</text></svg>`,
      () => `<b>${text()}`,
      () => text(),
    );
  return encode(`<!DOCTYPE html><html><body>${source.some(block, 1, 14)}`);
}

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const relation = (type: string, target: string): string =>
  `<Relationship Id="${target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** Blocks of a WordprocessingML body. */
function wordBlocks(source: Source): string {
  const run = (properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${source.xml()}</w:t></w:r>`;
  const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
  const cell = (): string => `<w:tc>${paragraph(run())}</w:tc>`;
  const box = (): string =>
    `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run())}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const block = (): string =>
    source.of(
      () => paragraph(source.some(() => run(), 1, 3)),
      () => paragraph(run(), `<w:outlineLvl w:val="${source.random.between(0, 3)}"/>`),
      () => paragraph(run('<w:vanish/>') + run()),
      () => paragraph(`<w:del><w:r><w:delText>${source.xml()}</w:delText></w:r></w:del>${run()}`),
      () => paragraph(`<w:ins>${run()}</w:ins><w:moveFrom>${run()}</w:moveFrom>`),
      () => paragraph(run(), '<w:rPr><w:del/></w:rPr>'),
      () => paragraph(run() + box()),
      () => paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent>${paragraph(run())}</w:txbxContent></v:textbox></w:pict></w:r>`),
      () => paragraph(`<w:ruby><w:rt>${run()}</w:rt><w:rubyBase>${run()}</w:rubyBase></w:ruby>`),
      () => paragraph(`<m:oMath><m:r><m:t>${source.xml()}</m:t></m:r></m:oMath>`),
      () => paragraph(`<w:hyperlink>${run()}</w:hyperlink><w:smartTag>${run()}</w:smartTag>`),
      () => paragraph(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run()}<w:r><w:fldChar w:fldCharType="end"/></w:r>`),
      () => `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run())}</w:sdtContent></w:sdt>`,
      () => `<w:tbl>${source.some(() => `<w:tr>${source.some(cell, 1, 3)}</w:tr>`, 1, 4)}</w:tbl>`,
      () => `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell()}</w:tr><w:tr>${cell()}</w:tr></w:tbl>`,
      () => `<w:del>${paragraph(run())}</w:del>`,
    ); // prettier-ignore
  return source.some(block, 1, 10);
}

function docx(source: Source): Uint8Array {
  const { random } = source;
  const story = (tag: string): string => `<w:${tag} ${w}><w:p><w:r><w:t>${source.xml()}</w:t></w:r></w:p></w:${tag}>`;
  const notes = random.chance(0.3);
  const reference = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
  const files: Record<string, string> = {
    'word/document.xml': `<w:document ${w}><w:body>${wordBlocks(source)}${notes ? reference : ''}</w:body></w:document>`,
  };
  const relations: string[] = [];
  const add = (type: string, target: string, content: string): void => {
    files[`word/${target}`] = content;
    relations.push(relation(type, target));
  };
  if (random.chance(0.4)) add('header', 'header1.xml', story('hdr'));
  if (random.chance(0.4)) add('footer', 'footer2.xml', story('ftr'));
  if (random.chance(0.4))
    add('comments', 'comments.xml', `<w:comments ${w}><w:comment>${story('p')}</w:comment></w:comments>`);
  if (notes)
    add(
      'footnotes',
      'footnotes.xml',
      `<w:footnotes ${w}><w:footnote w:id="1"><w:p><w:r><w:t>${source.xml()}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    );
  files['word/_rels/document.xml.rels'] = `<Relationships>${relations.join('')}</Relationships>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encode(text)])));
}

const wordXml = (source: Source): Uint8Array =>
  encode(
    `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${source.some(
      () =>
        source.of(
          () => `<w:p><w:r><w:t>${source.xml()}</w:t></w:r></w:p>`,
          () =>
            `<w:p><aml:annotation xmlns:aml="http://schemas.microsoft.com/aml/2001/core" w:type="Word.Deletion"><aml:content><w:r><w:delText>${source.xml()}</w:delText></w:r></aml:content></aml:annotation></w:p>`,
          () => `<w:sectPr><w:hdr><w:p><w:r><w:t>${source.xml()}</w:t></w:r></w:p></w:hdr></w:sectPr>`,
        ),
      2,
      10,
    )}<w:p><w:r><w:t>${source.xml()}</w:t></w:r></w:p></w:body></w:wordDocument>`,
  );

const office = ['office', 'text', 'table', 'draw', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`)
  .join(' ');

function odtBody(source: Source): string {
  const p = (): string => `<text:p>${source.xml()}</text:p>`;
  const block = (): string =>
    source.of(
      p,
      () => `<text:h text:outline-level="2">${source.xml()}</text:h>`,
      () => `<text:list>${source.some(() => `<text:list-item>${p()}</text:list-item>`, 1, 3)}</text:list>`,
      () => `<table:table>${source.some(() => `<table:table-row>${source.some(() => `<table:table-cell>${p()}</table:table-cell>`, 1, 3)}</table:table-row>`, 1, 3)}</table:table>`,
      () => `<text:p>${source.xml()}<office:annotation>${p()}</office:annotation><text:note><text:note-body>${p()}</text:note-body></text:note></text:p>`,
      () => `<text:p><text:ruby><text:ruby-base>${source.xml()}</text:ruby-base><text:ruby-text>${source.xml()}</text:ruby-text></text:ruby></text:p>`,
      () => `<text:p><text:span text:style-name="H">${source.xml()}</text:span>${source.xml()}</text:p>`,
      () => `<text:p><draw:frame><draw:text-box>${p()}</draw:text-box></draw:frame></text:p>`,
      () => `<text:tracked-changes><text:changed-region><text:deletion>${p()}</text:deletion></text:changed-region></text:tracked-changes>`,
      () => `<text:section>${p()}</text:section>`,
    ); // prettier-ignore
  return source.some(block, 1, 10) + p();
}

const odtStyles = (source: Source): string =>
  `<office:styles><style:style style:name="H"><style:text-properties text:display="none"/></style:style></office:styles><office:master-styles><style:master-page><style:header><text:p>${source.xml()}</text:p></style:header></style:master-page></office:master-styles>`;

const odt = (source: Source): Uint8Array =>
  zipSync({
    mimetype: encode('application/vnd.oasis.opendocument.text'),
    'content.xml': encode(`<office:document-content ${office}><office:body><office:text>${odtBody(source)}</office:text></office:body></office:document-content>`),
    'styles.xml': encode(`<office:document-styles ${office}>${odtStyles(source)}</office:document-styles>`),
  }); // prettier-ignore

const flatOdt = (source: Source): Uint8Array =>
  encode(`<?xml version="1.0"?><office:document ${office}>${odtStyles(source)}<office:body><office:text>${odtBody(source)}</office:text></office:body></office:document>`); // prettier-ignore

function rtf(source: Source): Uint8Array {
  const text = (): string =>
    [...source.text()]
      .flatMap((one) =>
        /[\w .]/.test(one) ? [one] : one.split('').map((unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`),
      )
      .join('');
  const block = (): string =>
    source.of(
      () => `\\pard ${text()}\\par\n`,
      () => `{\\v ${text()}}{${text()}}\\par\n`,
      () => `{\\deleted ${text()}}\\par\n`,
      () => `{\\header \\pard ${text()}\\par}`,
      () => `${text()}{\\*\\annotation \\pard ${text()}}\\par\n`,
      () => `${text()}{\\footnote \\pard ${text()}}\\par\n`,
      () => `{\\shp{\\*\\shpinst{\\shptxt \\pard ${text()}\\par}}}`,
      () => `\\trowd\\intbl ${text()}\\cell ${text()}\\cell\\row\\pard\n`,
    );
  return encode(`{\\rtf1\\ansi\\ansicpg936\\uc1 ${source.some(block, 1, 12)}\\pard ${text()}\\par}`);
}

/** Characters that the maps of old fonts have. */
const inMaps = (text: string): string => [...text].filter((one) => one.length === 1).join('');

function pdf(source: Source): Uint8Array {
  const { random } = source;
  const shown = (): string => {
    const text = inMaps(textOf(random)).replace(/[^\p{Script=Han}\p{P}A-Za-z0-9%]/gu, '') || '渠';
    source.texts.push(text);
    const hex = [...text].map((one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    return `<${hex}> Tj`;
  };
  const pages = Array.from({ length: random.between(1, 3) }, () => {
    let y = 760;
    return source.some(
      () => `BT /F1 10 Tf 1 0 0 1 ${random.of([50, 70, 700])} ${(y -= random.of([20, 40]))} Tm ${shown()} ET`,
      1,
      12,
      '\n',
    );
  });
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /MediaBox [0 0 595 842] /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] /Resources << /Font << /F1 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>',
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const text = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return encode(`%PDF-1.4\n${text}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}

/** How a file of each format is made, by its ending. */
export const makers: Readonly<Record<string, (source: Source) => Uint8Array>> = {
  txt: plainText,
  md: markdown,
  html,
  docx,
  doc: wordXml,
  odt,
  fodt: flatOdt,
  rtf,
  pdf,
};

/** A file of a format; the same for the same generator. */
export function generatedFile(ending: string, random: Random): GeneratedFile {
  const source = new Source(random);
  const make = makers[ending];
  if (!make) throw new Error(`no maker for ${ending}`);
  const bytes = make(source);
  return { name: `文件.${ending}`, bytes, texts: source.texts };
}
