import type { RemovalKind } from '../../../library/document';
import { LeftOut } from '../leftOut';
import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, textIn } from '../xml';
import type { DocxPackage, DocxPart } from './docxPackage';

const texts = new Set(['w:t', 'w:delText', 'a:t', 'm:t']);

/** What a reader of Word documents does not take into the text. */
export class DocxLeftOut extends LeftOut {
  formulas = 0;
  objects = 0;
  /** Signs of symbol fonts that Unicode does not have. */
  signs = 0;

  /** Lists the text of an element, paragraph by paragraph. */
  addElement(kind: RemovalKind, element: XmlElement | undefined): void {
    const paragraphs = descendants(element, 'w:p');
    for (const one of paragraphs.length > 0 || !element ? paragraphs : [element]) this.add(kind, textOf(one));
  }

  /** Lists what stands beside the body: headers, footers and comments. @returns how many of these parts are damaged */
  addParts(parts: DocxPackage, main: DocxPart): number {
    let damaged = 0;
    for (const [type, kind] of [
      ['header', 'runningHead'],
      ['footer', 'runningHead'],
      ['comments', 'comment'],
    ] as const) {
      for (const path of parts.related(main, type)) {
        try {
          this.addElement(kind, parts.xml(path));
        } catch {
          damaged++;
        }
      }
    }
    return damaged;
  }
}

/** Whether an annotation of Word 2003 XML marks what was deleted. */
export const isDeletion = ({ attributes }: Pick<XmlElement, 'attributes'>): boolean =>
  (attributes['w:type'] ?? '').includes('Deletion');

/** Whether it marks a comment. */
export const isComment = ({ attributes }: XmlElement): boolean => (attributes['w:type'] ?? '').includes('Comment');

/** Whether a row of a table was deleted under revision. */
export const isDeletedRow = (row: XmlElement): boolean => childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined;

/** Text at any depth, deleted text included. */
function textOf(element: XmlElement): string {
  if (texts.has(element.name)) return textIn(element);
  return elementsOf(element).map(textOf).join('');
}
