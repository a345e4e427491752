import type { Steps } from '../../base/slices';
import type { Block } from '../../library/document';
import { endsOpen, endsSentence, goesOn } from '../../text/characters';
import type { HeadingContext } from './fusedHeadings';
import { clausesOf, HeadingForms, splitFused } from './fusedHeadings';
import type { Paragraph } from './joinLines';
import { hasKnownLabel } from './labels';
import type { ChangeLog } from './changeLog';
import { isUnmarked } from '../line';
import { numberingOf } from '../../text/numbering';
import { attachmentList } from '../split/officialForm';

/** Paragraphs handled in one step. */
const paragraphsPerStep = 20;
const longestNumbered = 50;
const longestUnnumbered = 36;
/** Longest sentence that is a heading run into its paragraph: （一）加强领导。各级…. */
const longestRunIn: readonly number[] = [0, 44, 44, 24, 20];
/** Least text after a heading that was run in. */
const leastAfterRunIn: readonly number[] = [0, 10, 10, 30, 30];

/** Tells headings from paragraphs, and splits headings from the paragraphs that they were fused with. */
export function* findHeadings(paragraphs: readonly Paragraph[], changes: ChangeLog): Steps<Block[]> {
  const blocks: Block[] = [];
  const contexts = yield* headingContexts(paragraphs);
  const attached = attachmentItems(paragraphs);
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at % paragraphsPerStep === 0) yield;
    const { mark, text } = paragraph;
    if (mark && mark.kind !== 'paragraph') blocks.push(markedBlock(paragraph));
    else if (attached.has(at)) blocks.push({ kind: 'paragraph', text });
    else if (isNumberedHeading(paragraph, paragraphs[at + 1])) {
      blocks.push({ kind: 'heading', text: withoutPeriod(text), level: numberingOf(text)?.level ?? 1 });
    } else blocks.push(...splitHeading(text, contexts, changes));
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

/** A numbered line of its own that is no sentence, or a single sentence with running text below. */
function isNumberedHeading({ text }: Paragraph, next: Paragraph | undefined): boolean {
  const numbering = numberingOf(text);
  if (
    !numbering ||
    isRequest(text.slice(numbering.mark.length)) ||
    text.length > longestNumbered ||
    (/[。；;！!？?]./.test(withoutPeriod(text)) && /[^”》）)]$/.test(withoutPeriod(text)))
  )
    return false;
  if (goesOn(text) || /[；;：:]$/.test(text)) return false;
  const after = next && isUnmarked(next) ? numberingOf(next.text) : undefined;
  const sibling = after?.level === numbering.level && after.mark !== numbering.mark;
  // A row of numbered sentences, or of numbered words of the lower levels, is a list.
  if (endsSentence(text))
    return /[。.]$/.test(text) && next !== undefined && !sibling && numbering.level <= 2 && isRunningText(next.text);
  return numbering.level <= 2 || (next !== undefined && isUnmarked(next) && !sibling);
}

/** （一）恳请市水利局…: an item of what somebody asks for, in a request or a letter. */
const isRequest = (text: string): boolean => /^(?:恳请|商请|提请|敬请|拟请|请|建议|希望).*。$/.test(text);

const withoutPeriod = (text: string): string => (text.endsWith('。') ? text.slice(0, -1).trimEnd() : text);

/** Marks of a paragraph rather than of a title. */
const isRunningText = (text: string): boolean =>
  /[，。；,;]./.test(text) || (text.length > longestUnnumbered && endsSentence(text));

/**
 * `一、标题正文`, a heading that lost its line break, becomes a heading and a paragraph. `（一）标题。正文` stays one paragraph: a
 * heading that is run into its paragraph with a full stop is a form of the genre, not damage.
 */
