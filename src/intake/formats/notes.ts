import type { Line } from '../../library/document';
import { numberingOf } from '../../text/numbering';

/** A footnote or endnote. */
export interface Note {
  /** Lines of the text before the one that refers to it. */
  readonly at: number;
  /** None where it holds nothing that is text. */
  readonly lines: readonly Line[];
}

/** What stands in the text for a note, as Markdown writes it. @param number of the note, from 1 */
export const noteMark = (number: number): string => `[^${number}]`;

/**
 * Puts notes at the end of their article: before the next title, or the next of several outermost headings without
 * numbers; those with numbers are parts of one article. Cost: linear.
 * @param notes in the order of the text, whose marks have the numbers from 1
 */
export function withNotes(text: readonly Line[], notes: readonly Note[]): readonly Line[] {
  if (notes.length === 0) return text;
  const headings = text.filter(({ mark }) => mark?.kind === 'heading');
  const outermost = headings.reduce((least, { mark }) => Math.min(least, mark?.kind === 'heading' ? mark.level : 9), 9);
  const isOutermost = ({ mark }: Line): boolean => mark?.kind === 'heading' && mark.level === outermost;
  const areTitles = headings.filter(isOutermost).every(({ text: heading }) => !numberingOf(heading));
  const lines: Line[] = [];
  let next = 0;
  const put = (before: number): void => {
    for (; next < notes.length && (notes[next]?.at ?? 0) < before; next++) {
      const mark = `${noteMark(next + 1)}:`;
      const [first = blank, ...rest] = notes[next]?.lines ?? [];
      lines.push({ ...first, text: `${mark} ${first.text}`.trim() }, ...rest);
    }
  };
  for (const [at, line] of text.entries()) {
    if (areTitles && isOutermost(line)) put(at);
    lines.push(line);
  }
  put(Infinity);
  return lines;
}

const blank: Line = { text: '', indent: 0, blanks: 0, page: false, mark: { kind: 'paragraph' } };

/** Lines of a note: whatever they are, they are no part of the text's outline. */
export const noteLines = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line): Line => (line.mark?.kind === 'row' ? line : { ...line, mark: { kind: 'paragraph' } }));
