import { lineMargin } from '../lineMargin';
import { lineStart } from '../lineStart';

/** What a clause opens: an item of a list, what follows a colon, a sentence, or no more than itself. */
export type Opening = 'item' | 'explanation' | 'sentence' | 'clause';

/** What begins at `offset`, where no word runs across it. */
export function openingAt(text: string, offset: number): Opening {
  const before = text.slice(Math.max(lineStart(text, offset), offset - 80), offset);
  if (/^\s*(?:[-*+]|\d{1,3}[.)、．])\s*$/.test(before)) return 'item';
  const last = before
    .trimEnd()
    .replace(/[“‘（《]+$/, '')
    .at(-1);
  if (last === undefined || (lineMargin.exec(before)?.[0] ?? '') === before) return 'sentence';
  if (last === '：' || last === ':') return 'explanation';
  return '。！？!?；;”'.includes(last) ? 'sentence' : 'clause';
}
