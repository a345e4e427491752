import type { Steps } from '../../base/slices';
import { endsOpen, endsSentence, goesOn } from '../../text/characters';
import { hasKnownLabel, isKeywords, labelOf, speakersOf } from './labels';
import { referenceLines } from './references';
import type { Layout } from './layout';
import { isFull, isLong, roleByWidth } from './layout';
import type { ChangeLog } from './changeLog';
import { attachmentList, isDateLine } from '../split/officialForm';
import type { Line, LineMark } from '../../library/document';
import { numberingOf } from '../../text/numbering';
import { textWidth } from '../../text/width';

const linesPerStep = 200;

/** A line that breaks off may be a heading up to this length. */
const longestHeading = 40;

/** Of a paragraph of several lines, its end is looked at: with every line the whole would be n². */
const keptEnd = 400;

/** Thanks and wishes that end a speech. */
const longestClosing = 12;

/** A text between two breaks that the writer meant. */
export interface Paragraph {
  readonly text: string;
  readonly mark?: LineMark | undefined;
}

/** Lines of one paragraph so far. */
interface Open {
  readonly parts: string[];
  /** The text of its line; of several, the end of it. */
  text: string;
  first: Line;
  last: Line;
  count: number;
}

/**
 * Joins lines that were broken by pages and columns, and no others. A line goes on with the next where it breaks off in
 * mid-sentence; where it ends a sentence, the line width, indents and blank lines decide.
 * @param layout of the file that the lines come from
 */
export function* joinLines(lines: readonly Line[], layout: Layout, changes: ChangeLog): Steps<Paragraph[]> {
  const speakers = speakersOf(lines.map(({ text }) => text));
  const references = referenceLines(lines);
  const paragraphs: Paragraph[] = [];
  let open: Open | undefined;
  const close = (): void => {
    if (open) paragraphs.push({ text: open.parts.join('') });
    open = undefined;
  };
  for (const [at, line] of lines.entries()) {
    if (at % linesPerStep === 0) yield;
    if (line.mark) {
      close();
      paragraphs.push({ text: line.text, mark: line.mark });
    } else if (
      open &&
      !references.opens.has(at) &&
      ((references.goesOn.has(at) && !beginsNumbered(line.text)) ||
        goesOnWith(open, lines.slice(at, at + 3), layout, speakers))
    ) {
      changes.mend('joined', `${open.text.slice(-12)}⏎${line.text.slice(0, 12)}`);
      const part = gap(open.text, line.text) + line.text;
      open.parts.push(part);
      open.text = (open.text + part).slice(-keptEnd);
      open.last = line;
      open.count++;
    } else {
      close();
      open = { parts: [line.text], text: line.text, first: line, last: line, count: 1 };
    }
  }
  close();
  return paragraphs;
}

/** Latin words were broken at a blank, Chinese anywhere. */
const gap = (before: string, after: string): string =>
  /[A-Za-z]$/.test(before) && /^[A-Za-z]{2}/.test(after) ? ' ' : '';

/** Whether the first of three lines goes on with an open paragraph. */
function goesOnWith(
  open: Open,
  [line, next, afterNext]: readonly (Line | undefined)[],
  layout: Layout,
  speakers: ReadonlySet<string>,
): boolean {
  if (!line) return false;
  // Nothing begins with these.
  if (/^[，。、；：！？）》”’」』,;!?)…]/.test(line.text)) return true;
  const indented = line.indent >= layout.margin + 2;
  if (isKeywords(open.text)) return goesOnKeywords(open, line, layout);
  const labelled = isLabelled(line.text, speakers);
  const numbered = beginsNumbered(line.text);
  if (goesOn(open.text) || open.last.goesOn) return !indented || !(labelled || numbered);
  if (indented) return isHanging(open, line, layout) && !labelled && !numbered;
  const full = isFull(open.last, line, open.count === 1, layout);
  const apart = line.blanks > 0 || line.page;
  const ended = (endsSentence(open.text) || isNote(open.text)) && !insideQuotes(open.text);
  if (labelled || (numbered && (ended || apart || looksLikeTitle(open)))) {
    return labelled && !ended && full && !apart && !looksLikeTitle(open);
  }
  if (ended && isAssignment(line, next) && line.blanks === 0) return true;
  const opens = opensByWidth(line, next, afterNext, layout);
  if (ended && apart) {
    const anywhere = !layout.lineWidth && layout.rareBlanks && layout.keepsIndents && !isClosing(line, next);
    return (full || isLong(open.last, layout) || anywhere) && isContinuation(line, next, opens, layout);
  }
  if (ended) return full && !standsAlone(line, next, layout) && opens !== true;
  if (numbered && !full && !isLong(open.last, layout)) return false;
  if (endsWithColon(open.text)) return full || (layout.indents && !looksLikeTitle(open));
  if (!looksLikeTitle(open)) return true;
  // One line without any mark: a heading, unless it fills the width and goes on right below, or on the next page.
  const hasMarks = /[，、,]/.test(open.text) && !numberingOf(open.text);
  const indentedText = open.first.indent >= layout.margin + 2 && layout.indents && !numberingOf(open.text);
  if (apart) {
    return (
      endsOpen(open.text) ||
      (hasMarks && layout.indents && layout.rareBlanks) ||
      (full && (indentedText || hasMarks || isContinuation(line, next, opens, layout)))
    );
  }
  // Where too few lines were broken to know a width, an indent tells where paragraphs begin.
  return full || (!layout.lineWidth && indentedText && hasMarks);
}

