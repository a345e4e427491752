import { numberingOf } from '../../text/numbering';
import { textWidth } from '../../text/width';
import type { ChangeLog } from '../clean/changeLog';
import type { Line } from '../../library/document';
import { isByline } from './byline';
import { isOccasion, isSourceLine, isTagLine } from './metadata';
import { isDocumentNumber, isRecipients, readHead } from './officialForm';
import { opensParagraph } from './opensParagraph';
import { withoutPageFrame } from './pageFrame';
import type { Piece } from './pieces';
import {
  canBeTitleLine,
  isSalutation,
  isStage,
  isSubtitle,
  longestTitleLine,
  namesGenre,
  quotedSourceOf,
} from './titles';

/** The title of a single article is its first line if that has the shape of one, or the first few that a title was broken over. */
export function singlePiece(file: readonly Line[], changes: ChangeLog): Piece {
  const head = readHead(withoutPageFrame(file, changes), changes);
  const lines = titleFirst(head.rest);
  const length = titleLength(lines);
  const taken = lines.slice(0, length);
  for (const { text } of taken) changes.remove('title', text);
  const rest = lines.slice(length);
  const [first, ...others] = rest;
  // No width may be known where so few lines were broken.
  const body = first && length === 0 && opensParagraph(rest) ? [{ ...first, goesOn: true }, ...others] : rest;
  return { title: taken.map(({ text }) => text).join(''), category: '', lines: body, issuing: head.issuing };
}

/** Most lines with source and date above a title. */
const mostAbove = 3;

/** Lines with the title above its source and date, where it stands below them. */
function titleFirst(lines: readonly Line[]): readonly Line[] {
  const isField = ({ text }: Line): boolean => isSourceLine(text) || quotedSourceOf(text) !== undefined;
  const at = lines.findIndex((line) => !isField(line));
  const title = lines[at];
  if (at < 1 || at > mostAbove || !title || !canBeTitleLine(title) || titleLength(lines.slice(at)) !== 1) return lines;
  return [title, ...lines.slice(0, at), ...lines.slice(at + 1)];
}

/** Lines that a file's title takes; 0 when it begins with its text. */
function titleLength(lines: readonly Line[]): number {
  const length = mainTitleLength(lines);
  return length > 0 && isStage(lines[length]?.text ?? '') ? length + 1 : length;
}

function mainTitleLength(lines: readonly Line[]): number {
  const [first, second, third] = lines;
  if (!first || !second) return 0;
  if (first.mark?.kind === 'heading') return first.mark.level === 1 ? 1 : 0;
  if (isNameless(first, second, third)) return 1;
  if (!canBeTitleLine(first) || opensParagraph(lines)) return 0;
  const organs = organLines(lines);
  if (organs > 0) return organs;
  const broken =
    third !== undefined &&
    second.blanks === 0 &&
    canBeTitleLine(second) &&
    !isSourceLine(second.text) &&
    !isOccasion(second.text) &&
    !isByline(second.text);
  if (broken && (isSourceLine(third.text) || isTagLine(third.text, first.text + second.text, false))) return 2;
  const apart = broken && (third.blanks > 0 || saysWho(third.text));
  if (apart && !namesGenre(first.text) && namesGenre(first.text + second.text)) return 2;
  return looksApart(first, second, third) ? 1 : 0;
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
    if (!line || (end > about && !isPartOfTitle(line))) return 0;
    if (line.text.length > longestTitleLine) return 0;
    // Lines of a title that stand apart need the number of the document, or whom it goes to, below them.
    const next = lines[end + 1];
    const apart = lines.slice(1, end + 1).some(({ blanks }) => blanks > 0);
    if (namesGenre(line.text.replace(/\s/g, ''))) return !apart || (next && opensDocument(next)) ? end + 1 : 0;
    if (end > 0 && line.blanks !== (lines[1]?.blanks ?? 0)) return 0;
  }
  return 0;
}

