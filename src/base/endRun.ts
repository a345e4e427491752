/**
 * Where the run of units that `pattern` matches one by one begins at the end of `text`; its length if there is none.
 * Cost: the length of that run. An expression `[…]+$` would be tried at every place of the text: n² on a run that ends early.
 * @param pattern of one UTF-16 unit, without flag `g`
 */
export function endRun(text: string, pattern: RegExp): number {
  let start = text.length;
  while (start > 0 && pattern.test(text.charAt(start - 1))) start--;
  return start;
}

/** `text` without that run. */
export const withoutEnd = (text: string, pattern: RegExp): string => text.slice(0, endRun(text, pattern));

/** The lines of `text` on one, without the blanks around them. Cost: linear, as `\s*\n\s*` is not on a run of blanks. */
export const joinedTrimmed = (text: string, separator = ''): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(separator);
