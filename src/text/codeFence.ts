const opening = /^ {0,3}(?:(`{3,})[^`]*|(~{3,})(?:[^~].*)?)$/;

/**
 * Follows fenced code line by line; CommonMark 0.31.2, section 4.5: a fence is closed by at least as many of the same marks,
 * alone on their line.
 * @param open marks of the fence that is open before the line; undefined for none
 * @param line without its line end
 * @returns marks of the fence that is open after the line. A line is code or a fence if one is open before it or after.
 */
export function fenceAfter(open: string | undefined, line: string): string | undefined {
  if (open === undefined) {
    const [, ticks, tildes] = opening.exec(line) ?? [];
    return ticks ?? tildes;
  }
  const marks = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return marks?.startsWith(open) ? undefined : open;
}
