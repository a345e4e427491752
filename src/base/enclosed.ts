/** A stretch of a text, its marks included. */
export interface Enclosed {
  readonly start: number;
  readonly end: number;
}

/**
 * Stretches from a mark to the next that closes it, as comments are. Cost: linear; an expression `<!--[\s\S]*?-->` looks through
 * the rest of the text again from each mark that is never closed.
 */
export function* enclosed(text: string, open: string, close: string): Generator<Enclosed> {
  for (let start = text.indexOf(open); start >= 0;) {
    const closing = text.indexOf(close, start + open.length);
    if (closing < 0) return;
    const end = closing + close.length;
    yield { start, end };
    start = text.indexOf(open, end);
  }
}

/** The text with something else in the place of each such stretch. */
export function replaceEnclosed(text: string, open: string, close: string, other: (found: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of enclosed(text, open, close)) {
    parts.push(text.slice(at, start), other(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at);
}
