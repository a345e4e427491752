import { fenceAfter } from '../text/codeFence';
import type { Placeholder } from './placeholders';
import { findPlaceholders, fitValue } from './placeholders';

/** Something to fill in once: placeholders that stand for the same thing, a date, or a single placeholder. */
export interface Blank {
  readonly role: string;
  /** In order of the text; at least one. */
  readonly places: readonly Placeholder[];
  /** The parts of a date that are asked for, 年月日 or a run of them; undefined for anything else. */
  readonly date?: string;
}

/** A part of a text and what takes its place. */
export interface Replacement {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Characters before and after a placeholder that say what it is about. */
const around = 14;

/**
 * The placeholders that are left in a draft, in order of the text. Those in fenced code, and those on lines without a Chinese
 * character, are none: X is then a letter.
 */
export function placesLeft(text: string): readonly Placeholder[] {
  const fences = fencesOf(text);
  return findPlaceholders(text).filter(
    ({ offset }) =>
      /\p{Script=Han}/u.test(lineAround(text, offset, offset).text) &&
      !fences.some(([start, end]) => offset >= start && offset < end),
  );
}

/** Ranges of fenced code, fences included. */
function fencesOf(text: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  if (!/```|~~~/.test(text)) return found;
  let open: string | undefined;
  let start = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const after = fenceAfter(open, line.replace(/\r$/, ''));
    if (open === undefined && after !== undefined) start = at;
    at += line.length + 1;
    if (open !== undefined && after === undefined) found.push([start, at]);
    open = after;
  }
  if (open !== undefined) found.push([start, at]);
  return found;
}

/** What of a finished draft is still to be filled in, in order of the text. A date is one blank. */
export function blanksOf(text: string): readonly Blank[] {
  const linked = new Map<string, Placeholder[]>();
  const blanks: { readonly role: string; readonly places: Placeholder[]; readonly date?: string }[] = [];
  for (const { placeholder, date } of withDates(text, placesLeft(text))) {
    const { role } = placeholder;
    const known = placeholder.linked ? linked.get(role) : undefined;
    if (known) {
      known.push(placeholder);
      continue;
    }
    const places = [placeholder];
    if (placeholder.linked) linked.set(role, places);
    blanks.push({ role, places, ...(date && { date }) });
  }
  return blanks;
}

/** Joins `X年`, `X月` and `X日` that follow each other to one placeholder of which nothing stays. */
function* withDates(
  text: string,
  placeholders: readonly Placeholder[],
): Generator<{ readonly placeholder: Placeholder; readonly date?: string }> {
  for (let at = 0; at < placeholders.length; at++) {
    const first = placeholders[at];
    if (!first) return;
    let last = first;
    let date = first.suffix;
    for (
      let next = placeholders[at + 1];
      date && next && '年月日'.includes(date + next.suffix);
      next = placeholders[at + 1]
    ) {
      if (!next.suffix || next.offset !== endOf(last)) break;
      date += next.suffix;
      last = next;
      at++;
    }
    if (last === first) {
      yield { placeholder: first };
      continue;
    }
    const whole = text.slice(first.offset, endOf(last));
    yield {
      placeholder: { offset: first.offset, text: whole, kept: '', role: whole, suffix: '', linked: false },
      date,
    };
  }
}

const endOf = ({ offset, text, kept }: Placeholder): number => offset + text.length + kept.length;

/** The changes that put `value` everywhere the blank is, as each place has it; see `fitValue`. */
export function replacements({ places, date }: Blank, value: string): readonly Replacement[] {
  const said = date ? readDate(value, date) : value;
  return places.map((place) => ({ offset: place.offset, length: place.text.length, text: fitValue(said, place) }));
}

/**
 * A date as official documents write it, without leading zeros (GB/T 9704—2012, 7.3.5.4), whichever way its numbers are
 * typed: `2026-3-5`, `2026.03.05`, `3月5日`. What holds other numbers than the parts ask for stays as it is.
 * @param parts 年月日, 年月 or 月日
 */
export function readDate(value: string, parts: string): string {
  const numbers = value.normalize('NFKC').match(/\d+/g) ?? [];
  if (numbers.length !== parts.length || /[^\d\s年月日号./-]/.test(value.normalize('NFKC'))) return value;
  return [...parts].map((part, at) => `${Number(numbers[at])}${part}`).join('');
}

/** The first place of a blank with the words around it, on one line; with a value, as it will then read. */
export function contextOf(text: string, blank: Blank, value = ''): string {
  const place = blank.places[0];
  if (!place) return '';
  const line = lineAround(text, place.offset, endOf(place));
  const start = Math.max(line.start, place.offset - around);
  const end = Math.min(line.end, endOf(place) + around);
  const cut = (more: boolean): string => (more ? '…' : '');
  const [change] = value ? replacements(blank, value) : [];
  const after = place.offset + place.text.length;
  const shown = `${text.slice(start, place.offset)}${change?.text ?? place.text}${text.slice(after, end)}`;
  return `${cut(start > line.start)}${shown}${cut(end < line.end)}`;
}

/** The whole lines that hold a range. */
function lineAround(text: string, from: number, to: number): { start: number; end: number; text: string } {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const end = lineEnd < 0 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  return { start, end, text: text.slice(start, end) };
}

/** Characters of a line before and after a change that a preview shows. */
const shownAround = 20;

/** What changes make of the line of one of them, cut to what is around it. @param all in order of the text, none within another */
export function lineAfter(text: string, change: Replacement, all: readonly Replacement[]): string {
  const line = lineAround(text, change.offset, change.offset + change.length);
  const changed = (from: number, to: number): string => {
    let shown = '';
    let at = from;
    for (const { offset, length, text: said } of all) {
      if (offset < from || offset + length > to) continue;
      shown += text.slice(at, offset) + said;
      at = offset + length;
    }
    return shown + text.slice(at, to);
  };
  const before = changed(line.start, change.offset);
  const after = changed(change.offset + change.length, line.end);
  const cutBefore = before.length > shownAround ? `…${before.slice(-shownAround)}` : before;
  const cutAfter = after.length > shownAround ? `${after.slice(0, shownAround)}…` : after;
  return `${cutBefore}${change.text}${cutAfter}`;
}
