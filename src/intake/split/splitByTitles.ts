import type { Steps } from '../../base/slices';
import { endsSentence } from '../../text/characters';
import type { Compendium, Piece } from './pieces';
import type { ChangeLog } from '../clean/changeLog';
import type { Line } from '../../library/document';
import { isOccasion, isSourceLine, isTagLine } from './metadata';
import { isDocumentNumber, isRecipients, readHead } from './officialForm';
import { withoutPageFrame } from './pageFrame';
import { prefacePieces } from './preface';
import { textWidth } from '../../text/width';
import { canBeTitleLine, longestTitleLine, namesGenre, pieceNumber, statedPieces } from './titles';

/** The title of an article, and its lines. */
interface Start {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** An article has at least so many characters; less is a list of titles. */
const leastArticle = 60;

/**
 * Splits a file without table of contents where several articles show themselves: numbered pieces (篇一, 第二篇), titles
 * with a source or tags right below, or titles of documents after an end. Anything else is a single article.
 */
export function* splitByTitles(lines: readonly Line[], changes: ChangeLog): Steps<Compendium> {
  let starts: readonly Start[] | undefined;
  for (const find of [numberedStarts, sourcedStarts, titledStarts]) {
    const found = find(lines);
    yield;
    if (found.length < 2 || !areArticles(lines, found)) continue;
    starts = found;
    break;
  }
  const stated = statedPieces(lines.slice(0, 1));
  const none = { contents: undefined, missing: [] };
  if (!starts) return { pieces: [singlePiece(lines, changes)], stated: undefined, ...none };
  const first = starts[0]?.start ?? 0;
  const preface = prefacePieces(lines.slice(0, first), changes);
  const pieces = starts.map(({ title, start, end }, index) => {
    for (const { text } of lines.slice(start, end)) changes.remove('title', text);
    return { title, category: '', lines: lines.slice(end, starts[index + 1]?.start ?? lines.length) };
  });
  return { pieces: [...preface, ...pieces], stated, ...none };
}

function areArticles(lines: readonly Line[], starts: readonly Start[]): boolean {
  const whole = starts.filter(({ end }, index) => {
    const body = lines.slice(end, starts[index + 1]?.start ?? lines.length);
    return body.reduce((sum, { text }) => sum + text.length, 0) >= leastArticle;
  });
  return whole.length >= 2 && whole.length * 2 > starts.length;
}

/** The title of a single article is its first line if that has the shape of one, or the first few that a title was broken over. */
function singlePiece(file: readonly Line[], changes: ChangeLog): Piece {
  const { issuing, rest: lines } = readHead(withoutPageFrame(file, changes), changes);
  const length = titleLength(lines);
  const taken = lines.slice(0, length);
  for (const { text } of taken) changes.remove('title', text);
  const rest = lines.slice(length);
  const [first, ...others] = rest;
  // No width may be known where so few lines were broken.
  const body = first && length === 0 && opensParagraph(rest) ? [{ ...first, goesOn: true }, ...others] : rest;
  return { title: taken.map(({ text }) => text).join(''), category: '', lines: body, issuing };
}

/** Lines that a file's title takes; 0 when it begins with its text. */
function titleLength(lines: readonly Line[]): number {
  const [first, second, third] = lines;
  if (!first || !second) return 0;
  if (first.mark?.kind === 'heading') return first.mark.level === 1 ? 1 : 0;
  if (!canBeTitleLine(first) || opensParagraph(lines)) return 0;
  const organs = organLines(lines);
  if (organs > 0) return organs;
  const broken =
    third !== undefined &&
    second.blanks === 0 &&
    canBeTitleLine(second) &&
    !isSourceLine(second.text) &&
    !isOccasion(second.text);
  if (broken && (isSourceLine(third.text) || isTagLine(third.text, first.text + second.text, false))) return 2;
  if (broken && third.blanks > 0 && !namesGenre(first.text) && namesGenre(first.text + second.text)) return 2;
  return looksApart(first, second) ? 1 : 0;
}

/** Most lines of a title that begins with who issues the document. */
const longestTitle = 5;

/** 青阳县人民政府⏎关于…的通知: lines of a title that name who issues the document, and what it is about; 0 for none. */
function organLines(lines: readonly Line[]): number {
  const about = lines
    .slice(0, longestTitle)
    .findIndex(({ text }, at) => (at === 0 ? /关于|印发|转发/ : /^(?:关于|印发|转发)/).test(text));
  if (about < 0) return 0;
  for (let end = about; end < Math.min(lines.length, longestTitle); end++) {
    const line = lines[end];
    if (!line || (end > about && !canBeTitleLine({ ...line, text: line.text.replace(/[的和与及、]$/, '') }))) return 0;
    if (line.text.length > longestTitleLine) return 0;
    // Lines of a title that stand apart need the number of the document, or whom it goes to, below them.
    const next = lines[end + 1];
    const apart = lines.slice(1, end + 1).some(({ blanks }) => blanks > 0);
    if (namesGenre(line.text.replace(/\s/g, ''))) return !apart || (next && opensDocument(next)) ? end + 1 : 0;
    if (end > 0 && line.blanks !== (lines[1]?.blanks ?? 0)) return 0;
  }
  return 0;
}

const opensDocument = ({ text }: Line): boolean => isDocumentNumber(text) || isRecipients(text);

/** Lines below the first that tell how wide the text was set. */
const measuredLines = 12;
/** Nothing is set narrower, and a line is full when at most so much of the width is free; in Han characters. */
const narrowest = 12;
const slack = 2.5;

/**
 * Whether a file begins with a paragraph that was broken over lines, not with a title: the first line is as wide as the text
 * was set and goes on below. That it does, its indent tells, or marks in it or below and another line that was broken at this width.
 */
function opensParagraph([first, ...below]: readonly Line[]): boolean {
  const [second, third] = below;
  if (!first || !second || first.mark || second.mark || second.indent > first.indent) return false;
  if (/。./.test(first.text) || /^[，。、；：！？）》”]/.test(second.text)) return true;
  if (second.blanks > 0 && second.blanks !== third?.blanks) return false;
  const width = (line: Line): number => textWidth(line.text) + line.indent / 2;
  const measured = below.slice(0, measuredLines);
  const full = Math.max(narrowest, Math.max(...measured.map(width)) - slack);
  if (width(first) < full) return false;
  const isBroken = (line: Line): boolean => !endsSentence(line.text) && width(line) >= full && !line.mark;
  if (second.indent < first.indent && isBroken(second)) return true;
  const told = second.indent < first.indent ? second.blanks === 0 : measured.slice(0, -1).some(isBroken);
  const isRunning = ({ text }: Line): boolean => /[，；、]|。./.test(text);
  const goesOnBelow = !namesGenre(first.text) && second.blanks === 0 && isBroken(second) && isRunning(second);
  return told && (isRunning(first) || goesOnBelow) && !isSourceLine(second.text);
}

/** A title stands apart from what follows: by a blank line, an indent, its genre, or by what is said below it. */
const looksApart = (title: Line, next: Line): boolean =>
  next.blanks > 0 ||
  next.indent !== title.indent ||
  next.mark !== undefined ||
  namesGenre(title.text) ||
  isSourceLine(next.text) ||
  isOccasion(next.text) ||
  isDocumentNumber(next.text) ||
  isTagLine(next.text, title.text, false) ||
  next.text.length > longestTitleLine;

/** 第一篇, 第二篇, … in order from 1. */
function numberedStarts(lines: readonly Line[]): readonly Start[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    const piece = pieceNumber(line.text);
    if (piece?.number !== starts.length + 1) continue;
    const below = lines[at + 1];
    const titled = !piece.rest && below && canBeTitleLine(below);
    const base = lines[0]?.text.replace(/[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s*篇.*$/, '') ?? '';
    const title = piece.rest || (titled ? below.text : `${at > 0 ? base : ''}${piece.number}`);
    starts.push({ title, start: at, end: at + (titled ? 2 : 1) });
  }
  return starts;
}

/** Titles with a source line, or tags made of their words, right below. A title may be broken over two lines. */
function sourcedStarts(lines: readonly Line[]): readonly Start[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (!above || !canBeTitleLine(above) || line.mark || isSourceLine(above.text)) continue;
    const sourced = isSourceLine(line.text) && isEnd(lines[at - 2], above);
    const previous = lines[at - 2];
    const broken =
      isSourceLine(line.text) &&
      above.blanks === 0 &&
      previous !== undefined &&
      canBeTitleLine(previous) &&
      isEnd(lines[at - 3], previous);
    if (broken) starts.push({ title: previous.text + above.text, start: at - 2, end: at });
    else if (sourced || (isTagLine(line.text, above.text, false) && isEnd(previous, above)))
      starts.push({ title: above.text, start: at - 1, end: at });
  }
  return starts;
}

