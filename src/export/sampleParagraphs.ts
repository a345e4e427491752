import type { DocxNumbering, NumberReference } from '../intake/formats/docx/docxNumbering';
import { headingOf, numberOf } from '../intake/formats/docx/docxStyles';
import type { XmlElement } from '../intake/formats/xml';
import { childOf, elementsOf, textIn, valueOf } from '../intake/formats/xml';
import type { Look, SampleStyles, Stance } from './sampleStyles';

/** A paragraph of a sample document with what it looks like. */
export interface SampleParagraph {
  /** With its automatic number in front. */
  readonly text: string;
  readonly runs: readonly { readonly text: string; readonly look: Look }[];
  readonly stance: Stance;
  readonly isInTable: boolean;
  /** 0 for a title, 1 for the outermost heading, undefined for text; by its style. */
  readonly heading: number | undefined;
}

/** Paragraphs of a part that hold text, those of tables included; text boxes are left out. */
export function paragraphsOf(
  root: XmlElement | undefined,
  styles: SampleStyles,
  numbering: DocxNumbering,
): readonly SampleParagraph[] {
  const found: SampleParagraph[] = [];
  const walk = (element: XmlElement, isInTable: boolean): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:p') {
        const paragraph = paragraphOf(child, styles, numbering, isInTable);
        if (paragraph.text.trim()) found.push(paragraph);
      } else walk(child, isInTable || child.name === 'w:tbl');
    }
  };
  if (root) walk(root, false);
  return found;
}

function paragraphOf(
  element: XmlElement,
  styles: SampleStyles,
  numbering: DocxNumbering,
  isInTable: boolean,
): SampleParagraph {
  const runs = runsOf(element).flatMap((run) => {
    const text = elementsOf(run)
      .map((one) => (one.name === 'w:t' ? textIn(one) : one.name === 'w:tab' ? '\t' : ''))
      .join('');
    return text ? [{ text, look: styles.look(run, element) }] : [];
  });
  const own = childOf(element, 'w:pPr');
  const heading = [own, ...styles.chain(element)]
    .map((one) => headingOf(valueOf(one, 'w:name') ?? '', one === own ? own : childOf(one, 'w:pPr')))
    .find((level) => level !== undefined);
  const text = runs.map((run) => run.text).join('');
  const reference = referenceOf(own, styles.chain(element));
  const number = reference && numbering.next(reference, valueOf(own, 'w:pStyle'), text);
  return {
    text: (number && number !== 'bullet' ? number : '') + text,
    runs,
    stance: styles.stance(element),
    isInTable,
    heading,
  };
}

/** The list of a paragraph: its own, or that of its style. */
function referenceOf(own: XmlElement | undefined, chain: readonly XmlElement[]): NumberReference | undefined {
  const inherited = chain.map((style) => numberOf(childOf(style, 'w:pPr'))).find((one) => one !== undefined);
  const stated = numberOf(own);
  if (!stated) return inherited && { ...inherited, isOfStyle: true };
  return { list: stated.list ?? inherited?.list, level: stated.level ?? inherited?.level };
}

/** Runs of a paragraph, those within links, insertions and fields too. */
function runsOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'w:r') return [child];
    return /^w:(?:hyperlink|ins|smartTag|sdt|sdtContent|fldSimple)$/.test(child.name) ? runsOf(child) : [];
  });
}
