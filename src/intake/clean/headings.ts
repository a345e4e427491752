import type { Steps } from '../../base/slices';
import type { Block } from '../../library/document';
import { endsOpen, endsSentence, goesOn } from '../../text/characters';
import type { HeadingContext } from './fusedHeadings';
import { labelledStart, splitFused } from './fusedHeadings';
import { HeadingContexts } from './headingContexts';
import type { Paragraph } from './joinLines';
import { hasKnownLabel } from './labels';
import type { ChangeLog } from './changeLog';
import {
  isNumberedHeading,
  isRequest,
  isRunningText,
  longestUnnumbered,
  runInLength,
  withoutPeriod,
} from './numberedHeadings';
import { numberingOf } from '../../text/numbering';
import { isByline } from '../split/byline';
import { isSourceLine } from '../split/metadata';
import { attachmentList } from '../split/officialForm';
import { quotedSourceOf } from '../split/titles';

/** Paragraphs handled in one step. */
const paragraphsPerStep = 20;
const longestNumbered = 50;

/** Tells headings from paragraphs, and splits headings from the paragraphs that they were fused with. */
export function* findHeadings(paragraphs: readonly Paragraph[], changes: ChangeLog): Steps<Block[]> {
  const blocks: Block[] = [];
  const contexts = yield* HeadingContexts.of(paragraphs);
  const attached = attachmentItems(paragraphs);
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at % paragraphsPerStep === 0) yield;
    const { mark, text } = paragraph;
    if (mark && mark.kind !== 'paragraph') blocks.push(markedBlock(paragraph));
    else if (attached.has(at)) blocks.push({ kind: 'paragraph', text });
    else blocks.push(...splitHeading(text, at, isNumberedHeading(paragraph, paragraphs[at + 1]), contexts, changes));
  }
  return unnumberedHeadings(blocks, paragraphs.length);
}

/** Places of the names in the list 附件：1. … 2. …, however they are numbered. */
function attachmentItems(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const found = new Set<number>();
  let within = false;
  let level: number | undefined;
  for (const [at, { text }] of paragraphs.entries()) {
    const begin = attachmentList.exec(text)?.[0];
    const own = numberingOf(begin === undefined ? text : text.slice(begin.length))?.level;
    if (begin !== undefined) [within, level] = [true, own];
    else if (within && own !== undefined && own === (level ?? own) && text.length <= longestNumbered) {
      level = own;
      found.add(at);
    } else within = false;
  }
  return found;
}

/** A block as its format marks it. */
export function markedBlock({ mark, text }: Paragraph): Block {
  if (mark?.kind === 'heading') return { kind: 'heading', text, level: mark.level };
  return { kind: mark?.kind ?? 'paragraph', text };
}

/**
 * `一、标题正文`, a heading that lost its line break, becomes a heading and a paragraph. `（一）标题。正文` stays one paragraph: a
 * heading that is run into its paragraph with a full stop is a form of the genre, not damage. Where its sisters stand
 * alone, what looks like it may be a heading and a paragraph that begins with a short sentence.
 */
function splitHeading(
  text: string,
  at: number,
  stands: boolean,
  contexts: HeadingContexts,
  changes: ChangeLog,
): Block[] {
  const numbering = numberingOf(text);
  if (!numbering) return [{ kind: 'paragraph', text }];
  const { level, mark } = numbering;
  const length = endOfFused(text, mark.length, level, stands, contexts.at(at, level));
  if (!length) return stands ? [{ kind: 'heading', text: withoutPeriod(text), level }] : [{ kind: 'paragraph', text }];
  const heading = withoutPeriod(text.slice(0, length).trim());
  const rest = text.slice(length).trim();
  changes.mend('headingSplit', `${heading}⏎${rest.slice(0, 12)}`);
  return [{ kind: 'heading', text: heading, level }, ...splitHeading(rest, at, false, contexts, changes)];
}

/** Characters of the heading that a numbered text is fused with, its number included; 0 for none. */
function endOfFused(
  text: string,
  start: number,
  level: number,
  stands: boolean,
  context: HeadingContext | undefined,
): number {
  // A sentence that stands alone is a heading where its sisters are sentences, too.
  if (!context || (stands && (!endsSentence(text) || context.alone === 0))) return 0;
  const labelled = labelledStart(text, start, level);
  if (labelled || isRequest(text.slice(start))) return labelled;
  const runIn = runInLength(text, level, start);
  if (runIn && context.alone === 0 && context.siblings.count > 1) return 0;
  return splitFused(text, start, level, stands ? 'heading' : runIn ? 'runIn' : undefined, context);
}

/** Lines below the title that may be fields. */
const mostBelowTitle = 4;

/** Short lines without number and end mark that have a paragraph below and whole text above. */
function unnumberedHeadings(blocks: readonly Block[], total: number): Block[] {
  const numbered = blocks.some(({ kind, level }) => kind === 'heading' && level === 1);
  let level = 0;
  return blocks.map((block, at) => {
    if (block.kind === 'heading') level = block.level ?? 1;
    const next = blocks[at + 1];
    if (block.kind !== 'paragraph' || total < 3 || !next || !canBeTitle(block.text)) return block;
    // Below the title stands who wrote or spoke, and what a site says about the text.
    if ((at === 0 && isByline(block.text)) || (at < mostBelowTitle && isSourceLine(block.text))) return block;
    const before = blocks[at - 1];
    const whole = !before || before.kind === 'heading' || endsSentence(before.text) || /[：:]$/.test(before.text);
    if (!whole || (before?.kind === 'paragraph' && canBeTitle(before.text)) || next.kind === 'heading') return block;
    if (next.kind === 'paragraph' && !isRunningText(next.text)) return block;
    return { kind: 'heading', text: block.text, level: numbered ? Math.min(level + 1, 4) : 1 };
  });
}

/** X局长：…: somebody says something short. */
const isSpeech = (text: string): boolean =>
  /^[^：:]{0,12}(?:X|×|长|员|人|任|记|理|授|士|师|者|问|答)\s*[：:]/.test(text);

const canBeTitle = (text: string): boolean =>
  text.length <= longestUnnumbered &&
  text.length >= 2 &&
  /\p{Script=Han}/u.test(text) &&
  !endsSentence(text) &&
  !goesOn(text) &&
  !endsOpen(text) &&
  !/[；;。]|[：:].{21}/.test(text) &&
  !/[：:]$/.test(text) &&
  !isSpeech(text) &&
  !numberingOf(text) &&
  !hasKnownLabel(text) &&
  // What a text was taken from, or the rest of a sentence: ——摘自《…》, 时间为9:00—11:30.
  !/^[—–―]|\d[.．]$|^\d{1,2}[:：]\d\d/.test(text) &&
  quotedSourceOf(text) === undefined &&
  // A picture of Markdown.
  !text.startsWith('![') &&
  // What the audience does: （热烈鼓掌）.
  !/^[（(][^（()）]*[）)]$/.test(text) &&
  // A date, or who signs.
  !/^[（(]?[\dX×〇○一二三四五六七八九]{2,4}年.{0,12}日?[）)]?$/.test(text) &&
  !/(?:委员会|人民政府|办公室|(?<![布格结全大开时变])局|[委厅部院])$/.test(text);
