import type { Steps } from '../../base/slices';
import { endsSentence } from '../../text/characters';
import type { Compendium } from './pieces';
import type { ChangeLog } from '../clean/changeLog';
import type { Line } from '../../library/document';
import { isSourceLine, isTagLine } from './metadata';
import { prefacePieces } from './preface';
import { singlePiece } from './singlePiece';
import { canBeTitleLine, isSalutation, namesGenre, pieceNumber, statedPieces } from './titles';

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
