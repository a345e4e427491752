import type { XmlElement } from '../xml';
import { elementsOf } from '../xml';

/** Rows of a table, in groups or not; those of tables within are not looked for. */
export const rowsOf = (table: XmlElement): readonly XmlElement[] => partsOf(table, new Set(['table:table-row']));

/** Cells of a row; what one takes beyond its own place is there, covered. */
export const cellsOf = (row: XmlElement): readonly XmlElement[] =>
  partsOf(row, new Set(['table:table-cell', 'table:covered-table-cell']));

/** How many cells alike one stands for. Source: OpenDocument 1.3 part 3, 19.675. */
export const columnsOf = ({ attributes }: XmlElement): number =>
  Number(attributes['table:number-columns-repeated'] ?? 1) || 1;

function partsOf(parent: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (names.has(child.name)) return [child];
    return /^table:table-(?:rows|header-rows|row-group)$/.test(child.name) ? partsOf(child, names) : [];
  });
}
