import type { Steps } from '../base/slices';
import type { Block, FrontMatter, Line, Removal, SourceText } from '../library/document';
import { countCharacters, skeletonOf } from '../text/characters';
import { cleanArticle, isComplete, settledArticle } from './clean/cleanArticle';
import { categoryOf } from './split/articleCategory';
import type { Compendium, Piece } from './split/pieces';
import { isSubtitle } from './split/titles';
import { splitCompendium } from './split/splitCompendium';
import type { Layout } from './clean/layout';
import { measureLayout } from './clean/layout';
import type { Mending } from './clean/changeLog';
import { ChangeLog } from './clean/changeLog';
import { readMetadata } from './split/metadata';
import { readBody } from './split/officialForm';
import { removeNoise } from './clean/noise';
import { removePageDebris } from './clean/pageDebris';
import { widenPunctuation } from '../text/punctuation';

/** A clean article, not yet written. */
export interface Draft {
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
  /** Characters of the text that are not white space. */
  readonly characters: number;
  /** False when the text breaks off. */
  readonly complete: boolean;
}

/** What one file gave. */
export interface Intake {
  readonly drafts: readonly Draft[];
  /** Categories that its table of contents names, in order. */
  readonly categories: readonly string[];
  /** How many articles the file says that it holds; as many as were found where it does not say. */
  readonly promised: number;
  /** Promised titles that are not there. */
  readonly missing: readonly { readonly title: string; readonly category: string }[];
  readonly removed: readonly Removal[];
  readonly mended: readonly Mending[];
  readonly tally: Tally;
}

/** Letters, digits and Han characters on both sides: what was read is in the articles or in the list of what was removed. */
export interface Tally {
  readonly read: number;
  readonly inArticles: number;
  readonly removed: number;
}

/** Turns a file into clean articles, and says what it did. */
export function* importText(source: SourceText): Steps<Intake> {
  const intake = yield* articlesOf(source);
  const blocks = intake.drafts.flatMap((draft) => draft.blocks);
  const tally = {
    read: (yield* sumOf(source.lines)) + (yield* sumOf(source.removed ?? [])),
    inArticles: yield* sumOf(blocks),
    removed: yield* sumOf(intake.removed),
  };
  return { ...intake, tally };
}

const textsPerStep = 500;

function* sumOf(texts: readonly { readonly text: string }[]): Steps<number> {
  let sum = 0;
  for (const [at, { text }] of texts.entries()) {
    if (at % textsPerStep === 0) yield;
    sum += countCharacters(text);
  }
  return sum;
}

function* articlesOf(source: SourceText): Steps<Omit<Intake, 'tally'>> {
  const changes = new ChangeLog(source.removed);
  const { lines, name, front = {} } = source;
  if (source.settled) return settledIntake(yield* settledArticle(lines, changes), name, front, changes);
  const quiet = yield* removeNoise(lines, changes);
  const whole = yield* removePageDebris(quiet, changes);
  const layout = measureLayout(whole);
  yield;
  const compendium =
    front.title === undefined ? yield* splitCompendium(whole, changes) : singleArticle(whole, front.title, changes);
  const drafts: Draft[] = [];
  const empty: { title: string; category: string }[] = [];
  const { pieces } = compendium;
  for (const piece of pieces) {
    const known = pieces.length === 1 ? { name, front } : { name: `${name} ${drafts.length + 1}`, front: {} };
    const draft = yield* draftOf(piece, known, layout, changes);
    if (draft.blocks.length > 0) drafts.push(draft);
    // A title without a text is a promise only.
    else if (piece.title) empty.push({ title: draft.front.title, category: draft.front.category });
  }
  const { contents, stated, missing } = compendium;
  return {
    drafts,
    categories: contents?.categories ?? [],
    promised: contents?.entries.length ?? stated ?? drafts.length,
    missing: [...missing, ...empty],
    removed: changes.removed,
    mended: changes.mended,
  };
}

