import type { LayoutProfile, Parameter } from './profile';
import { parameters, standardProfile } from './profile';

/**
 * A profile from a file: an object of the parameters that differ from the standard, others left out.
 * @returns the profile, and the keys that no profile has or whose value is of another type, as they stand
 */
export function readProfile(content: unknown): {
  readonly profile: LayoutProfile;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  const values: Record<string, unknown> = { ...standardProfile };
  const entries = typeof content === 'object' && content !== null ? Object.entries(content) : [];
  for (const [key, value] of entries) {
    const known = parameters.find((one) => one.key === key || one.title.zh === key);
    if (known && isValueOf(known, value)) values[known.key] = value;
    else unknown.push(key);
  }
  for (const [page, margin, area] of [
    ['pageWidth', 'left', 'textWidth'],
    ['pageHeight', 'top', 'textHeight'],
  ] as const) {
    if (Number(values[margin]) + Number(values[area]) <= Number(values[page])) continue;
    // What does not fit on the page is not taken over.
    const keys = [page, margin, area].filter((key) => values[key] !== standardProfile[key]);
    unknown.push(...keys);
    for (const key of keys) values[key] = standardProfile[key];
  }
  return { profile: values as unknown as LayoutProfile, unknown };
}

/** Least values that make a page; others may be nothing. */
const least: Readonly<Partial<Record<keyof LayoutProfile, number>>> = {
  pageWidth: 50, pageHeight: 50, textWidth: 30, textHeight: 40, linesPerPage: 1, charactersPerLine: 4,
  bodySize: 4, titleSize: 4, titlePitch: 4, pageNumberSize: 4, imprintSize: 4, tableSize: 4,
}; // prettier-ignore
/** Largest page in millimetres that Word has: 22 inches. */
const largestPage = 558;
/** Lines and characters there are whole ones of, and no more than can be read. */
const mostCounted = 200;

function isValueOf({ key, standard }: Parameter, value: unknown): boolean {
  if (typeof value !== typeof standard) return false;
  if (typeof value === 'number') {
    if (key === 'linesPerPage' || key === 'charactersPerLine')
      return Number.isInteger(value) && value >= (least[key] ?? 0) && value <= mostCounted;
    return value >= (least[key] ?? 0) && value <= (key === 'pageWidth' || key === 'pageHeight' ? largestPage : 1000);
  }
  if (key === 'pageNumbers') return value === 'outer' || value === 'centre' || value === 'none';
  return key !== 'red' || /^[0-9a-f]{6}$/i.test(String(value));
}
