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
 * stays: 1.17万亿元, 10:30, 1,000, R&D, 4+4+1. A text without Han characters, or of over a million, is returned as it is.
 */
export function widenPunctuation(text: string): Widened {
  if (text.length > longestText || !/[,:;!?()".]/.test(text) || !/\p{Script=Han}/u.test(text))
    return { text, changed: 0 };
  let result: Widened = { text, changed: 0 };
  for (let turn = 0; turn < (text.length > longestParagraph ? 1 : mostTurns); turn++) {
    const next = widenOnce(result.text);
    if (next.text === result.text) break;
    result = { text: next.text, changed: result.changed + next.changed };
  }
  return result;
}

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
  return { text: result, changed };
}

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
  const before = neighbour(characters, at, -1);
  const after = neighbour(characters, at, 1);
  return isChinese(before) || isChinese(after) || isLoose(before, after) ? widened : undefined;
}

/** 44.7%,2019年 and 》,2020年: a mark between a sign that ends no word and a number or a quotation. */
const isLoose = (before: string, after: string): boolean => /[%‰℃)]/.test(before) && /[\d“《（(]/.test(after);

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** A full stop that ends a Chinese sentence; never one of several, nor one after a list number. */
function isPeriod(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? '';
  const after = characters[at + 1] ?? '';
  return isHan(before) && after !== '.' && (after === '' || isHan(after) || /[”’」』）]/.test(after));
}

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
