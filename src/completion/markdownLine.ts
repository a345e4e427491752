/** Offset at which the line of `offset` begins. */
export const lineStart = (text: string, offset: number): number =>
  // From a negative offset, `lastIndexOf` would look at the first character.
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Offset at which the line of `offset` ends, before its line feed. */
export const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

/** What may stand before the first word of a line: white space, marks of headings, quotations and list items. */
export const lineMargin = /^[\s>#]*(?:[-*+]\s+|\d+[.)]\s+)?/;
