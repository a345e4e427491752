import type { TextEdit } from './draftChange';
import type { PlacedCharacter } from './markedText';

/**
 * Edits that delete some characters of a text of the draft and put a text in their place; marks of Markdown between them stay,
 * those around nothing go.
 * @param deleted indexes, ascending
 * @param offset where the text goes if nothing that has a place is deleted
 * @returns ascending, the new text in the first
 */
export function textEdits(
  characters: readonly PlacedCharacter[],
  deleted: readonly number[],
  text: string,
  offset: number,
): readonly TextEdit[] {
  const gone = new Set(deleted);
  const emptied = (one: PlacedCharacter): boolean =>
    text === '' &&
    characters.every(({ around }, at) => around?.start !== one.around?.start || around === undefined || gone.has(at));
  const ranges: { start: number; end: number }[] = [];
  for (const at of deleted) {
    const one = characters[at];
    const range = one?.around && emptied(one) ? one.around : one?.range;
    const last = ranges.at(-1);
    if (!range || (last && range.end <= last.end)) continue;
    if (last && last.end >= range.start) last.end = range.end;
    else ranges.push({ ...range });
  }
  if (ranges.length === 0) return text ? [{ start: offset, end: offset, text }] : [];
  return ranges.map((range, at) => ({ ...range, text: at === 0 ? text : '' }));
}

/** Where a text goes that follows, or precedes, a character: inside its marks. */
export function offsetAt(characters: readonly PlacedCharacter[], at: number): number | undefined {
  for (let before = at - 1; before >= 0; before--) {
    const range = characters[before]?.range;
    if (range) return range.end;
  }
  return characters.slice(at).find(({ range }) => range)?.range?.start;
}

/** Marks that two characters both stand in, which have to end before a new line and begin again on it: their end and beginning. */
export function marksAround(
  text: string,
  characters: readonly PlacedCharacter[],
  left: number,
  right: number,
): readonly [closing: string, opening: string] {
  const around = characters[left]?.around;
  if (!around || around.start !== characters[right]?.around?.start) return ['', ''];
  const within = characters.filter((one) => one.around?.start === around.start);
  const [first, last] = [within[0]?.range?.start ?? 0, within.at(-1)?.range?.end ?? 0];
  return [text.slice(last, around.end), text.slice(around.start, first)];
}