/** Titles of documents where the text above has come to its end, and a paragraph or a salutation follows. */
function titledStarts(lines: readonly Line[]): readonly Start[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const marked = line.mark?.kind === 'heading' && line.mark.level === 1;
    if (!next || !canBeTitleLine(line) || !namesGenre(line.text)) continue;
    const apart = line.blanks > 0 || line.page || at === 0;
    if (
      !marked &&
      !(
        apart &&
        isEnd(lines[at - 1], line) &&
        (next.blanks > 0 || next.indent > line.indent || isSalutation(next.text))
      )
    )
      continue;
    if (starts.length > 0 && !marked && !isClosing(lines[at - 1]) && !isSalutation(next.text) && !line.page) continue;
    starts.push({ title: line.text, start: at, end: at + 1 });
  }
  // The first must open the file, or stand below no more than the collection's own title.
  return (starts[0]?.start ?? 0) <= 2 ? starts : [];
}

/** Whether the text above a title is complete. */
const isEnd = (above: Line | undefined, title: Line): boolean =>
  above === undefined || endsSentence(above.text) || title.blanks > 0 || title.page;

/** How a speech or a document ends: thanks, a signature's date, or an end mark. */
const isClosing = (line: Line | undefined): boolean =>
  line !== undefined &&
  (/(?:谢谢|祝|再见|致以|此致|敬礼|特此)[^。]{0,20}[。！!]?$/.test(line.text) ||
    /^[（(]?[\dX×〇○一二三四五六七八九]{2,4}年.{0,10}日[）)]?$/.test(line.text) ||
    /^[（(]?(?:完|全文完|本文完)[）)]?$/.test(line.text));

const isSalutation = (text: string): boolean =>
  /^(?:尊敬的|各位|同志们|女士们|朋友们|老师们|同学们|亲爱的).{0,40}[:：]/.test(text);
