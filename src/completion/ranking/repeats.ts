/** Whether the last two characters of `before` and the beginning of `offered` stand at its end already. */
export function beginsTyped(before: string, offered: string): boolean {
  const tail = before.slice(-2);
  for (let length = 1; length <= offered.length; length++) {
    if (before.endsWith(tail + offered.slice(0, length))) return true;
  }
  return false;
}

/** Whether `after` goes on as `offered` begins, or begins as `offered` ends. */
export function isRepeated(offered: string, after: string): boolean {
  if (after && offered.startsWith(after.charAt(0))) return true;
  for (let length = 2; length <= after.length; length++) {
    if (offered.endsWith(after.slice(0, length))) return true;
  }
  return false;
}
