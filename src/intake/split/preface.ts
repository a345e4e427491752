import type { Line } from '../../library/document';
import type { ChangeLog } from '../clean/changeLog';
import type { Piece } from './pieces';
import { canBeTitleLine } from './titles';

/** Longest title page of a collection, in characters: its name, who made it, when. */
const longestTitlePage = 120;
/** A line that is longer, or that ends a sentence, is text. */
const longestTitlePageLine = 40;

/** What stands before the first article of a collection: a title page goes, a text becomes an article of its own. */
export function prefacePieces(lines: readonly Line[], changes: ChangeLog): readonly Piece[] {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const isText = ({ text }: Line): boolean => text.length > longestTitlePageLine || /[。！？；]/.test(text);
  if (length <= longestTitlePage && !lines.some(isText)) {
    for (const { text } of lines) changes.remove('compendiumTitle', text);
    return [];
  }
  const [first, ...rest] = lines;
  const titled = first !== undefined && canBeTitleLine(first) && rest.length > 0;
  if (titled) changes.remove('title', first.text);
  return [{ title: titled ? first.text : '', category: '', lines: titled ? rest : lines }];
}
