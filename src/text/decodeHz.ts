/** Pairs of a run that must be frequent characters or signs: Latin text in braces has hardly any. */
const frequent = 0.8;

/** A run in GB 2312, to its end or that of its line, and what else begins with a tilde. No line is longer than a paragraph. */
const run = /~\{((?:[!-w][!-~]){0,20000})(?:~\}|(?=\r?\n|\r|$))|~(~|\r?\n)|~/g;

/**
 * Text in HZ, Chinese in seven bits, as mail and news of the 1990s have it: `~{<:Ky2;~}`. Undefined where it is not certain:
 * every tilde of such a text has a meaning, and what is between its braces are frequent characters of Chinese. Cost: linear.
 * Source: RFC 1843.
 */
export function decodeHz(text: string): string | undefined {
  if (!text.includes('~{') || /[^\0-\x7f]/.test(text)) return undefined;
  let [pairs, known] = [0, 0];
  const decoder = new TextDecoder('gb18030');
  const parts: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: codes, 2: escaped, index } of text.matchAll(run)) {
    // Most texts that are none say so by their first tilde.
    if (codes === undefined && escaped === undefined) return undefined;
    parts.push(text.slice(end, index));
    end = index + whole.length;
    if (codes === undefined) {
      if (escaped === '~') parts.push(escaped);
      continue;
    }
    pairs += codes.length / 2;
    for (let at = 0; at < codes.length; at += 2) if (isFrequent(codes.charCodeAt(at))) known++;
    parts.push(decoder.decode(Uint8Array.from(codes, (one) => one.charCodeAt(0) | 0x80)));
  }
  const decoded = parts.join('') + text.slice(end);
  return pairs > 1 && known >= pairs * frequent && !decoded.includes('\ufffd') ? decoded : undefined;
}

/** Rows 1 to 3, signs, and 16 to 55, the frequent characters of GB 2312. */
const isFrequent = (row: number): boolean => (row >= 0x21 && row <= 0x23) || (row >= 0x30 && row <= 0x57);
