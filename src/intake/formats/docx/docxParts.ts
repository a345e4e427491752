import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, textIn, valueOf } from '../xml';
import type { Cell } from '../tableLines';
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

/** Columns that a cell takes; one that goes on from the row above is there, without text. Source: ECMA-376 part 1, 17.4.17. */
export const columnsOf = (cell: XmlElement): number =>
  Math.max(1, Number(valueOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')) || 1);

/** Columns that a row leaves free at its beginning. Source: ECMA-376 part 1, 17.4.15. */
export function blankCells(row: XmlElement): readonly Cell[] {
  const columns = Number(valueOf(childOf(row, 'w:trPr'), 'w:gridBefore')) || 0;
  return columns > 0 ? [{ lines: [], columns }] : [];
}
