/** What is never touched: links, images, notes, code and tags of Markdown, addresses, and names of files. */
const kept =
  /!?\[[^\][\n]{0,200}\]\((?:<[^<>\n]{0,500}>|[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,500})?)(?:\s+(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|\([^()\n]{0,200}\)))?\)|(?<=^|\n)\[[^\][\n]{1,100}\]:(?:[ \t]*(?:<[^<>\n]*>|[a-z]+:\/\/\S+)(?:[ \t]+"[^"\n]*")?)?|\[\^[^\][\s]{1,40}\]|`[^`\n]{1,200}`|<\/?[a-z][^<>\n]{0,500}>|(?:https?:\/\/|www\.)[\w./?=&%#:~+,;!()-]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}|[\w-]{1,64}\.(?:com|cn|net|org|docx?|pdf|txt|xlsx?|pptx?)\b/gi;

const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' };

/** A text in Chinese with its punctuation widened, and how many marks were changed. */
export interface Widened {
  readonly text: string;
  readonly changed: number;
}

/**
 * Widens half-width punctuation in Chinese text. What belongs to numbers, times, list numbers, Latin words and addresses
 * stays: 1.17万亿元, 10:30, 1,000, R&D, 4+4+1. A text without Han characters, or of over a million, is returned as it is, and so
 * is an entry of a bibliography, whose marks are half-width by GB/T 7714.
 */
export function widenPunctuation(text: string): Widened {
  if (text.length > longestText || !/[,:;!?()".]/.test(text) || !/\p{Script=Han}/u.test(text) || isReference(text))
    return { text, changed: 0 };
  let result: Widened = { text, changed: 0 };
  for (let turn = 0; turn < (text.length > longestParagraph ? 1 : mostTurns); turn++) {
    const next = widenOnce(result.text);
    if (next.text === result.text) break;
    result = { text: next.text, changed: result.changed + next.changed };
  }
  return result;
}

/** 王五, 等. 治水[M]. 北京: 科学出版社, 2019: 12-15. */
const isReference = (text: string): boolean =>
  text.length <= longestReference && /\[(?:[MCNJDRSPAZG]|DB|CP|EB|CM|DS)(?:\/(?:OL|CD|MT|DK))?\]\s?[.,:]/.test(text);
const longestReference = 600;

/** How often a text is looked at again, for what was between two addresses may have changed; every turn is linear. */
const mostTurns = 8;
/** A longer paragraph, a file that lost its line breaks, is looked at once; what is longer still is no text, and stays as it is. */
const longestParagraph = 20_000;
const longestText = 1_000_000;

function widenOnce(text: string): Widened {
  let changed = 0;
  let result = '';
  let from = 0;
  for (const match of [...text.matchAll(kept), undefined]) {
    const part = widenPart(text, from, match?.index ?? text.length);
    result += part.text + (match?.[0] ?? '');
    changed += part.changed;
    from = (match?.index ?? 0) + (match?.[0].length ?? 0);
  }
  // The full stop of a Chinese sentence that ends in a number or a word: 增长8. below a text that has Chinese marks.
  if (endsInNumber.test(result.slice(-40)) && /[，。；]/.test(result))
    return { text: `${result.slice(0, -1)}。`, changed: changed + 1 };
  return { text: result, changed };
}

/** Abbreviations have their own full stop: 等 Co., et al. */
const endsInNumber =
  /\p{Script=Han}(?: ?\d{1,12}(?:\.\d{1,6})?|(?! ?(?:al|etc|co|corp|inc|ltd|no|vol|pp?|ed|eds|dr|mr|st|vs)\.)[A-Za-z]{2,20})\.$/iu;

/** X, × and * stand for names in Chinese text. */
const isChinese = (character: string): boolean =>
  character > '~' ? /[\p{Script=Han}，。、；：！？（）《》“”‘’【】〔〕—…×]/u.test(character) : /[X*]/.test(character);

/** A mark that was widened makes the one beside it stand in Chinese text: all are looked at from both ends. */
function widenPart(whole: string, from: number, to: number): Widened {
  const original = [...whole.slice(from, to)];
  const characters = [...original];
  const pairs = parentheses(original);
  const chinese = countsOf(original, isChinese);
  const widen = (_: string, at: number): void => {
    const partner = pairs.get(at);
    if (partner !== undefined) widenPair(characters, Math.min(at, partner), Math.max(at, partner), chinese);
    else characters[at] = widenedMark(characters, at) ?? characters[at] ?? '';
  };
  original.forEach(widen);
  original.forEach((_, at) => widen(_, original.length - 1 - at));
  for (const [at, quote] of pairedQuotes(original)) characters[at] = quote;
  let changed = 0;
  // Not one growing string: to look at its last character copies the whole of it.
  const left: string[] = [];
  for (const [at, character] of characters.entries()) {
    // A blank beside a mark that was widened has no purpose any more.
    const besideMark =
      character === ' ' && (isMark(left.at(-1)) || isWidenedMark(original[at + 1], characters[at + 1]));
    if (!besideMark) left.push(character);
    if (character !== original[at]) changed++;
  }
  return { text: left.join(''), changed };
}

const isWidenedMark = (before: string | undefined, after: string | undefined): boolean =>
  before !== after && before !== undefined && /[^()"]/.test(before);

const isMark = (character: string | undefined): boolean =>
  character !== undefined && /[，：；！？。（]/.test(character);

function widenedMark(characters: readonly string[], at: number): string | undefined {
  const character = characters[at] ?? '';
  if (character === '.') return isPeriod(characters, at) ? '。' : undefined;
  const widened = wide[character];
  if (widened === undefined) return undefined;
  const [left, right] = [neighbour(characters, at, -1), neighbour(characters, at, 1)];
  const before = isLatin(right) ? beyondQuotes(characters, at, -1) : left;
  const after = isLatin(left) ? beyondQuotes(characters, at, 1) : right;
  return isChinese(before) || isChinese(after) || isLoose(before, after) ? widened : undefined;
}

/** 44.7%,2019年 and 》,2020年: a mark between a sign that ends no word and a number or a quotation. */
const isLoose = (before: string, after: string): boolean => /[%‰℃]/.test(before) && /[\d“《（(]/.test(after);

const isLatin = (character: string): boolean => /[A-Za-z]/.test(character);
const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** A full stop that ends a Chinese sentence; never one of several, nor one after a list number. */
function isPeriod(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? '';
  const after = characters[at + 1] ?? '';
  const ends = after === '' || /[”’」』）]/.test(after);
  if (after === '.') return false;
  // 增长8%.下一步
  if (/[%‰℃]/.test(before)) return ends || isHan(after) || (after === ' ' && isHan(characters[at + 2] ?? ''));
  return isHan(before) && (ends || isHan(after));
}

/**
 * The sign beside a mark that tells what it belongs to, where Latin text is on its other side: quotation marks stand in both,
 * and are as what they enclose.
 */
function beyondQuotes(characters: readonly string[], at: number, step: 1 | -1): string {
  const beside = neighbour(characters, at, step);
  if (!/[“”‘’]/.test(beside)) return beside;
  for (let next = at + step, end = at + step * longestQuote; next !== end; next += step) {
    const character = characters[next];
    if (character === undefined) break;
    if (!/[“”‘’ \u3000]/.test(character)) return isLatin(character) ? character : beside;
  }
  return beside;
}
/** Quotation marks and blanks in a row that are looked past. */
const longestQuote = 5;

function neighbour(characters: readonly string[], at: number, step: 1 | -1): string {
  for (let next = at + step; next >= 0 && next < characters.length; next += step) {
    const character = characters[next] ?? '';
    if (character !== ' ' && character !== '\u3000') return character;
  }
  return '';
}

/** Where the partner of every parenthesis is that has one. */
function parentheses(characters: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (const [at, character] of characters.entries()) {
    if (character === '(' || character === '（') open.push(at);
    if (character !== ')' && character !== '）') continue;
    const start = open.pop();
    if (start !== undefined) found.set(at, start).set(start, at);
  }
  return found;
}

/** How many characters before every place hold. */
function countsOf(characters: readonly string[], holds: (character: string) => boolean): readonly number[] {
  const counts = [0];
  for (const [at, character] of characters.entries()) counts.push((counts[at] ?? 0) + (holds(character) ? 1 : 0));
  return counts;
}

/** Pairs of ( and ) that hold Chinese, stand after or before it, or number a Chinese item; both are widened or neither. */
function widenPair(characters: string[], start: number, end: number, chinese: readonly number[]): void {
  const isHalf = characters[start] === '(' && characters[end] === ')';
  const inside = (chinese[end] ?? 0) > (chinese[start + 1] ?? 0);
  const beside = isChinese(characters[start - 1] ?? '') || isChinese(characters[end + 1] ?? '');
  if (isHalf && !inside && !beside) return;
  characters[start] = '（';
  characters[end] = '）';
}

/** Straight quotation marks become “ and ” in turn, where they come in pairs and there are no curved ones yet. */
function pairedQuotes(characters: readonly string[]): ReadonlyMap<number, string> {
  const places = characters.flatMap((character, at) => (character === '"' ? [at] : []));
  if (places.length % 2 !== 0 || characters.includes('“')) return new Map();
  // Inches and code have no Han character beside or within.
  const touch = (at: number): boolean =>
    [characters[at - 1], characters[at + 1]].some((other) => isChinese(other ?? ''));
  if (!places.every(touch)) return new Map();
  return new Map(places.map((at, index) => [at, index % 2 === 0 ? '“' : '”']));
}
