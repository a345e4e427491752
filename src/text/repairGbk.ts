/*
 * A byte of GBK text that is damaged or lost puts all that follows out of step, up to the next ASCII character, because every
 * pair of high bytes means something. Between two ASCII characters a stretch of high bytes is even; in one that is odd, the
 * byte is sought whose removal leaves most frequent characters (GB 2312 level 1 and signs) on both sides.
 * Cost: O(n), with counts from the start and from the end of a stretch.
 */

/** Marks a damaged byte; no text holds it, and GB18030 reads it as itself. */
const damaged = 0x1a;
/** A repair must make so many more pairs frequent than the bytes as they stand. */
const worthwhile = 2;

/** GB18030 bytes with damaged ones replaced by U+001A, so that what follows them is in step again. */
export function repairGbk(bytes: Uint8Array): Uint8Array {
  const repaired = Uint8Array.from(bytes);
  for (let start = 0; start < bytes.length; start++) {
    if (!isHigh(bytes[start])) continue;
    let end = start + 1;
    while (end < bytes.length && isHigh(bytes[end])) end++;
    if ((end - start) % 2 === 0) markInvalid(repaired, start, end);
    else repairOdd(bytes, repaired, start, end);
    start = end;
  }
  return repaired;
}

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;

/** Pairs that begin with no lead byte or end with no trail byte. */
function markInvalid(repaired: Uint8Array, start: number, end: number): void {
  for (let at = start; at + 1 < end; at += 2) {
    const [lead = 0, trail = 0] = [repaired[at], repaired[at + 1]];
    if (lead === 0x80 || lead === 0xff || trail === 0xff) repaired.fill(damaged, at, at + 2);
  }
}

function repairOdd(bytes: Uint8Array, repaired: Uint8Array, start: number, end: number): void {
  const next = bytes[end] ?? 0;
  // Four bytes of GB18030: high, digit, high, digit.
  if (next >= 0x30 && next <= 0x39) return;
  const frequent = (at: number): number => (isFrequent(bytes[at] ?? 0, bytes[at + 1] ?? 0) ? 1 : 0);
  // Pairs that are frequent from the end back to each odd place, the byte before it being left out.
  const behind = new Uint32Array(end - start + 2);
  for (let at = end - 2; at > start; at -= 2) behind[at - start] = frequent(at) + (behind[at + 2 - start] ?? 0);
  let [best, place] = [-1, start];
  let before = 0;
  for (let at = start; at < end; at += 2) {
    const score = before + (behind[at + 1 - start] ?? 0);
    if (score >= best) [best, place] = [score, at];
    before += frequent(at);
  }
  // With an ASCII character as its trail byte, the last byte may be whole.
  const isWhole = next >= 0x40 && next <= 0x7e;
  if (isWhole && best < before + worthwhile) return;
  repaired[place] = damaged;
  markInvalid(repaired, start, place);
  markInvalid(repaired, place + 1, end);
}

const isFrequent = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
