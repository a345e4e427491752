/** A line that is not blank. */
export interface TextLine {
  /** Without outer white space, full-width blanks included. */
  readonly text: string;
  /** UTF-16 offset of `text` in the whole file. */
  readonly offset: number;
  /** Zero-based line in the whole file. */
  readonly line: number;
  /** Begins with a blank that is no ASCII: 首行缩进, which in Chinese text opens a paragraph. */
  readonly indented: boolean;
}

/**
 * Lines between two offsets that are not blank, in order.
 * @param line zero-based number of the line that `from` stands on
 */
export function* textLines(text: string, from: number, to: number, line: number): Generator<TextLine> {
  for (let start = from; start < to; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > to ? to : feed;
    const raw = text.slice(start, end);
    const content = raw.trim();
    const before = raw.indexOf(content);
    if (content) {
      yield { text: content, offset: start + before, line, indented: /[^\x00-\x7f]/.test(raw.slice(0, before)) };
    }
    start = end + 1;
  }
}

/** Whether `text` says something: a row of dashes or stars does not. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
