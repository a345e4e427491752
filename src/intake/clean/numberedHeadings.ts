import { endsSentence, goesOn } from '../../text/characters';
import { numberingOf } from '../../text/numbering';
import { isUnmarked } from '../line';
import type { Paragraph } from './joinLines';

const longestNumbered = 50;
export const longestUnnumbered = 36;
/** Longest sentence that is a heading run into its paragraph: （一）加强领导。各级…. */
const longestRunIn: readonly number[] = [0, 44, 44, 24, 20];
/** Least text after a heading that was run in. */
const leastAfterRunIn: readonly number[] = [0, 10, 10, 30, 30];

/** A numbered line of its own that is no sentence, or a single sentence with running text below. */
export function isNumberedHeading({ text }: Paragraph, next: Paragraph | undefined): boolean {
  const numbering = numberingOf(text);
  if (
    !numbering ||
    isRequest(text.slice(numbering.mark.length)) ||
    text.length > longestNumbered ||
    (/[。；;！!？?]./.test(withoutPeriod(text)) && /[^”》）)]$/.test(withoutPeriod(text)))
  )
    return false;
  if (goesOn(text) || /[；;：:]$/.test(text)) return false;
  const after = next && isUnmarked(next) ? numberingOf(next.text) : undefined;
  const sibling = after?.level === numbering.level && after.mark !== numbering.mark;
  // A row of numbered sentences, or of numbered words of the lower levels, is a list.
  if (endsSentence(text))
    return /[。.]$/.test(text) && next !== undefined && !sibling && numbering.level <= 2 && isRunningText(next.text);
  return numbering.level <= 2 || (next !== undefined && isUnmarked(next) && !sibling);
}

/** （一）恳请市水利局…: an item of what somebody asks for, in a request or a letter. */
export const isRequest = (text: string): boolean => /^(?:恳请|商请|提请|敬请|拟请|请|建议|希望).*。$/.test(text);

export const withoutPeriod = (text: string): string => (text.endsWith('。') ? text.slice(0, -1).trimEnd() : text);

/** Marks of a paragraph rather than of a title. */
export const isRunningText = (text: string): boolean =>
  /[，。；,;]./.test(text) || (text.length > longestUnnumbered && endsSentence(text));

/** Characters of the heading that is the first sentence of `text`, with its full stop; 0 when that is no heading. */
export function runInLength(text: string, level: number, start: number): number {
  const end = text.indexOf('。');
  if (end < 0 || end > (longestRunIn[level] ?? 0) || text.length - end - 1 < (leastAfterRunIn[level] ?? 0)) return 0;
  const sentence = text.slice(start, end);
  if (sentence.length < 3 || /[；;：:？?！!]/.test(sentence)) return 0;
  // What must not be done, and by whom, is a provision and no heading.
  if (/的[，,]|^(?:本|凡|对于?[^，]{0,12}的|违反|未)|(?:应当|不得|可以由)/.test(sentence)) return 0;
  const commas = sentence.match(/[，,]/g)?.length ?? 0;
  if (commas > (level <= 2 ? 3 : 1)) return 0;
  return level <= 2 || text.length - end - 1 > 2 * sentence.length ? end + 1 : 0;
}
