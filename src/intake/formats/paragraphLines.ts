import type { Line, LineMark } from '../../library/document';
import { visible } from '../line';

/** Lines are cut at this length, so that every later step stays short. */
const longestLine = 20_000;

/** Lines of a paragraph of a word processor: one, or one for each break within (LF). */
export function paragraphLines(text: string, mark: LineMark): Line[] {
  return text
    .split('\n')
    .map((line) => visible(line).trim())
    .filter(Boolean)
    .flatMap((line) =>
      Array.from({ length: Math.ceil(line.length / longestLine) }, (_, at): Line => ({
        text: line.slice(at * longestLine, (at + 1) * longestLine),
        indent: 0,
        blanks: 0,
        page: false,
        mark,
      })),
    );
}

/** The tab before a page number, whose dots are a property of the tab, as dots. */
export const withLeader = (text: string): string =>
  text.replace(/\t+(?=\s{0,3}(?:\d{1,4}|[ivxlc]{1,7})\s{0,3}$)/i, '……');
