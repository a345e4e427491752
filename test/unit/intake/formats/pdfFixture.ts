/** Codes of a text in the font F1. */
export const hex = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
/** A text in the font F1 at a place. */
export const show = (text: string, x: number, y: number, size = 10): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`;

/** What a composite font of Chinese refers to. */
export const descendant =
  '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /S /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>]';
/** F1: its codes are Unicode. */
export const unicodeFont = `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H ${descendant} >>`;

export interface Page {
  readonly content: string;
  readonly more?: string;
  /** What stands before the stream: its filter. */
  readonly filter?: string;
}

/** An object that is a stream. @param dictionary what stands before it beside its length */
export const streamOf = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A file of objects, numbered from 1; the first is its catalog. */
export function fileOf(objects: readonly string[]): Uint8Array {
  const text = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Uint8Array.from(`%PDF-1.4\n${text}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, (one) => one.charCodeAt(0));
}

/** A file of pages, with fonts F1 and F2. */
export function pdfOf(pages: readonly Page[], fonts: readonly string[] = [unicodeFont]): Uint8Array {
  const first = 3 + fonts.length;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /MediaBox [0 0 595 842] /Kids [${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] /Resources << /Font << ${fonts.map((_, at) => `/F${at + 1} ${3 + at} 0 R`).join(' ')} >> >> >>`,
    ...fonts,
    ...pages.flatMap(({ content, more = '', filter = '' }, at) => [
      `<< /Type /Page /Parent 2 0 R ${more} /Contents ${first + 2 * at + 1} 0 R >>`,
      streamOf(filter, content),
    ]),
  ];
  return fileOf(objects);
}

/** Four bytes as five digits to the base 85. */
export function ascii85(content: string): string {
  const bytes = Buffer.from(content.padEnd(Math.ceil(content.length / 4) * 4), 'latin1');
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let value = bytes.readUInt32BE(at);
    let group = '';
    for (let digit = 0; digit < 5; digit++, value = Math.floor(value / 85))
      group = String.fromCharCode(33 + (value % 85)) + group;
    text += group;
  }
  return `${text}~>`;
}
