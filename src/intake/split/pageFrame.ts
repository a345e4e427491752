import type { Line } from '../../library/document';
import { endsSentence } from '../../text/characters';
import type { ChangeLog } from '../clean/changeLog';
import { isButton } from './button';
import { isSourceLine } from './metadata';
import { canBeTitleLine } from './titles';

/** One such line may be anything; several are the frame of a page, which takes no more lines than so many, none longer. */
const fewest = 2;
const most = 24;
const longest = 14;
/** Longest name of a column. */
const longestColumn = 8;

/** The lines of a text that was copied from a page with its buttons, from the title on; what stands above is a frame. */
export function withoutPageFrame(lines: readonly Line[], changes: ChangeLog): readonly Line[] {
  const end = frameEnd(lines);
  for (const { text } of lines.slice(0, end)) changes.remove('footer', text);
  return lines.slice(end);
}

function frameEnd(lines: readonly Line[]): number {
  let [buttons, end] = [0, 0];
  for (const [at, { text }] of lines.slice(0, most).entries()) {
    if (isButton(text)) {
      buttons++;
      end = at + 1;
    } else if (text.length > longest || endsSentence(text) || isSourceLine(text)) break;
  }
  if (buttons < fewest || end >= lines.length) return 0;
  // Names of columns stand between the path and a title, above the source.
  for (let at = end; at < lines.length; at++) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line || !next) break;
    if (canBeTitleLine(line) && isSourceLine(next.text)) return at;
    if (line.text.length > longestColumn) break;
  }
  return end;
}
