/** Han: unified ideographs, extension A, compatibility, the planes 2 and 3, 々 and 〇. */
const han = '\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{3ffff}\u3005\u3007';
const hanCharacter = new RegExp(`^[${han}]$`, 'u');
const wordCharacter = new RegExp(`[^\\P{L}${han}]|[^\\P{N}${han}]`, 'u');

/** What a character is to the index: part of a run of Han, of a word of letters and digits of any script, or neither. */
const enum Kind {
  Neither = 1,
  Han,
  Word,
}
/** Kinds of UTF-16 units that were met; 0 where none was. */
const kinds = new Uint8Array(0x10000);

/** Numbers and words joined by one of these say something together: `4+4+1`, `2021-2025`, `3.5`. */
const joint = /^[+\-./]$/;
const highSurrogate = 0xd800 >> 10;
const lowSurrogate = 0xdc00 >> 10;
const surrogate = 0xd800 >> 11;

/** Takes the tokens of a text. */
export interface TokenSink {
  /** A pair of Han characters, from `start` to `end` of the text. */
  pair(start: number, end: number): void;
  /** Any other token. */
  token(token: string): void;
}

/**
 * Splits folded text into the tokens that are indexed and looked up, with repeats; each is a part of the text.
 * A run of Han gives its overlapping pairs (a lone character itself), a run of letters and digits the word. Where the two
 * touch, the word with its neighbour is a token as well (`2027年` gives `2027` and `2027年`), and so are words with what
 * joins them (`4+4+1` beside `4`, `4`, `1`).
 */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  takeTokens(text, {
    pair: (start, end) => tokens.push(text.slice(start, end)),
    token: (token) => tokens.push(token),
  });
  return tokens;
}

/**
 * `tokenize` for who can do without strings for the pairs: nearly all tokens are such. One pass over the text that looks up
 * each character's kind.
 */
export function takeTokens(text: string, sink: TokenSink): void {
  const { length } = text;
  let lastEnd = -1;
  /** Where the words begin that signs join to the last run; -1 after Han. */
  let joinedFrom = -1;
  for (let start = 0, end = 0; start < length; start = end) {
    const kind = kindAt(text, start);
    while (end < length) {
      if (kinds[text.charCodeAt(end)] === kind) end++;
      else if (kindAt(text, end) === kind) end += isSplit(text, end) ? 2 : 1;
      else break;
    }
    if (kind === Kind.Neither) continue;
    const touches = start === lastEnd;
    if (kind === Kind.Han) {
      if (!takePairs(sink, text, start, end) && !touches && kindAt(text, end) !== Kind.Word)
        sink.token(text.slice(start, end));
      joinedFrom = -1;
    } else {
      sink.token(text.slice(start, end));
      if (touches)
        sink.token(text.slice(text.charCodeAt(start - 1) >> 10 === lowSurrogate ? start - 2 : start - 1, end));
      if (kindAt(text, end) === Kind.Han) sink.token(text.slice(start, end + (isSplit(text, end) ? 2 : 1)));
      if (joinedFrom >= 0 && joint.test(text.slice(lastEnd, start))) sink.token(text.slice(joinedFrom, end));
      else joinedFrom = start;
    }
    lastEnd = end;
  }
}

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code >> 11 === surrogate) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const kind = kinds[code];
  return kind === undefined || kind === 0 ? (kinds[code] = kindOf(text.charAt(at))) : kind;
}

const kindOf = (character: string): Kind =>
  hanCharacter.test(character) ? Kind.Han : wordCharacter.test(character) ? Kind.Word : Kind.Neither;

/** Whether the character at a place takes two units. */
const isSplit = (text: string, at: number): boolean =>
  text.charCodeAt(at) >> 10 === highSurrogate && text.charCodeAt(at + 1) >> 10 === lowSurrogate;

/** Takes the pairs of a run of Han; false when it is one character and has none. */
function takePairs(sink: TokenSink, text: string, start: number, end: number): boolean {
  let first = start;
  for (let second = start + 1; second < end; second++) {
    const half = text.charCodeAt(second) >> 10;
    if (half === lowSurrogate) continue;
    sink.pair(first, half === highSurrogate ? second + 2 : second + 1);
    first = second;
  }
  return first > start;
}

/** Whether folded `text` is one Han character, which the index cannot find and a scan of the texts has to. */
export const isLoneHan = (text: string): boolean => hanCharacter.test(text);

/** Whether a token is a pair of Han characters of 16 bits each, as nearly all are. */
export const isHanPair = (token: string): boolean => token.length === 2 && isShortHan(token, 0) && isShortHan(token, 1);

const isShortHan = (text: string, at: number): boolean =>
  text.charCodeAt(at) >> 11 !== surrogate && kindAt(text, at) === Kind.Han;

/** Whether `at` is inside a word of letters and digits; what is found there is not whole, as `ai` in `said`. */
export const isInsideWord = (text: string, at: number): boolean => isWord(text, at) && isWord(text, at - 1);

/** Whether the unit at a place is a letter or digit that is no Han. */
const isWord = (text: string, at: number): boolean =>
  text.charCodeAt(at) >> 11 !== surrogate && kindAt(text, at) === Kind.Word;
