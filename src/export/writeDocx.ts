import type { FileChild, ISectionOptions, ISectionPropertiesOptions } from 'docx';
import { Document, DocumentGridType, Footer, NumberFormat, Packer, Paragraph, SectionType } from 'docx';
import { fingerprintProperty } from './draftFingerprint';
import type { Flow, FlowItem } from './flow';
import { imprintParagraphs } from './docxImprint';
import { DocxParagraphs } from './docxParagraphs';
import { DocxTables } from './docxTables';
import type { Picture } from './picture';
import type { LayoutProfile } from './profile';
import { characterWidth, pitchOf, points } from './profile';
import type { Style } from './styles';
import { stylesOf } from './styles';
import { fontTableXml, stylesXml } from './stylesXml';

/** Where 版记 stands: at the foot of the page on which the text ends, on the next, or on the next even one, with a blank one before it. */
export type ImprintPlace = 'here' | 'nextPage' | 'evenPage' | 'afterBlank';

/** Height of a line in a footer, and where the dash beside the page number stands in it: points. */
const footerPitch = 20;
const dashBelowTop = (size: number): number => 0.8 * footerPitch - 0.38 * size;

/** What a document has beside its flow. */
interface DocxParts {
  /** By the address that the draft has. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly place: ImprintPlace;
  readonly title: string;
  /** Of the draft. */
  readonly fingerprint: string;
}

/**
 * Writes a document as OOXML.
 * @returns the bytes of a `.docx`
 */
export async function writeDocx(
  flow: Flow,
  profile: LayoutProfile,
  { pictures, place, title, fingerprint }: DocxParts,
): Promise<Uint8Array> {
  const styles = stylesOf(profile, flow.letterheadSize);
  const paragraphs = new DocxParagraphs(styles, profile, pictures);
  const tables = new DocxTables(paragraphs, profile);
  const children: FileChild[] = [];
  if (flow.letterHead) children.push(paragraphs.letterHead(flow.letterHead));
  for (const item of flow.items) children.push(...childrenOf(item, paragraphs, tables));
  const numbered = numberedFooters(paragraphs, profile);
  const first = flow.isLetter
    ? {
        ...numbered,
        first: new Footer({ children: [paragraphs.letterFoot(), new Paragraph({ style: 'GwPageNumber' })] }),
      }
    : numbered;
  const properties = pageProperties(profile);
  const main: ISectionOptions = { properties: { ...properties, titlePage: flow.isLetter }, footers: first, children };
  const sections = [main];
  if (flow.imprint && place === 'here') children.push(...imprintParagraphs(flow.imprint, paragraphs));
  else if (flow.imprint) {
    const footers = place === 'afterBlank' ? emptyFooters() : numbered;
    const type = place === 'nextPage' ? SectionType.NEXT_PAGE : SectionType.EVEN_PAGE;
    const page = { ...properties, type };
    sections.push({ properties: page, footers, children: imprintParagraphs(flow.imprint, paragraphs) });
  }
  if (children.length === 0) children.push(new Paragraph({ style: 'BodyText' }));
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    customProperties: [{ name: fingerprintProperty, value: fingerprint }],
    sections,
    externalStyles: stylesXml(styles, profile),
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: Math.round(2 * characterWidth(profile) * 20),
    compatabilityModeVersion: 15,
  });
  const fonts = [...styles.values()].map(({ font }: Style) => font);
  const fontTable = {
    path: 'word/fontTable.xml',
    data: fontTableXml([...fonts, profile.signerFont, profile.latinFont]),
  };
  return Packer.pack(document, 'uint8array', undefined, [fontTable]);
}

function childrenOf(item: FlowItem, paragraphs: DocxParagraphs, tables: DocxTables): readonly FileChild[] {
  switch (item.kind) {
    case 'paragraph':
      return [paragraphs.paragraph(item)];
    case 'picture':
      return [paragraphs.picture(item)];
    case 'table':
      return item.before ? [paragraphs.space(item.before), tables.table(item)] : [tables.table(item)];
    case 'jointHead':
      return tables.jointHead(item);
    case 'signatures':
      return tables.signatures(item);
  }
}

const twips = (length: number): number => Math.round(length * 20);

/** The page: margins, the type area, its grid of lines and characters. */
function pageProperties(profile: LayoutProfile): ISectionPropertiesOptions {
  const { pageWidth, pageHeight, top, left, textWidth, textHeight, pageNumberGap, pageNumberSize } = profile;
  const bottom = pageHeight - top - textHeight;
  const dash = points(bottom - pageNumberGap);
  return {
    page: {
      size: { width: twips(points(pageWidth)), height: twips(points(pageHeight)) },
      margin: {
        top: twips(points(top)),
        bottom: twips(points(bottom)),
        left: twips(points(left)),
        right: twips(points(pageWidth)) - twips(points(left)) - twips(points(textWidth)),
        header: twips(points(15)),
        footer: Math.max(0, twips(dash - footerPitch + dashBelowTop(pageNumberSize))),
        gutter: 0,
      },
      pageNumbers: { formatType: NumberFormat.DECIMAL },
    },
    grid: {
      type: DocumentGridType.LINES,
      linePitch: twips(pitchOf(profile)),
    },
  };
}

/** Page numbers: on odd pages right, on even pages left, one character in. */
function numberedFooters(
  paragraphs: DocxParagraphs,
  { pageNumbers }: LayoutProfile,
): NonNullable<ISectionOptions['footers']> {
  if (pageNumbers === 'none') return emptyFooters();
  const footer = (align: 'left' | 'right' | 'center'): Footer =>
    new Footer({ children: [paragraphs.pageNumber(align)] });
  const isCentred = pageNumbers === 'centre';
  return { default: footer(isCentred ? 'center' : 'right'), even: footer(isCentred ? 'center' : 'left') };
}

const emptyFooters = (): NonNullable<ISectionOptions['footers']> => {
  const footer = (): Footer => new Footer({ children: [new Paragraph({ style: 'GwPageNumber' })] });
  return { default: footer(), even: footer() };
};
