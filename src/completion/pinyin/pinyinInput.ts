import { isHan } from '../../text/han';
import { englishWords } from './englishWords';
import { lineMargin, lineStart } from '../markdownLine';

/** UTF-16 units before the letters in which Chinese is looked for. */
const neighbourhood = 600;
/** More letters than these are no pinyin of anything that is offered. */
const longestInput = 60;
/** Fewest letters that are taken for pinyin. */
const shortestInput = 2;

/**
 * The letters before `offset` if they can be the writer's pinyin: lower case, after Chinese or its punctuation, or at the
 * start of a line in a text that is not in another language, and no English word. Empty if not.
 */
export function pinyinInput(text: string, offset: number): string {
  const letters = lettersBefore(text, offset);
  return letters.length < shortestInput || wordGoesOn(text, offset) || englishWords.has(letters) ? '' : letters;
}

/** Whether the lines up to `offset` are in another language. In a first line nothing can be told yet. */
export const isForeign = (text: string, offset: number): boolean =>
  hasLettersAlone(text, offset) && hasLettersAlone(text, lineStart(text, offset));

const wordGoesOn = (text: string, offset: number): boolean => /^[a-z0-9_]/i.test(text.slice(offset, offset + 1));

/** As `pinyinInput`, however few the letters are and whatever follows them. */
function lettersBefore(text: string, offset: number): string {
  const before = text.slice(lineStart(text, offset), offset);
  const letters = /[a-zü][a-zü']*$/.exec(before.slice(-longestInput))?.[0] ?? '';
  if (letters === '') return '';
  const preceding = before.slice(0, -letters.length);
  if (isChinese(preceding.charCodeAt(preceding.length - 1))) return letters;
  const first = lineMargin.exec(preceding)?.[0] === preceding;
  return first && !hasLettersAlone(text, offset - letters.length) ? letters : '';
}

/** Han characters and the punctuation that goes with them. */
const isChinese = (code: number): boolean =>
  isHan(code) ||
  (code >= 0x3001 && code <= 0x3011) ||
  (code >= 0xff01 && code <= 0xff1f) ||
  code === 0x201c ||
  code === 0x201d;

/** Whether the text before `offset` has letters but no Chinese. */
function hasLettersAlone(text: string, offset: number): boolean {
  const near = text.slice(Math.max(0, offset - neighbourhood), offset);
  return /[a-z]/i.test(near) && !/\p{Script=Han}/u.test(near);
}
