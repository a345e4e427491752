import { zipSync } from 'fflate';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A ZIP archive of texts and bytes by path. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? encode(content) : content]),
    ),
  );

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A paragraph of a Word document. @param properties XML of its `w:pPr` */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A number of list 1 on a level. */
export const numbered = (level: number, list = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** A Word document with a list 1 of official numbering (一、（一）1.（1）), a list 2 of bullets, and styles. */
export const docxOf = (body: string): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${namespace}>
      <w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:styleId="2"><w:name w:val="heading 2"/><w:pPr>${numbered(1)}</w:pPr></w:style>
      <w:style w:styleId="mine"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${namespace}>
      <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="5">${level(0, 'bullet', '')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>`,
  });

const hex = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** A PDF file of pages of lines: the first of each page 700 units high, 20 from line to line; `　` in front indents. */
export function pdfOf(pages: readonly (readonly string[])[], trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] /Resources << /Font << /F1 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>',
  ];
  for (const [at, lines] of pages.entries()) {
    const shown = lines.map((line, row) => {
      const text = line.replace(/^　+/, '');
      return `BT /F1 10 Tf 1 0 0 1 ${50 + 10 * (line.length - text.length)} ${700 - 20 * row} Tm <${hex(text)}> Tj ET`;
    });
    const content = shown.join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  const text = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return encode(`%PDF-1.4\n${text}trailer\n<< /Root 1 0 R ${trailer} >>\n%%EOF\n`);
}
