import { textWidth } from '../text/width';
import type { LayoutProfile } from './profile';
import { points } from './profile';

/** White on both sides of a cell in points, its rules included. */
const padding = 10;
/** Columns of so many characters are not broken where the others can do with the rest, and no column counts as wider than the other. */
const narrow = 8;
const widest = 30;
/** Part of the type area that narrow columns may take. */
const narrowShare = 0.7;

/**
 * Widths of a table's columns in points, together as wide as the type area: each in proportion to what stands in it, but narrow ones
 * (序号, 完成时限) as wide as that, so that they are in one line.
 */
export function columnWidths(rows: readonly (readonly string[])[], profile: LayoutProfile): readonly number[] {
  const full = points(profile.textWidth);
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const characters = Array.from({ length: columns }, (_, at) =>
    Math.max(2, ...rows.map((row) => Math.min(widest, Math.max(...(row[at] ?? '').split('\n').map(textWidth))))),
  );
  const wanted = characters.map((count) => count * profile.tableSize + padding);
  const fixed = wanted.filter((_, at) => (characters[at] ?? 0) <= narrow);
  const taken = sum(fixed);
  if (sum(wanted) <= full || taken > narrowShare * full || fixed.length === columns)
    return wanted.map((width) => (width * full) / sum(wanted));
  const others = sum(wanted) - taken;
  return wanted.map((width, at) => ((characters[at] ?? 0) <= narrow ? width : (width * (full - taken)) / others));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
