import type { XmlElement } from '../xml';
import { childOf } from '../xml';

/** Signs by their places, the first of each row at the place before it. */
const placed = (rows: Readonly<Record<number, string>>): ReadonlyMap<number, string> =>
  new Map(
    Object.entries(rows).flatMap(([first, signs]) =>
      [...signs].map((sign, at): [number, string] => [Number(first) + at, sign]),
    ),
  );

/** Signs of the fonts that have them in places of their own: those that forms use, and all of Symbol (Adobe Symbol Encoding). */
const symbols: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  wingdings: placed({
    0x6c: '●○■□', 0x71: '□', 0x75: '◆❖', 0xa7: '▪□', 0xd8: '➢', 0xe0: '→', 0xfb: '×√☒☑',
  }), // prettier-ignore
  'wingdings 2': placed({ 0x2a: '□', 0x50: '√☒☑☒', 0xa3: '□' }),
  symbol: placed({
    0x20: ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_',
    0x61: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
    0xa1: 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑',
  }),
};

/** The sign at a place of a font, which may be given in the private area; undefined where the font is not known to have it. */
const signOf = (font: string, code: number): string | undefined =>
  code <= 0xff || (code >= 0xf000 && code <= 0xf0ff) ? symbols[font.toLowerCase()]?.get(code & 0xff) : undefined;

/** The sign of a `w:sym`; undefined for one that is not known. */
export function symbolOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const code = parseInt(attributes['w:char'] ?? '', 16);
  return (
    signOf(attributes['w:font'] ?? '', code) ?? (code >= 0x20 && code < 0xd800 ? String.fromCodePoint(code) : undefined)
  );
}

/** The font of a run, by which private characters of its text are read; empty where it says none. */
export function fontOf(run: XmlElement): string {
  const fonts = childOf(childOf(run, 'w:rPr'), 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '';
}

/** Text with the signs of its font for private characters, as far as they are known. */
export const withSigns = (text: string, font: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, (character) => signOf(font, character.charCodeAt(0)) ?? character);

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