function splitHeading(text: string, contexts: readonly HeadingContext[], changes: ChangeLog): Block[] {
  const numbering = numberingOf(text);
  const whole: Block[] = [{ kind: 'paragraph', text }];
  if (!numbering || isRequest(text.slice(numbering.mark.length))) return whole;
  const { level, mark } = numbering;
  const context = contexts[level];
  const runIn = runInLength(text, level, mark.length);
  // A first sentence with more clauses than the other headings is a heading fused with one.
  const tooLong = context && isTooLong(text.slice(0, runIn), level, context.siblings);
  const length = context && (!runIn || tooLong) ? splitFused(text, mark.length, context) : 0;
  if (!length) return whole;
  const heading = withoutPeriod(text.slice(0, length).trim());
  const rest = text.slice(length).trim();
  changes.mend('headingSplit', `${heading}⏎${rest.slice(0, 12)}`);
  return [{ kind: 'heading', text: heading, level }, ...splitHeading(rest, contexts, changes)];
}

/** Whether a first sentence is more than a heading: it has more clauses than the others, or than first-level headings have. */
const isTooLong = (sentence: string, level: number, siblings: HeadingForms): boolean =>
  clausesOf(sentence) > Math.max(level === 1 ? 2 : 0, siblings.mostClauses) && (level === 1 || siblings.count > 0);

/** Characters of the heading that is the first sentence of `text`, with its full stop; 0 when that is no heading. */
function runInLength(text: string, level: number, start: number): number {
  const end = text.indexOf('。');
  if (end < 0 || end > (longestRunIn[level] ?? 0) || text.length - end - 1 < (leastAfterRunIn[level] ?? 0)) return 0;
  const sentence = text.slice(start, end);
  if (sentence.length < 3 || /[；;：:？?！!]/.test(sentence)) return 0;
  // What must not be done, and by whom, is a provision and no heading.
  if (/的[，,]|^(?:本|凡|对于?[^，]{0,12}的|违反|未)|(?:应当|不得|可以由)/.test(sentence)) return 0;
  const commas = sentence.match(/[，,]/g)?.length ?? 0;
  if (commas > (level <= 2 ? 3 : 1)) return 0;
  return level <= 2 || text.length - end - 1 > 2 * sentence.length ? end + 1 : 0;
}

/** By level, what the numbered headings that stand alone and the whole text say about those that do not. */
function* headingContexts(paragraphs: readonly Paragraph[]): Steps<readonly HeadingContext[]> {
  const pairs = new Map<string, number>();
  for (const [at, { text }] of paragraphs.entries()) {
    if (at % paragraphsPerStep === 0) yield;
    for (let offset = 0; offset + 1 < text.length; offset++) {
      const pair = text.slice(offset, offset + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  const contexts = [0, 1, 2].map(() => ({ siblings: new HeadingForms(), pairs }));
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at % paragraphsPerStep === 0) yield;
    const numbering = numberingOf(paragraph.text);
    const context = contexts[numbering?.level ?? 0];
    if (!numbering || !context || !isUnmarked(paragraph)) continue;
    const heading = isNumberedHeading(paragraph, paragraphs[at + 1])
      ? withoutPeriod(paragraph.text)
      : paragraph.text.slice(0, runInLength(paragraph.text, numbering.level, numbering.mark.length));
    if (!heading || clausesOf(heading) > 2) continue;
    context.siblings.add(withoutPeriod(heading).slice(numbering.mark.length));
  }
  return contexts;
}

/** Short lines without number and end mark that have a paragraph below and whole text above. */
function unnumberedHeadings(blocks: readonly Block[], total: number): Block[] {
  const numbered = blocks.some(({ kind, level }) => kind === 'heading' && level === 1);
  let level = 0;
  return blocks.map((block, at) => {
    if (block.kind === 'heading') level = block.level ?? 1;
    const next = blocks[at + 1];
    if (block.kind !== 'paragraph' || total < 3 || !next || !canBeTitle(block.text)) return block;
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
  // What the audience does: （热烈鼓掌）.
  !/^[（(][^（()）]*[）)]$/.test(text) &&
  // A date, or who signs.
  !/^[（(]?[\dX×〇○一二三四五六七八九]{2,4}年.{0,12}日?[）)]?$/.test(text) &&
  !/(?:委员会|人民政府|办公室|(?<![布格结全大开时变])局|[委厅部院])$/.test(text);
