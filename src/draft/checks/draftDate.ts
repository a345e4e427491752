import type { DraftLine, DraftText } from './draftText';
import { valuesOf } from './draftText';
import { hanNumber } from './hanNumerals';

/** A date alone on a line, as the standard has it or padded. */
export const dateLine = /^[\s\u3000]*((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日[\s\u3000]*$/;
/** The same in Han, as it was written before GB/T 9704—2012. */
export const hanDateLine =
  /^[\s\u3000]*([一二][〇○零Oo\d一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[\s\u3000]*$/;

const hanDigits = '〇一二三四五六七八九';

/** @returns year, month and day of a date in Han, which `hanDateLine` has matched */
export const hanDate = ([, year = '', month = '', day = '']: RegExpExecArray): readonly [number, number, number] => [
  Number([...year].map((digit) => (/\d/.test(digit) ? digit : Math.max(0, hanDigits.indexOf(digit)))).join('')),
  hanNumber(month),
  hanNumber(day),
];

const proseLines = ({ lines }: DraftText): readonly DraftLine[] => lines.filter(({ isProse }) => isProse);

/** The last line that is a date alone, among the last eight of the draft: what stands further up is quoted. */
export const signingLine = (draft: DraftText): DraftLine | undefined =>
  proseLines(draft)
    .slice(-8)
    .findLast(({ text }) => dateLine.test(text) || hanDateLine.test(text));

const ownNumber = /^[\s\u3000#*]*\p{Script=Han}{2,12}〔((?:19|20)\d{2})〕\d{1,5}号(?:[\s\u3000]+签发人.*|[\s*]*)$/u;

/** Where the draft gives its document number: front matter, or a line near the top that has nothing else. */
export const numberLine = (draft: DraftText): DraftLine | undefined =>
  valuesOf(draft, '发文字号', '文号', 'number')[0] ??
  proseLines(draft)
    .slice(0, 8)
    .find(({ masked }) => ownNumber.test(masked));

/**
 * When a draft says that it is from: by its date of signing, the date below its title, or its document number.
 * @returns months since the year 0, of a year without a month its last; undefined where it says nothing
 */
export function draftMonth(draft: DraftText): number | undefined {
  const stated = valuesOf(draft, '成文日期')[0] ?? signingLine(draft);
  const old = stated && hanDateLine.exec(stated.text);
  if (old) {
    const [year, month] = hanDate(old);
    return monthOf(year, month);
  }
  const signed = stated && /((?:19|20)\d{2})[-./年](\d{1,2})/.exec(stated.text);
  if (signed) return monthOf(Number(signed[1]), Number(signed[2]));
  for (const { masked, contentStart } of proseLines(draft).slice(0, 8)) {
    const [, year, month] =
      /^(?:[（(]|—{1,2})?((?:19|20)\d{2})年(\d{1,2})月\d{1,2}日/.exec(masked.slice(contentStart).trim()) ?? [];
    if (year !== undefined && masked.trim().length <= 60) return monthOf(Number(year), Number(month));
  }
  const [, year] = /〔((?:19|20)\d{2})〕/.exec(numberLine(draft)?.text ?? '') ?? [];
  return year === undefined ? undefined : monthOf(Number(year), 12);
}

/** @param month 1 to 12 */
export const monthOf = (year: number, month: number): number => 12 * year + month;