/** Keywords have no full stop: what follows is the text, unless the list breaks off or fills its line. */
const goesOnKeywords = (open: Open, line: Line, layout: Layout): boolean =>
  /[、,，;；]$/.test(open.text) ||
  (isFull(open.last, line, open.count === 1, layout) && line.blanks === 0 && !/[。！？，]|[.!?]$/.test(line.text));

/** Whether a line stands right below the text behind an indented number: the item goes on with it. */
function isHanging({ parts: [text = ''], first, text: whole }: Open, line: Line, { margin }: Layout): boolean {
  const list = attachmentList.exec(text)?.[0] ?? '';
  const mark = list + (numberingOf(text.slice(list.length))?.mark ?? '');
  if (mark === '' || first.indent < margin + 2 || line.blanks > 0 || endsSentence(whole)) return false;
  return Math.abs(line.indent - first.indent - 2 * textWidth(mark)) <= 1;
}

/** （联系人：…，电话：…）: a note by itself, which has no full stop. */
const isNote = (text: string): boolean => /^[（(][^（）()]*[）)]$/.test(text);

/** （市应急局牵头，各部门配合）: who is charged with what the sentence before says; it may be broken over two lines. */
const isAssignment = ({ text }: Line, next: Line | undefined): boolean =>
  /^[（(][^）)]{0,100}(?:[（(][^（）()]{1,10}[）)][^）)]{0,100}){0,9}(?:牵头|负责|配合|分工|落实|完成|长期坚持)/.test(
    text.slice(0, 150) + (next?.text ?? '').slice(0, 80),
  );

const isLabelled = (text: string, speakers: ReadonlySet<string>): boolean =>
  hasKnownLabel(text) || speakers.has(labelOf(text) ?? '');

/** One line that could stand alone: short, without the marks of running text. */
const looksLikeTitle = ({ text, count }: Open): boolean =>
  count === 1 &&
  text.length <= longestHeading &&
  (!/[。；;！!？?]./.test(text) || /[》”]$/.test(text)) &&
  !isRunning(text);

/**
 * A date by itself, or a short line without end above one or above an indented line: in running text the last line of a
 * paragraph has its full stop.
 */
const standsAlone = (line: Line, next: Line | undefined, layout: Layout): boolean =>
  isDateLine(line.text) ||
  (next !== undefined &&
    (next.indent >= layout.margin + 2 || hasKnownLabel(next.text) || isDateLine(next.text)) &&
    !endsSentence(line.text) &&
    !goesOn(line.text) &&
    line.text.length <= longestHeading);

/** Clauses of running text; a numbered heading may have some. */
const isRunning = (text: string): boolean =>
  (/[，,].*[，,]|(?:、.*){3}/.test(text) || (/[，,]/.test(text) && /[：:]/.test(text))) && !numberingOf(text);

const endsWithColon = (text: string): boolean => /[:：]$/.test(text);

const beginsNumbered = (text: string): boolean => {
  const numbering = numberingOf(text);
  return numbering !== undefined && numbering.level <= 4;
};

/**
 * Whether the first line of a page goes on with a paragraph that ended a sentence on the page before. Where paragraphs keep
 * their indent at the top of a page, one without goes on. Where they lose it, the first line of a paragraph is two
 * characters shorter than the line width, and a line that goes on is not.
 */
function isContinuation(line: Line, next: Line | undefined, opens: boolean | undefined, layout: Layout): boolean {
  const { lineWidth, indents, indentsAtTop, rareBlanks } = layout;
  if (!indents || standsAlone(line, next, layout)) return false;
  // Where only pages break lines, the rest of a paragraph ends as paragraphs do; a title, an attachment or a table does not.
  if (!lineWidth && !endsSentence(line.text) && !goesOn(line.text)) return false;
  if (opens !== undefined) return !opens;
  if (indentsAtTop || (!lineWidth && rareBlanks)) return true;
  if (!lineWidth || !next || next.blanks > 0 || endsSentence(line.text)) return false;
  const width = textWidth(line.text);
  return width >= lineWidth.least - 1.25 && width <= lineWidth.most + 2;
}

/** 谢谢大家！ and the like, alone at the end. */
const isClosing = ({ text }: Line, next: Line | undefined): boolean =>
  text.length <= longestClosing && (!next || /！$|!$/.test(text));

/**
 * Whether a line opens a paragraph, as far as its width says so. One that ends a sentence may be the last of its paragraph,
 * unless the next surely goes on.
 */
function opensByWidth(
  line: Line,
  next: Line | undefined,
  afterNext: Line | undefined,
  layout: Layout,
): boolean | undefined {
  const role = roleByWidth(line, next, layout);
  if (role === 'opens' && endsSentence(line.text) && (!next || roleByWidth(next, afterNext, layout) !== 'goesOn'))
    return undefined;
  return role && role === 'opens';
}

/** Whether a quotation was opened near the end and not closed. */
function insideQuotes(text: string): boolean {
  const near = text.slice(-200);
  return near.lastIndexOf('“') > near.lastIndexOf('”') || near.lastIndexOf('《') > near.lastIndexOf('》');
}
