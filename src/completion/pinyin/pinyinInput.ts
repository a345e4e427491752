import { hasHan, isHan } from '../../text/han';
import { lineEnd, lineMargin, lineStart } from '../markdownLine';
import { englishWords } from './englishWords';

/** More letters than these are no pinyin of anything that is offered. */
const longestInput = 60;
/** Fewest letters that are taken for pinyin. */
const shortestInput = 2;
/** So many letters are no beginning of an English word if they are one of a Chinese name. */
const longName = 6;

/**
 * The letters before `offset` if they can be the writer's pinyin: lower case, after Chinese or its punctuation, or at the
 * start of a line among Chinese ones, and no English word. Empty if not.
 */
export function pinyinInput(text: string, offset: number): string {
  const letters = lettersBefore(text, offset);
  if (letters.length < shortestInput || wordGoesOn(text, offset) || englishWords.has(letters)) return '';
  const before = text.slice(lineStart(text, offset), offset - letters.length);
  if (isChinese(before.charCodeAt(before.length - 1))) return letters;
  return lineMargin.exec(before)?.[0] === before && hasChineseNeighbour(text, offset) ? letters : '';
}

/**
 * The letters before `offset` if they can be a skeleton's initials or its name in pinyin, alone in an empty draft. Nobody
 * begins a text in another language with two consonants.
 */
export function pinyinOfEmptyDraft(text: string, offset: number): string {
  const letters = lettersBefore(text, offset);
  const isShort = letters.length >= shortestInput && !/[aeiouü]/.test(letters);
  const isMeant = (isShort || letters.length >= longName) && !englishWords.has(letters);
  return isMeant && text.trim() === letters ? letters : '';
}

const lettersBefore = (text: string, offset: number): string =>
  /(?<![A-Za-zü'])[a-zü][a-zü']*$/.exec(
    text.slice(Math.max(lineStart(text, offset), offset - longestInput), offset),
  )?.[0] ?? '';

const wordGoesOn = (text: string, offset: number): boolean => /^[a-z0-9_]/i.test(text.slice(offset, offset + 1));

/** Han characters and the punctuation that goes with them. */
const isChinese = (code: number): boolean =>
  isHan(code) ||
  (code >= 0x3001 && code <= 0x3011) ||
  (code >= 0xff01 && code <= 0xff1f) ||
  code === 0x201c ||
  code === 0x201d;

/** UTF-16 units before and after the letters that tell in which language a text is. */
const neighbourhood = 600;

/** Whether the text around a line has as many Han characters as words in letters, and one at least. */
function hasChineseNeighbour(text: string, offset: number): boolean {
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  const around = text.slice(Math.max(0, start - neighbourhood), start) + text.slice(end, end + neighbourhood);
  const count = (pattern: RegExp): number => around.match(pattern)?.length ?? 0;
  return hasHan(around) && count(/\p{Script=Han}/gu) >= count(/[a-z]+/gi);
}
