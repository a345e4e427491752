import type { Line } from '../../library/document';
import { numberingOf } from '../../text/numbering';

/** A footnote or endnote. */
export interface Note {
  /** Lines of the text before the one that refers to it. */
  readonly at: number;
  readonly lines: readonly Line[];
}

/**
 * Puts notes at the end of their article: before the next title, or the next of several outermost headings without
 * numbers; those with numbers are parts of one article. Cost: linear.
 * @param notes in the order of the text
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
      const [first, ...rest] = notes[next]?.lines ?? [];
      if (first) lines.push({ ...first, text: `[${next + 1}] ${first.text}` }, ...rest);
    }
  };
  for (const [at, line] of text.entries()) {
    if (areTitles && isOutermost(line)) put(at);
    lines.push(line);
  }
  put(Infinity);
  return lines;
}
