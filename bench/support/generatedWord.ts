import { zipSync } from 'fflate';
import type { Source } from './generatedText';
import { encode } from './generatedText';

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

export function docx(source: Source): Uint8Array {
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

export const wordXml = (source: Source): Uint8Array =>
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

export const odt = (source: Source): Uint8Array =>
  zipSync({
    mimetype: encode('application/vnd.oasis.opendocument.text'),
    'content.xml': encode(`<office:document-content ${office}><office:body><office:text>${odtBody(source)}</office:text></office:body></office:document-content>`),
    'styles.xml': encode(`<office:document-styles ${office}>${odtStyles(source)}</office:document-styles>`),
  }); // prettier-ignore

export const flatOdt = (source: Source): Uint8Array =>
  encode(`<?xml version="1.0"?><office:document ${office}>${odtStyles(source)}<office:body><office:text>${odtBody(source)}</office:text></office:body></office:document>`); // prettier-ignore

export function rtf(source: Source): Uint8Array {
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