/** An article that has the library's form already. */
function settledIntake(
  blocks: readonly Block[],
  name: string,
  front: Partial<FrontMatter>,
  changes: ChangeLog,
): Omit<Intake, 'tally'> {
  const drafts =
    blocks.length > 0
      ? [draftFrom(blocks, { title: name, category: '', tags: [], source: '', date: '', ...front })]
      : [];
  const { removed, mended } = changes;
  return { drafts, categories: [], promised: drafts.length, missing: [], removed, mended };
}

const draftFrom = (blocks: readonly Block[], front: FrontMatter): Draft => ({
  front,
  blocks,
  characters: blocks.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0),
  complete: isComplete(blocks),
});

/** A file that says its title is one article; a first line that repeats the title is no part of its text. */
function singleArticle(lines: readonly Line[], title: string, changes: ChangeLog): Compendium {
  const repeated = lines[0] !== undefined && skeletonOf(lines[0].text) === skeletonOf(title) && lines.length > 1;
  if (repeated) changes.remove('title', lines[0]?.text ?? '');
  const piece = { title: '', category: '', lines: repeated ? lines.slice(1) : lines };
  return { pieces: [piece], contents: undefined, stated: undefined, missing: [] };
}

function* draftOf(
  piece: Piece,
  { name, front }: { name: string; front: Partial<FrontMatter> },
  layout: Layout,
  changes: ChangeLog,
): Steps<Draft> {
  const repeating = piece.title ? subtitleLines(piece.lines) : linesThatRepeat(name, piece.lines);
  for (const { text } of piece.lines.slice(0, repeating)) changes.remove('title', text);
  const found = titleOf(piece.title + (piece.title && repeating ? (piece.lines[0]?.text ?? '') : ''));
  const { metadata, rest } = readMetadata(piece.lines.slice(repeating), found, changes);
  const form = { ...readBody(rest), ...piece.issuing };
  const blocks = yield* cleanArticle(rest, layout, changes);
  const title = front.title ?? (found || titleOf(name));
  const source = front.source ?? (metadata.source || (form.source ?? ''));
  const number = metadata.number ?? form.number;
  const clues = { blocks, source, number, recipients: form.recipients };
  const tags = front.tags?.length ? front.tags : metadata.tags;
  return draftFrom(blocks, {
    title,
    category: front.category ?? (piece.category || categoryOf(title, clues)),
    tags,
    source,
    date: front.date ?? (metadata.date || (form.date ?? '')),
    number,
    signer: form.signer,
    recipients: form.recipients,
    attachments: form.attachments,
    others: front.others,
  });
}

const mostTitleLines = 3;

/** How many lines at the beginning repeat the name of the file: a title that was broken. */
function linesThatRepeat(name: string, lines: readonly Line[]): number {
  const wanted = skeletonOf(name);
  let text = '';
  for (let at = 0; at < Math.min(mostTitleLines, lines.length - 1); at++)
    if (skeletonOf((text += lines[at]?.text ?? '')) === wanted && wanted.length >= 4) return at + 1;
  return 0;
}

/** 1 where a second title follows: ——在全县农业工作会议上的讲话. */
function subtitleLines([first, next]: readonly Line[]): number {
  return first && next && isSubtitle(first.text) ? 1 : 0;
}

/** 几 个 问 题 的 通 知: characters that were set apart to fill a line. */
const setApart =
  /(?<!\p{Script=Han})\p{Script=Han}(?: \p{Script=Han}){2,}(?!\p{Script=Han})|(?<=\p{Script=Han})\p{Script=Han}(?: \p{Script=Han}){2,}(?!\p{Script=Han})/gu;

/** A title that is a link of Markdown as a whole. */
const linked = /^\[([^[\]]+)\]\(\S+\)$/;

/** A title on one line, with the punctuation of Chinese. */
const titleOf = (text: string): string =>
  widenPunctuation(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(linked, '$1')
      .replace(/\[\^\d{1,4}\]/g, '')
      .replace(setApart, (part) => part.replaceAll(' ', '')),
  ).text;
