import type { Line, LineMark } from '../../library/document';
import { piecesOf, visible } from '../line';

/** Lines of a paragraph of a word processor: one, or one for each break within (LF). */
export function paragraphLines(text: string, mark: LineMark): Line[] {
  return text
    .split('\n')
    .map((line) => visible(line).trim())
    .filter(Boolean)
    .flatMap((line) => piecesOf(line).map((piece): Line => ({ text: piece, indent: 0, blanks: 0, page: false, mark })));
}

/** An entry of a table of contents is no longer, and no sentence. */
const longestEntry = 60;

/**
 * The tab before a page number, whose dots are a property of the tab, as dots.
 * @param isContents whether the document calls it an entry of a table of contents, which may have no page
 */
export function withLeader(text: string, isContents = false): string {
  const led = text.replace(
    /(?<!\t)\t+(?=\s{0,3}(?:[-—–(（]\s?\d{1,4}\s?[-—–)）]|第\s?\d{1,4}\s?页|\d{1,4}|[ivxlc]{1,7})\s{0,3}$)/i,
    '……',
  );
  const isEntry =
    isContents && led === text && text.length <= longestEntry && !/[。；…]|^目\s*[录次]$/.test(text.trim());
  return isEntry ? `${text}………` : led;
}
