import { hasHan } from '../text/han';
import { isProse } from './isProse';
import { lineStart } from './markdownLine';
import { pinyinInput, pinyinOfEmptyDraft } from './pinyin/pinyinInput';

/** Characters before the cursor among which Chinese must be. */
const nearby = 6;

/** Whether there may be anything to offer at a cursor: it is in prose behind Chinese, or behind letters that can be pinyin. */
export function mayOffer(text: string, offset: number): boolean {
  const before = text.slice(Math.max(lineStart(text, offset), offset - nearby), offset);
  const isTyped = /[\p{Script=Han}、A-Za-z0-9]$/u.test(before) && hasHan(before);
  const isSpelled = (): boolean => pinyinInput(text, offset) !== '' || pinyinOfEmptyDraft(text, offset) !== '';
  return (isTyped || isSpelled()) && isProse(text, offset);
}
