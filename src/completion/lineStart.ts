/** Offset at which the line of `offset` begins. */
export const lineStart = (text: string, offset: number): number =>
  // From a negative offset, `lastIndexOf` would look at the first character.
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
