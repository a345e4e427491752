import { encode, Source, textOf } from './generatedText';
import { docx, flatOdt, odt, rtf, wordXml } from './generatedWord';
import type { Random } from './random';

/** A file of some format, and every text that was put into it. */
export interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly texts: readonly string[];
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

/** A page in a message, in either encoding of its bytes. */
function mhtml(source: Source): Uint8Array {
  const page = Buffer.from(html(source));
  const quoted = [...page]
    .map((byte) =>
      byte < 33 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:[^=]|=..){1,25}/g, '$&=\r\n');
  const isBase64 = source.random.chance(0.5);
  const body = isBase64 ? page.toString('base64').replace(/.{76}/g, '$&\r\n') : quoted;
  const encoding = isBase64 ? 'base64' : 'quoted-printable';
  return encode(
    `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=_1"\r\n\r\n----=_1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_1\r\nContent-Type: image/png\r\n\r\nx\r\n----=_1--\r\n`,
  );
}

/** How a file of each format is made, by its ending. */
export const makers: Readonly<Record<string, (source: Source) => Uint8Array>> = {
  txt: plainText,
  md: markdown,
  html,
  mht: mhtml,
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
