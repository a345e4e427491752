const closing = new Map(
  [...'“”‘’（）《》〔〕'].flatMap((mark, at, all) => (at % 2 ? [] : [[all[at + 1] ?? '', mark] as const])),
);
const opening = new Set(closing.values());

/**
 * Whether `text`, put behind `before`, closes all quotation marks and brackets that it opens, and none that is not open.
 * @param before text of the line before it
 */
export function isBalanced(before: string, text: string): boolean {
  if (!/[“”‘’（）《》〔〕]/.test(text)) return true;
  const open: string[] = [];
  for (const mark of before) follow(open, mark);
  const already = open.length;
  let least = already;
  for (const mark of text) {
    if (!follow(open, mark)) return false;
    least = Math.min(least, open.length);
  }
  return open.length === least;
}

/** Takes a mark that opens, and drops what a mark closes. @returns false if nothing is open that it closes */
function follow(open: string[], mark: string): boolean {
  const opener = closing.get(mark);
  if (opening.has(mark)) open.push(mark);
  else if (opener !== undefined) {
    if (open.at(-1) !== opener) return false;
    open.pop();
  }
  return true;
}
