import type { PageElement } from './pageTree';
import { elementsOf, rawText } from './pageTree';

/** A cell of data says little: a longer text is one that was laid out. */
const longestCell = 400;

/**
 * Whether a table holds data in rows and columns. Old pages are laid out with tables: of one column or one row, with other
 * tables or several paragraphs in a cell. A heading cell or a caption says that it is data.
 */
export function isDataTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/i.test(table.attributes.role ?? '')) return false;
  let [rows, widest, longest] = [0, 0, 0];
  let labelled = false;
  for (const element of elementsOf(table)) {
    const { name } = element;
    if (name === 'table') return false;
    if (name === 'th' || name === 'caption') labelled = true;
    if (name === 'tr') {
      rows++;
      widest = Math.max(widest, element.children.filter(isCell).length);
    }
    if (name !== 'td' && name !== 'th') continue;
    longest = Math.max(longest, rawText(element).replace(/\s/g, '').length);
    if (!labelled && paragraphsIn(element) > 1 && longest > longestCell / 4) return false;
  }
  if (widest < 2) return false;
  return labelled || (rows > 1 && longest <= longestCell);
}

const isCell = (child: PageElement | string): boolean =>
  typeof child !== 'string' && (child.name === 'td' || child.name === 'th');

const paragraphsIn = (cell: PageElement): number =>
  [...elementsOf(cell)].filter((element) => element.name === 'p' && rawText(element).trim()).length;
