/** Signs that forms use, of the fonts that have them in places of their own. */
export const symbols: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●', 0x6d: '○', 0x6e: '■', 0x6f: '□', 0x71: '□', 0x75: '◆', 0x76: '❖', 0xa7: '▪', 0xa8: '□',
    0xd8: '➢', 0xe0: '→', 0xfb: '×', 0xfc: '√', 0xfd: '☒', 0xfe: '☑',
  }, // prettier-ignore
  'wingdings 2': { 0x50: '√', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0xa3: '□', 0x2a: '□' },
  symbol: {
    0x61: 'α', 0x62: 'β', 0x67: 'γ', 0x64: 'δ', 0x6c: 'λ', 0x6d: 'μ', 0x70: 'π', 0x73: 'σ', 0x77: 'ω', 0xa3: '≤',
    0xb3: '≥', 0xb0: '°', 0xb1: '±', 0xb4: '×', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xbb: '≈', 0xd6: '√', 0xae: '→',
  }, // prettier-ignore
};

/**
 * What an EQ field shows, which has no result: Chinese Word makes characters in circles, `\o\ac(○,1)`, and readings
 * above words, `\o\ad(\s\up 9(qú),渠)`, of it.
 */
export function equationText(code: string): string {
  const content = /^\s*EQ\b([\s\S]*)$/i.exec(code)?.[1];
  if (content === undefined) return '';
  const bare = content.replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '');
  const isOverstrike = /\\o/i.test(bare);
  // Readings above stand in brackets of their own.
  const flat = bare.replace(/\\s\s*\\up\s*-?\d+\s*\([^()]*\)\s*[,，;；]?/gi, '');
  const words = flat.replace(/\\[a-z]+\s*\d*/gi, '').replace(/[()（）]/g, '');
  const parts = words.split(/[,，;；]/).map((part) => part.trim());
  return isOverstrike ? (parts.at(-1) ?? '') : parts.join('');
}
