import type { Finding, LibraryRule, Piece } from './piece';

/** Where a run of characters was first seen. */
interface Place {
  readonly piece: Piece;
  readonly line: number;
  readonly text: string;
  readonly at: number;
}

/**
 * No run of `length` or more characters stands in two places of the library, of one piece or of two.
 * Runs are looked up in a table of all runs of that length, so that the time grows with the length of the library only;
 * each shared run is reported once, in full.
 */
export const noSharedRuns =
  (length: number): LibraryRule =>
  (pieces) => {
    const seen = new Map<string, Place>();
    const findings: Finding[] = [];
    for (const piece of pieces) {
      for (const { text, line } of piece.body) {
        for (let at = 0; at + length <= text.length; at++) {
          const run = text.slice(at, at + length);
          const first = seen.get(run);
          if (!first) seen.set(run, { piece, line, text, at });
          else {
            let end = at + length;
            while (end < text.length && text[end] === first.text[first.at + end - at]) end++;
            const place = `${first.piece.path}:${first.line}`;
            findings.push({ path: piece.path, line, message: `also in ${place}: ${text.slice(at, end)}` });
            at = end - 1;
          }
        }
      }
    }
    return findings;
  };
