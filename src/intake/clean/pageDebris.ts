import type { Steps } from '../../base/slices';
import { endsSentence } from '../../text/characters';
import { barePageNumbers, isBroken } from './barePageNumbers';
import { hasRareBlanks } from './layout';
import type { ChangeLog } from './changeLog';
import type { Line } from '../../library/document';
import { isUnmarked } from '../line';
import { isSourceLine } from '../split/metadata';
import { longestTitleLine } from '../split/titles';

const linesPerStep = 500;

/** A page number as pages are numbered: - 3 -, — 3 —, 第3页, 第 3 页 共 12 页, 3 / 12, Page 3. */
const pageNumber =
  /^(?:[-—–－―~·•]{1,2}\s*\d{1,4}\s*[-—–－―~·•]{1,2}|[-—–－]\s*\d{1,4}|第\s*\d{1,4}\s*页(?:[\s,，/]{0,9}共\s*\d{1,4}\s*页)?|(?:\d{1,4}\s*[/／]\s*\d{1,4})|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?|[〔【[]\s*\d{1,4}\s*[〕】\]])$/i;

/** A row of marks that draws a line. `***` may stand for a name, so stars are only taken when there are many. */
const separator = /^(?:(?:[-—–=＝_~～·•.．─━═] ?){3,}|[*＊]{5,}|[◆◇■□●○★☆※]{2,})$/;

const longestRunningHead = 30;

/** Takes out page numbers, running heads and drawn lines. What stood on both sides of a page break is left next to each other. */
export function* removePageDebris(lines: readonly Line[], changes: ChangeLog): Steps<Line[]> {
  const numbers = barePageNumbers(lines);
  yield;
  const heads = yield* runningHeads(lines, numbers);
  const kept: Line[] = [];
  let page = false;
  let blanks = 0;
  for (const [at, line] of lines.entries()) {
    if (at % linesPerStep === 0) yield;
    const kind = !isUnmarked(line)
      ? undefined
      : pageNumber.test(line.text) || numbers.has(at)
        ? 'pageNumber'
        : heads.has(line.text)
          ? 'runningHead'
          : separator.test(line.text)
            ? 'separator'
            : undefined;
    if (kind) {
      changes.remove(kind, line.text, kept.at(-1)?.text);
      page ||= kind !== 'separator';
      blanks += line.blanks;
    } else {
      kept.push({ ...line, blanks: Math.max(line.blanks, page ? 1 : 0, Math.min(blanks, 1)), page: line.page || page });
      [page, blanks] = [false, 0];
    }
  }
  return kept;
}

/**
 * Short lines that come back where one page ends and the next begins: beside a page number or form feed, or between blank
 * lines in the middle of a sentence. A refrain (谢谢大家！) and a heading come back, too, but stand between whole paragraphs;
 * and so does everything in a text that is there twice, but always after the same line.
 */
function* runningHeads(lines: readonly Line[], numbers: ReadonlySet<number>): Steps<ReadonlySet<string>> {
  const rareBlanks = hasRareBlanks(lines);
  const places = new Map<string, { all: number; after: Set<string> }>();
  const isNumber = (at: number): boolean => numbers.has(at) || pageNumber.test(lines[at]?.text ?? '');
  for (const [at, line] of lines.entries()) {
    if (at % linesPerStep === 0) yield;
    const { text } = line;
    if (!isUnmarked(line) || text.length > longestRunningHead || isSourceLine(text)) continue;
    if (endsSentence(text) || /[:：，、；;,]$/.test(text) || /[，。；]/.test(text)) continue;
    const place = places.get(text) ?? { all: 0, after: new Set() };
    places.set(text, place);
    place.all++;
    const [before, after] = [lines[at - 1], lines[at + 1]];
    const apart = line.blanks > 0 || (after?.blanks ?? 0) > 0;
    const alone = rareBlanks && line.blanks > 0 && (after?.blanks ?? 0) > 0;
    const inSentence = before !== undefined && isBroken(before.text) && after?.indent === 0 && apart;
    if (
      line.page ||
      (at === 0 && isAboveTitle(after)) ||
      after?.page === true ||
      isNumber(at - 1) ||
      isNumber(at + 1) ||
      inSentence ||
      alone
    ) {
      place.after.add(textBefore(lines, at, numbers));
    }
  }
  const isHead = ({ all, after }: { all: number; after: ReadonlySet<string> }): boolean =>
    after.size >= 2 && after.size * 4 >= all;
  return new Set([...places].filter(([, place]) => isHead(place)).map(([text]) => text));
}

/** Whether the line below the first of a file may be its title: then that is none. */
const isAboveTitle = (after: Line | undefined): boolean =>
  after !== undefined && after.text.length <= longestTitleLine && !/[，。；：,;:]/.test(after.text);

/** The line of text above a place, page numbers passed over. */
function textBefore(lines: readonly Line[], at: number, numbers: ReadonlySet<number>): string {
  for (let before = at - 1; before >= 0; before--) {
    const text = lines[before]?.text ?? '';
    if (!numbers.has(before) && !pageNumber.test(text)) return text;
  }
  return '';
}
