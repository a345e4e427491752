import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, textIn } from '../xml';
import { isOn } from './docxNumbering';
import type { Runs } from './docxRuns';

/** Elements whose blocks are not the document's, or that have none. */
export const noBlocks = new Set([
  'w:sectPr',
  'w:del',
  'w:moveFrom',
  'w:sdtPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
]);

/** Whether an annotation of Word 2003 XML marks what was deleted. */
export const isDeletion = ({ attributes }: Pick<XmlElement, 'attributes'>): boolean =>
  (attributes['w:type'] ?? '').includes('Deletion');

/** Whether the end of a paragraph was deleted under revision, or is hidden. */
export function joinsNext(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr');
  return (
    childOf(mark, 'w:del') !== undefined ||
    childOf(mark, 'w:moveFrom') !== undefined ||
    isOn(childOf(mark, 'w:vanish')) ||
    elementsOf(mark).some(({ name, attributes }) => name === 'aml:annotation' && isDeletion({ attributes }))
  );
}

/** Text of a paragraph of a drawn shape. */
export const shapeText = (paragraph: XmlElement): Runs => ({
  text: descendants(paragraph, 'a:t').map(textIn).join(''),
  boxes: [],
  wordArt: [],
  notes: [],
});

/** Rows of a table or cells of a row, those within other elements included; deleted rows are not. */
export function partsOf(parent: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return childOf(childOf(child, 'w:trPr'), 'w:del') ? [] : [child];
    return noBlocks.has(child.name) || child.name === 'w:p' ? [] : partsOf(child, name);
  });
}
