import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, textIn } from '../xml';
import { isDeletion } from './docxLeftOut';
import { isOn } from './docxNumbering';
import type { Runs } from './docxRuns';

/** Elements whose blocks are not the document's, or that have none. */
export const noBlocks = new Set(['w:sdtPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr']);

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
  showsPage: false,
});

/** Rows of a table or cells of a row, those within other elements included. */
export function partsOf(parent: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return noBlocks.has(child.name) || child.name === 'w:p' ? [] : partsOf(child, name);
  });
}
