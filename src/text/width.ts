/**
 * Width of a text in Han characters. Letters and digits are half as wide; punctuation counts in full even when it is
 * half-width, because it was full-width when the page was set.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const half = code < 0x2000 && !isPunctuation(code);
    // The second half of a surrogate pair has no width of its own.
    if (code < 0xdc00 || code > 0xdfff) width += half ? 0.5 : 1;
  }
  return width;
}

/** , : ; ! ? ( ) */
const isPunctuation = (code: number): boolean =>
  code === 0x2c || code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f || code === 0x28 || code === 0x29;
