/** Characters of a line of Markdown that are its text, and where they stand in it. */
export interface InlinePiece {
  readonly text: string;
  readonly bold: boolean;
  /** Offset in the line; as long as the text, longer where a character is escaped. */
  readonly start: number;
  readonly end: number;
  /** With the marks around it, the outermost ones: they mean nothing without it. */
  readonly around: { readonly start: number; readonly end: number } | undefined;
}

const inline =
  /\\([!-/:-@[-`{-~])|(\*\*|__)(?=\S)([^\n]{0,1000}?\S)\2|(?<![*\w])\*(?=\S)([^*\n]*[^*\s])\*(?!\*)|`([^`\n]{1,1000})`|!?\[([^\]\n]{0,1000})\]\([^()\s]{0,1000}\)|<br\s*\/?>/g;

/** Reads a line of Markdown: the pieces between its marks, in order. */
export const inlinePieces = (content: string): readonly InlinePiece[] => piecesOf(content, 0, undefined, undefined);

function piecesOf(
  content: string,
  at: number,
  bold: boolean | undefined,
  outer: InlinePiece['around'],
): readonly InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let end = 0;
  const add = (text: string, start: number, length = text.length, around = outer): void => {
    if (text) pieces.push({ text, bold: bold ?? false, start: at + start, end: at + start + length, around });
  };
  for (const match of content.matchAll(inline)) {
    const [found, escaped, , strong, emphasis, code, linked] = match;
    const { index } = match;
    const around = outer ?? { start: at + index, end: at + index + found.length };
    add(content.slice(end, index), end);
    if (escaped !== undefined) add(escaped, index, found.length);
    if (code !== undefined) add(code, index + 1, code.length, around);
    if (strong !== undefined) pieces.push(...piecesOf(strong, at + index + 2, bold ?? true, around));
    if (emphasis !== undefined) pieces.push(...piecesOf(emphasis, at + index + 1, bold ?? false, around));
    if (linked !== undefined) {
      const start = at + index + found.indexOf('[') + 1;
      pieces.push(...piecesOf(linked, start, bold ?? false, around));
    }
    end = index + found.length;
  }
  add(content.slice(end), end);
  return pieces;
}
