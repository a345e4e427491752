import type { Placeholder } from './placeholders';
import { findPlaceholders, withoutKept } from './placeholders';

/** Something to fill in once: placeholders that stand for the same thing, or a single one. */
export interface Blank {
  readonly role: string;
  /** In order of the text; at least one. */
  readonly places: readonly Placeholder[];
  /** The first of them with the words around it, on one line. */
  readonly context: string;
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

/** What of a finished draft is still to be filled in, in order of the text. */
export function blanksOf(text: string): readonly Blank[] {
  const linked = new Map<string, Placeholder[]>();
  const blanks: { readonly role: string; readonly places: Placeholder[]; readonly context: string }[] = [];
  for (const placeholder of findPlaceholders(text)) {
    const { role } = placeholder;
    const known = placeholder.linked ? linked.get(role) : undefined;
    if (known) {
      known.push(placeholder);
      continue;
    }
    const places = [placeholder];
    if (placeholder.linked) linked.set(role, places);
    blanks.push({ role, places, context: contextOf(text, placeholder) });
  }
  return blanks;
}

/** The changes that put `value` everywhere the blank is. Where a title or a unit stays, a value that ends with it goes without. */
export function replacements({ places }: Blank, value: string): readonly Replacement[] {
  return places.map((place) => ({
    offset: place.offset,
    length: place.text.length,
    text: withoutKept(value, place),
  }));
}

function contextOf(text: string, { offset, text: replaced, kept }: Placeholder): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - around);
  const lineEnd = text.indexOf('\n', offset);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + replaced.length + kept.length + around);
  const cut = (more: boolean): string => (more ? '…' : '');
  return `${cut(start > 0 && text[start - 1] !== '\n')}${text.slice(start, end)}${cut(end < text.length && text[end] !== '\n')}`;
}