/** Whether a line is a further line of a title; the last may be no more than 通知. */
const isPartOfTitle = (line: Line): boolean =>
  canBeTitleLine({ ...line, text: line.text.replace(/[的和与及、]$/, '') }) ||
  /^(?:通\s*[知报告]|意\s*见|决\s*定|报\s*告|请\s*示|批\s*复|公\s*告|复?函)$/.test(line.text);

const opensDocument = ({ text }: Line): boolean => isDocumentNumber(text) || isRecipients(text);

/** Whether a line says who speaks or wrote, to whom, or where a text is from; all stand below titles. */
const saysWho = (text: string): boolean =>
  isSalutation(text) || isSubtitle(text) || isOccasion(text) || quotedSourceOf(text) !== undefined || isByline(text);

/** A title stands apart from what follows: by a blank line, an indent, its genre, or by what is said below it. */
const looksApart = (title: Line, next: Line, afterNext: Line | undefined): boolean =>
  next.blanks > 0 ||
  next.indent !== title.indent ||
  next.mark !== undefined ||
  namesGenre(title.text) ||
  isSourceLine(next.text) ||
  (isByline(next.text) ? afterNext !== undefined : saysWho(next.text)) ||
  isStage(next.text) ||
  isDocumentNumber(next.text) ||
  isTagLine(next.text, title.text, false) ||
  isFirstNumber(next.text) ||
  isShorter(title, next) ||
  next.text.length > longestTitleLine;

/** 一、, 1., 第一条: what begins below a title, and nowhere in the middle of a sentence. */
const isFirstNumber = (text: string): boolean =>
  /^(?:[（(]?一|1[.．、]|第一)/.test(text) && numberingOf(text) !== undefined;

/** A title is at most as wide as this part of the running text below it: a line that was broken there would be as wide. */
const narrower = 0.75;
/** With a comma in it, a title is at most half as wide. */
const muchNarrower = 0.5;
/** Where a dispatch begins, and who is spoken to. */
const opening = /^(?:各位|尊敬的|亲爱的|同志们|大家|你好|您好|本[报网]|新华社|据)|[电讯]$/;

/** Whether a first line of one clause or two is so much shorter than the text below that nothing broke it. */
function isShorter(first: Line, next: Line): boolean {
  if (/[，。；：,;:]/.test(next.text.slice(0, 1)) || !/[，。；！？：].|[。！？]$/.test(next.text)) return false;
  if (opening.test(first.text) || /[：:；;]/.test(first.text)) return false;
  const most = /[，、,]/.test(first.text) ? muchNarrower : narrower;
  return textWidth(first.text) + first.indent / 2 <= (textWidth(next.text) + next.indent / 2) * most;
}

/** Names of parts that are no titles of the whole. */
const partName = /^(?:前言|引言|序言?|自序|摘要|目录|正文|附件?|附录|背景|概述|导语|编者按|按语|说明|同志|注)$/;
/** Longest title that ends like a sentence. */
const longestExclaimed = 30;

/** Titles without the shape of one: 背影, and those that ask or exclaim; a blank line, the source or who wrote it sets them apart. */
function isNameless(first: Line, next: Line, afterNext: Line | undefined): boolean {
  const { text } = first;
  const word = text.replace(/\s/g, '');
  const isWord = /^\p{Script=Han}{1,3}$/u.test(word) && !partName.test(word) && !isByline(text);
  const isExclaimed = /^[^。；：:]{5,}[！？!?]$/.test(text) && text.length <= longestExclaimed && !opening.test(text);
  if (!isWord && !isExclaimed) return false;
  if (isSourceLine(next.text) || saysWho(next.text)) return true;
  const below = isByline(next.text) ? afterNext : next;
  return (
    below !== undefined && (next.blanks > 0 || next.indent > first.indent) && isShorter({ ...first, text: word }, below)
  );
}
