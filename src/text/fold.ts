import traditionalPairs from 'opencc-js/dict/TSCharacters';

/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Text folded for comparison, and the way back to the text it came from. */
export interface Folded {
  readonly text: string;
  /** The part of the original that the non-empty range of `text` came from; never splits a surrogate pair. */
  readonly source: (range: TextRange) => TextRange;
}

/** Characters that writers and input methods use for one another and that NFKC leaves apart. */
const sameMeaning = new Map(
  ['"“”„‟「」『』', "'‘’‚‛", '-‐‑‒–—―−', '·•‧・', '〇○◯'].flatMap(([first = '', ...others]) =>
    others.map((other): [string, string] => [other, first]),
  ),
);

/** Joiners, marks of direction and variation selectors: they change how a text looks, not what it says. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** White space, and the asterisks of Markdown's `**`, which may stand inside a word. */
const blank = /(?:\s|\*\*+)+/y;
/** A character with its combining marks. */
const cluster = /[\s\S]\p{M}*/uy;
const mark = /\p{M}/u;

/** Folded unit of every UTF-16 unit that was met, 0 where none was. */
const units = new Uint16Array(0x10000);
/** In `units`: the character needs a look around, or folds to several units or to none. */
const special = 0xffff;

/** A stretch that did not fold unit by unit: where it stands in the folded text, and in the original. */
interface Stretch {
  readonly folded: TextRange;
  readonly original: TextRange;
}

/**
 * Folds width and compatibility forms (NFKC), case, traditional characters (one by one, by OpenCC's table), kinds of
 * quotation marks and dashes. White space beside Chinese goes, so that a wrapped line and `2027 年` match unbroken text,
 * and is one space elsewhere; so do the asterisks of Markdown's `**` and whatever cannot be seen.
 */
export function fold(text: string): Folded {
  const marked = mark.test(text);
  const stretches: Stretch[] = [];
  let folded = '';
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    let unit = marked ? special : units[code];
    if (unit === 0 || unit === undefined) unit = units[code] = foldUnit(code);
    if (unit === code) {
      at++;
    } else if (unit !== special) {
      folded += text.slice(copied, at) + String.fromCharCode(unit);
      copied = ++at;
    } else {
      folded += text.slice(copied, at);
      blank.lastIndex = cluster.lastIndex = at;
      const gap = blank.exec(text)?.[0];
      const original = gap ?? cluster.exec(text)?.[0] ?? '';
      const replacement = gap === undefined ? foldCluster(original) : foldGap(text, at, at + gap.length);
      stretches.push({
        folded: { start: folded.length, end: folded.length + replacement.length },
        original: { start: at, end: at + original.length },
      });
      folded += replacement;
      copied = at += original.length;
    }
  }
  return {
    text: folded + text.slice(copied),
    source: ({ start, end }) => ({
      start: unitSource(stretches, start).start,
      end: unitSource(stretches, end - 1).end,
    }),
  };
}

/** White space says something between words of letters, and nothing beside Chinese and at the ends. */
function foldGap(text: string, start: number, end: number): string {
  const inside = start > 0 && end < text.length;
  const silent = !inside || isChinese(text.charCodeAt(start - 1)) || isChinese(text.charCodeAt(end));
  return silent || !/\s/.test(text.slice(start, end)) ? '' : ' ';
}

/** Han, Chinese punctuation, full-width forms, and the signs that are set like them; a surrogate is taken for rare Han. */
const isChinese = (code: number): boolean => code >= 0x2010;

function foldUnit(code: number): number {
  const character = String.fromCharCode(code);
  // Han stands alone and is nearly all that is met, so it is spared the general way.
  const folded = code >= 0x4e00 && code <= 0x9fff ? (simplified().get(character) ?? character) : foldCluster(character);
  return folded.length === 1 && !/[\s*\ud800-\udfff]/.test(character) ? folded.charCodeAt(0) : special;
}

function foldCluster(original: string): string {
  const plain = original.replace(invisible, '').normalize('NFKC').toLowerCase();
  return Array.from(plain, (character) => sameMeaning.get(character) ?? simplified().get(character) ?? character).join(
    '',
  );
}

/** The part of the original that the folded unit at `index` came from. */
function unitSource(stretches: readonly Stretch[], index: number): TextRange {
  let start = index;
  for (const { folded, original } of stretches) {
    if (index < folded.start) break;
    if (index < folded.end) return original;
    start = index - folded.end + original.end;
  }
  return { start, end: start + 1 };
}

let simplifiedCharacters: ReadonlyMap<string, string> | undefined;

/** Traditional to simplified characters, split on first use. */
const simplified = (): ReadonlyMap<string, string> => (simplifiedCharacters ??= splitPairs(traditionalPairs));

function splitPairs(pairs: string): ReadonlyMap<string, string> {
  const characters = pairs.split(/[ |]/);
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) map.set(characters[at] ?? '', characters[at + 1] ?? '');
  return map;
}
