/** Names of Chinese fonts, in Latin or as their own GBK bytes. */
const chineseFont =
  /song|sun|hei|kai|fang|ming|li(?:su|shu)|xingkai|weibei|gb2312|gbk|gb18030|^(?:FZ|ST|HY|MS)[A-Z]|[\xb0-\xf7][\xa1-\xfe]/i;

/** Share of the characters that must be among the 3755 common ones or marks. */
const commonShare = 0.8;

/**
 * Characters of a text in GBK that old programs write with a font of single bytes, one for each byte: nothing for the
 * second byte of one. Undefined where the bytes are no Chinese: one of them has no partner, or too few give common
 * characters of GB 2312 (its rows 1–9 and 16–55).
 * @param fontName tells where the bytes are too few to tell
 */
export function chineseOfBytes(
  bytes: readonly number[],
  fontName: string,
): readonly (string | undefined)[] | undefined {
  const characters: (string | undefined)[] = [];
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead > 0xff) return undefined;
    if (lead < 0x80) {
      characters.push(String.fromCharCode(lead));
      continue;
    }
    const trail = bytes[++at] ?? 0;
    if (lead < 0x81 || lead === 0xff || trail < 0x40 || trail > 0xfe || trail === 0x7f) return undefined;
    characters.push(new TextDecoder('gbk').decode(Uint8Array.of(lead, trail)), undefined);
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7))) common++;
  }
  const enough = chineseFont.test(fontName) ? 1 : 3;
  return pairs >= enough && common >= pairs * commonShare ? characters : undefined;
}

let common: ReadonlySet<string> | undefined;

/** The 3755 characters of the first level of GB 2312, with the marks of its first rows. */
function commonCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gbk');
  const rows = [0xa1, 0xa2, 0xa3, ...Array.from({ length: 0xd8 - 0xb0 }, (_, at) => 0xb0 + at)];
  return (common ??= new Set(
    rows.flatMap((row) => Array.from({ length: 94 }, (_, at) => decoder.decode(Uint8Array.of(row, 0xa1 + at)))),
  ));
}

/**
 * Whether the codes of a font without a table are characters of Unicode. Numbers of glyphs, which is what they are
 * otherwise, give controls, and Han characters that nobody uses.
 */
export function areCharacters(codes: readonly number[]): boolean {
  const texts = codes.filter((code) => code !== 0x20).map((code) => String.fromCharCode(code));
  if (texts.length === 0 || codes.some((code) => code < 0x20)) return false;
  const wide = texts.filter((text) => text > '\x7f');
  if (wide.length > 0) return wide.filter((text) => commonCharacters().has(text)).length >= wide.length * commonShare;
  const letters = texts.filter((text) => /[a-z]/i.test(text));
  return letters.filter((text) => /[aeiou]/.test(text)).length * 5 > letters.length;
}
