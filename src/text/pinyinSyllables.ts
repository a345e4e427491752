import { readingsAt } from './pinyin';

const [firstCode, lastCode] = [0x4e00, 0x9fff];

let bySyllable: ReadonlyMap<string, string> | undefined;
let beginnings: ReadonlySet<string> | undefined;

/** The characters of each syllable, made on first use. */
const characters = (): ReadonlyMap<string, string> => (bySyllable ??= groupBySyllable());

function groupBySyllable(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (let code = firstCode; code <= lastCode; code++) {
    const character = String.fromCharCode(code);
    for (const reading of readingsAt(character, 0)) {
      // An interjection may have no vowel.
      if (/[aeiouv]/.test(reading)) groups.set(reading, (groups.get(reading) ?? '') + character);
    }
  }
  // As they are also typed.
  for (const initial of 'ln') groups.set(`${initial}ue`, groups.get(`${initial}ve`) ?? '');
  return groups;
}

/** Tells whether letters are a syllable of pinyin, toneless and with `v` for ü; `lue` and `nue` are, too. */
export const isSyllable = (letters: string): boolean => characters().has(letters);

/** Tells whether a syllable of pinyin begins with these letters. */
export function isSyllableBegun(letters: string): boolean {
  beginnings ??= new Set(
    [...characters().keys()].flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1))),
  );
  return beginnings.has(letters);
}

/** Characters with a reading that begins with `letters`, by reading; those with several may come more than once. */
export function charactersRead(letters: string): string {
  let found = '';
  for (const [syllable, group] of characters()) if (syllable.startsWith(letters)) found += group;
  return found;
}
