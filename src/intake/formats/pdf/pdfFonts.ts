import { charactersOfName } from './glyphNames';
import type { Operations } from './pdfLibrary';
import { areCharacters, chineseOfBytes } from './simpleChinese';

/** A font as the library hands it out. */
export interface PdfFont {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly missingFile?: boolean;
  readonly type?: string;
  readonly fontMatrix?: readonly number[];
  readonly bbox?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  /** Names of glyphs by code, where the font has its own. */
  readonly differences?: readonly (string | undefined)[];
  /** Which codes have a character; `firstChar` and `lastChar` where each code is taken for one. */
  readonly toUnicode?: {
    readonly _map?: readonly (string | number | undefined)[];
    readonly firstChar?: number;
    readonly lastChar?: number;
  };
}

/** One character of a text operation. */
export interface FontGlyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly number[];
  readonly isSpace: boolean;
}

/** Operations of a page. */
export interface OperationList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** The font of a document by its name there, and how it is to be read. */
export interface FontTable {
  font(name: string): PdfFont | undefined;
  /** Whether the codes of a font are the characters, where it does not say what they are. */
  codesAreCharacters(name: string): boolean;
}

/** Scale of a font that has no matrix of its own. */
export const identityScale = 0.001;

/** Fonts of a page. Whether the codes of one are characters is asked of the text that it sets there. */
export function fontTable(
  font: (name: string) => PdfFont | undefined,
  list: OperationList,
  operations: Operations,
): FontTable {
  const known = new Map<string, PdfFont | undefined>();
  const get = (name: string): PdfFont | undefined => {
    if (!known.has(name)) known.set(name, font(name));
    return known.get(name);
  };
  let codes: Map<string, number[]> | undefined;
  const answers = new Map<string, boolean>();
  return {
    font: get,
    codesAreCharacters: (name) => {
      const given = answers.get(name);
      if (given !== undefined) return given;
      const table = get(name)?.toUnicode;
      const byText = (): boolean => areCharacters((codes ??= codesByFont(list, operations)).get(name) ?? []);
      const answer = table?._map ? isUnicode(get(name), table._map) : table?.firstChar !== undefined && byText();
      answers.set(name, answer);
      return answer;
    },
  };
}

/** Codes of two bytes: a table with one of four is as long as that code, and nearly empty. */
const codesLookedAt = 0x10000;

/** Whether the codes of a composite font with a table are those of Unicode: then one that is missing there is, too. */
function isUnicode(font: PdfFont | undefined, table: readonly (string | number | undefined)[]): boolean {
  if (!font?.type?.startsWith('CIDFont')) return false;
  let same = 0;
  let looked = 0;
  for (let code = 0x4e00; code < Math.min(table.length, codesLookedAt) && looked < 100; code++) {
    const character = table[code];
    if (character === undefined) continue;
    looked++;
    if (character === code || character === String.fromCharCode(code)) same++;
  }
  return looked > 0 && same >= looked * 0.9;
}

function codesByFont({ fnArray, argsArray }: OperationList, operations: Operations): Map<string, number[]> {
  const codes = new Map<string, number[]>();
  let own: number[] = [];
  for (let at = 0; at < fnArray.length; at++) {
    if (fnArray[at] === operations.setFont) {
      const name = String(argsArray[at]?.[0]);
      own = codes.get(name) ?? [];
      codes.set(name, own);
    } else if (fnArray[at] === operations.showText) {
      for (const one of (argsArray[at]?.[0] as readonly (FontGlyph | number)[] | undefined) ?? [])
        if (typeof one === 'object') own.push(one.originalCharCode);
    }
  }
  return codes;
}

/** Height of a font of size 1: fonts of drawn glyphs have a scale of their own. */
export function emOf(font: PdfFont | undefined): number {
  if (!font?.isType3Font) return 1;
  const height =
    Math.abs((font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0)) * Math.abs(font.fontMatrix?.[3] ?? identityScale);
  return height > 0 ? height : 1;
}

/**
 * Whether a character is known. Where a font has no table, the library gives the code itself, and for private characters
 * and controls there is nothing that could be read.
 */
export function isReadable(
  { originalCharCode, unicode }: FontGlyph,
  font: PdfFont | undefined,
  codesAreCharacters: boolean,
): boolean {
  if (/[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\p{Co}\p{Cn}\p{Cs}]/u.test(unicode) || unicode === '') return false;
  const table = font?.toUnicode;
  if (!table || codesAreCharacters || unicode === ' ') return true;
  return table._map ? table._map[originalCharCode] !== undefined : false;
}

/** What the name of a glyph says that the library does not know; undefined for nothing. */
export const namedCharacter = ({ originalCharCode }: FontGlyph, font: PdfFont | undefined): string | undefined =>
  charactersOfName(font?.differences?.[originalCharCode] ?? '') || undefined;

/** Bytes of a font for single bytes that are GBK: two make one character. */
export function joinBytes(
  shown: readonly (FontGlyph | number)[],
  font: PdfFont | undefined,
): readonly (FontGlyph | number)[] {
  if (!font?.missingFile || !isSimple(font)) return shown;
  const glyphs = shown.filter((one): one is FontGlyph => typeof one === 'object');
  if (!glyphs.some(({ originalCharCode }) => originalCharCode > 0x80)) return shown;
  const bytes = glyphs.map(({ originalCharCode }) => originalCharCode);
  const characters = chineseOfBytes(bytes, font.name ?? '');
  if (!characters) return shown;
  let at = -1;
  return shown.flatMap((one): (FontGlyph | number)[] => {
    if (typeof one === 'number') return [one];
    const character = characters[++at];
    if (character === undefined) return [];
    const second = characters[at + 1] === undefined ? (glyphs[at + 1]?.width ?? 0) : 0;
    return [{ ...one, unicode: character, width: one.width + second, isSpace: character === ' ' }];
  });
}

const isSimple = ({ type, isType3Font }: PdfFont): boolean => !isType3Font && (type === 'Type1' || type === 'TrueType');
