import type { TextRange } from '../../text/fold';
import { fold } from '../../text/fold';

/** Folded unit of every UTF-16 unit that was met; 0 where none was. */
const table = new Uint16Array(0x10000);
/** In `table`: the unit says nothing by itself. */
const silent = 0xffff;

/** Letters, digits and Han are kept, folded one by one; marks and white space are not. */
function foldedUnit(code: number): number {
  const known = table[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const { text } = isSurrogate ? { text: character } : fold(character);
  const folded = text.length === 1 ? text : character;
  const unit = isSurrogate || /[\p{L}\p{N}]/u.test(folded) ? folded.charCodeAt(0) : silent;
  table[code] = unit;
  return unit;
}

/** The letters, digits and Han characters of a text, folded (width, case, traditional characters), for comparison. */
export function foldedUnits(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = foldedUnit(text.charCodeAt(at));
    if (unit !== silent) units[length++] = unit;
  }
  return units.slice(0, length);
}

/** Where in `text` a non-empty range of its folded units stands. */
export function sourceRange(text: string, { start, end }: TextRange): TextRange {
  let from = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (foldedUnit(text.charCodeAt(at)) === silent) continue;
    if (count === start) from = at;
    if (++count === end) return { start: from, end: at + 1 };
  }
  return { start: from, end: text.length };
}
