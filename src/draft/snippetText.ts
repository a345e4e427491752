import { withoutEnd } from '../base/endRun';
import { findPlaceholders } from './placeholders';
import type { Profile } from './profile';
import { emptyProfile, valuesFor } from './profile';

/** Escapes what the snippet syntax gives a meaning: `$`, `}` and `\`. Source: VS Code, “Snippets in Visual Studio Code”. */
export const escapeSnippet = (text: string): string => text.replace(/[$}\\]/g, '\\$&');

/**
 * Escapes what separates the values of a choice, and nothing else: there VS Code leaves the backslash before `$` and `}`.
 * Source: `_parseChoiceElement` in VS Code's snippetParser.ts.
 */
const escapeChoice = (text: string): string => text.replace(/[\\,|]/g, '\\$&').replaceAll('\n', ' ');

/**
 * Turns material into the body of a snippet: its placeholders become tab stops, numbered in reading order, and linked
 * placeholders of one role share a number. Where the profile has a value it stands there at first; several are a choice.
 * The last stop is after the text.
 */
export function toSnippet(text: string, profile: Profile = emptyProfile): string {
  const numbers = new Map<string, number>();
  let stops = 0;
  let body = '';
  let end = 0;
  for (const placeholder of findPlaceholders(text)) {
    const known = placeholder.linked ? numbers.get(placeholder.role) : undefined;
    const stop = known ?? ++stops;
    if (placeholder.linked) numbers.set(placeholder.role, stop);
    const values = valuesFor(profile, placeholder);
    const shown = escapeSnippet(values[0] ?? placeholder.text);
    const value = values.length > 1 && known === undefined ? `|${values.map(escapeChoice).join(',')}|` : `:${shown}`;
    body += `${escapeSnippet(text.slice(end, placeholder.offset))}\${${stop}${value}}`;
    end = placeholder.offset + placeholder.text.length;
  }
  return `${body}${escapeSnippet(text.slice(end))}$0`;
}

/**
 * Prepares a passage for insertion: lines that a file only wrapped are joined, without a space between Chinese
 * characters, so that one paragraph stays one line; the marks of a quotation `>` go with the line ends.
 */
export const joinWrappedLines = (text: string): string =>
  text.replace(/(?<![ \t])[ \t]*(?:\n[ \t]*(?:>[ \t]?)*)+/g, (gap, at: number) =>
    isWide(text[at - 1]) || isWide(text[at + gap.length]) ? '' : ' ',
  );

/** A passage without the marks of its notes, which stay behind at the end of its article; a note itself keeps its mark. */
export const withoutNoteMarks = (passage: string): string => passage.replace(/(?!^)\[\^[^\][\s]{1,40}\]/g, '');

const isWide = (character: string | undefined): boolean =>
  character !== undefined && /[\u2e80-\uffef]|[“”‘’—…]/.test(character);

/** The body of a snippet, or of some lines of it, without the marks of Markdown's headings, which mean nothing in plain text. */
export const plainTextSnippet = (body: string): string => body.replace(/^#{1,6} /gm, '');

/**
 * A passage as it goes in front of `after`: where that begins with a punctuation mark, the passage's own last one would be a
 * second, and goes.
 */
export const fitBefore = (text: string, after: string): string =>
  /^[。！？；，、：]/.test(after) ? withoutEnd(text.trimEnd(), /[。！？；，、：]/) : text;

/** An escaped sign, a tab stop with a default, one with choices, or an empty one. Our own snippets nest none. */
const tabStop =
  /\\([$}\\,|])|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{\d+\|((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}|\$\{\d+\}|\$\d+/g;

/** The text that a snippet inserts: defaults and first choices in the place of its tab stops. */
export const snippetText = (body: string): string =>
  body.replace(
    tabStop,
    (_, sign: string | undefined, value: string | undefined, choice: string | undefined) =>
      sign ?? (value ?? choice ?? '').replace(/\\([$}\\,|])/g, '$1'),
  );

/** The headings of a skeleton on one line. */
export const outlineOf = (body: string): string =>
  [...snippetText(body).matchAll(/^#{1,3} (.+)$/gm)].map(([, heading = '']) => heading).join(' · ');
