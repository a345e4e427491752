import { diffChars } from 'diff';
import { inlinePieces } from '../export/inlineText';
import type { SourceRange } from './fieldValues';

/** A character of the exported text and where it stands in the draft; without a place where the export put it. */
export interface PlacedCharacter {
  readonly text: string;
  readonly range: SourceRange | undefined;
  /** With marks around it that mean nothing without it. */
  readonly around: SourceRange | undefined;
}

/**
 * A line of the draft as the export reads it, character by character.
 * @param raw the line
 * @param offset of the line in the draft
 */
export function placedLine(raw: string, offset: number, isMarkdown: boolean): readonly PlacedCharacter[] {
  const visible = visibleCharacters(raw, isMarkdown);
  const content = visible.map(({ text }) => text).join('');
  const lead = content.length - content.trimStart().length;
  const line = content.trim();
  const place = (at: number): number => offset + (visible[at]?.at ?? raw.length);
  if (!isMarkdown)
    return Array.from({ length: line.length }, (_, at) => ({
      text: line.charAt(at),
      range: rangeAt(place, lead + at, lead + at + 1),
      around: undefined,
    }));
  const marks = /^#{1,6}\s+/.exec(line)?.[0];
  const prefix = marks ?? /^(?:(?:>\s*)+|[-*+]\s+)/.exec(line)?.[0] ?? '';
  let end = line.length;
  while (marks && line.charAt(end - 1) === '#') end--;
  const inner = line.slice(prefix.length, end).trimEnd();
  const start = lead + prefix.length;
  return inlinePieces(inner).flatMap((piece) => {
    const { around } = piece;
    const outer = around && rangeAt(place, start + around.start, start + around.end);
    const isPlain = piece.text.length === piece.end - piece.start;
    return Array.from({ length: piece.text.length }, (_, at): PlacedCharacter => {
      const [from, to] = isPlain ? [piece.start + at, piece.start + at + 1] : [piece.start, piece.end];
      return { text: piece.text.charAt(at), range: rangeAt(place, start + from, start + to), around: outer };
    });
  });
}

const rangeAt = (place: (at: number) => number, from: number, to: number): SourceRange => ({
  start: place(from),
  end: place(to - 1) + 1,
});

/** The characters outside comments. */
function visibleCharacters(raw: string, isMarkdown: boolean): readonly { text: string; at: number }[] {
  const visible: { text: string; at: number }[] = [];
  let mayHide = isMarkdown;
  for (let at = 0; at < raw.length; at++) {
    if (mayHide && raw.startsWith('<!--', at)) {
      const end = raw.indexOf('-->', at + 4);
      mayHide = end >= 0;
      if (mayHide) {
        at = end + 2;
        continue;
      }
    }
    visible.push({ text: raw.charAt(at), at });
  }
  return visible;
}

/** Gives each character of an exported text its place, where the export added some of its own or left some out. */
export function placedAs(exported: string, source: readonly PlacedCharacter[]): readonly PlacedCharacter[] {
  const text = source.map((one) => one.text).join('');
  if (text === exported) return source;
  const placed: PlacedCharacter[] = [];
  let at = 0;
  for (const { value, added, removed } of diffChars(text, exported)) {
    if (added) for (let index = 0; index < value.length; index++) placed.push(unplaced(value.charAt(index)));
    else {
      if (!removed) placed.push(...source.slice(at, at + value.length));
      at += value.length;
    }
  }
  return placed;
}

export const unplaced = (text: string): PlacedCharacter => ({ text, range: undefined, around: undefined });
