/** Han: unified ideographs, extension A, compatibility, the planes 2 and 3, 々 and 〇. */
const han = '\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{3ffff}\u3005\u3007';
/** A run of Han (group 1), or of letters and digits of any script. */
const run = new RegExp(`([${han}]+)|(?:[a-z0-9]|[^\\P{L}${han}]|[^\\P{N}${han}])+`, 'gu');
const hanAt = new RegExp(`[${han}]`, 'uy');
const loneHan = new RegExp(`^[${han}]$`, 'u');
const wordCharacter = new RegExp(`[^\\P{L}${han}]|[^\\P{N}${han}]`, 'u');
/** Numbers and words joined by one of these say something together: `4+4+1`, `2021-2025`, `3.5`. */
const joint = /^[+\-./]$/;
const highSurrogate = 0xd800 >> 10;
const lowSurrogate = 0xdc00 >> 10;

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

/** `tokenize` for who can do without strings for the pairs: nearly all tokens are such. */
export function takeTokens(text: string, sink: TokenSink): void {
  let lastEnd = -1;
  /** Where the words begin that signs join to the last run; -1 after Han. */
  let joinedFrom = -1;
  run.lastIndex = 0;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const start = match.index;
    const end = run.lastIndex;
    const touches = start === lastEnd;
    if (match[1] !== undefined) {
      if (!takePairs(sink, text, start, end) && !touches && !isWord(text, end)) sink.token(match[0]);
      joinedFrom = -1;
    } else {
      sink.token(match[0]);
      if (touches)
        sink.token(text.slice(text.charCodeAt(start - 1) >> 10 === lowSurrogate ? start - 2 : start - 1, end));
      hanAt.lastIndex = end;
      const neighbour = hanAt.exec(text);
      if (neighbour) sink.token(match[0] + neighbour[0]);
      if (joinedFrom >= 0 && joint.test(text.slice(lastEnd, start))) sink.token(text.slice(joinedFrom, end));
      else joinedFrom = start;
    }
    lastEnd = end;
  }
}

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
export const isLoneHan = (text: string): boolean => loneHan.test(text);

/** Whether `at` is inside a word of letters and digits; what is found there is not whole, as `ai` in `said`. */
export const isInsideWord = (text: string, at: number): boolean => isWord(text, at) && isWord(text, at - 1);

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return (code < 0x4e00 || code > 0x9fff) && wordCharacter.test(text.charAt(at));
}
