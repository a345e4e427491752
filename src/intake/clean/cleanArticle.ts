import type { Steps } from '../../base/slices';
import { endsSentence } from '../../text/characters';
import type { Block, Line } from '../../library/document';
import { findHeadings, markedBlock } from './headings';
import type { Paragraph } from './joinLines';
import { joinLines } from './joinLines';
import type { Layout } from './layout';
import type { ChangeLog } from './changeLog';
import { longestLine } from '../limits';
import { isUnmarked } from '../line';
import { isAdvertisingLine, withoutAdvertisements } from './noise';
import { widenPunctuation } from '../../text/punctuation';

/** Blocks handled in one step. */
const blocksPerStep = 200;

/** Joins, splits and mends the lines of one article. @param layout of the file that they come from */
export function* cleanArticle(lines: readonly Line[], layout: Layout, changes: ChangeLog): Steps<Block[]> {
  const paragraphs = (yield* joinLines(relevelled(lines), layout, changes)).flatMap((paragraph, at) =>
    splitLines(paragraph, at === 0, changes),
  );
  return yield* mendBlocks(yield* findHeadings(paragraphs, changes), changes);
}

/** The blocks of an article whose file says what each line is and needs no joining: only their texts are mended. */
export function* settledArticle(lines: readonly Line[], changes: ChangeLog): Steps<Block[]> {
  return yield* mendBlocks(
    relevelled(lines).map(({ text, mark }) => markedBlock({ text, mark })),
    changes,
  );
}

/** How often a text is looked at again: no writer's text changes more than twice, and none is longer than a line may be. */
const mostTurns = 8;

/** Takes advertisements out of whole paragraphs, where they may have been broken over lines, and widens punctuation; not in code. */
function* mendBlocks(blocks: readonly Block[], changes: ChangeLog): Steps<Block[]> {
  const mended: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at % blocksPerStep === 0) yield;
    const text = block.kind === 'code' ? block.text : mendText(block.text, changes, mended.at(-1)?.text);
    if (text) mended.push({ ...block, text });
  }
  return mended;
}

/** @param above the text of the block before */
function mendText(original: string, changes: ChangeLog, above: string | undefined): string {
  let text = original;
  for (let turn = 0; turn < (original.length > longestLine ? 1 : mostTurns); turn++) {
    const quiet = withoutAdvertisements(text, changes, above);
    const sold = quiet !== '' && isAdvertisingLine(quiet);
    if (sold) changes.remove('advertisement', quiet, above);
    if (sold || !quiet) return '';
    const widened = widenPunctuation(quiet);
    changes.mend('punctuation', widened.text, widened.changed);
    // What is left may be an advertisement now that its own brackets are gone.
    if (widened.text === text) break;
    text = widened.text;
  }
  return text;
}

/** The outermost headings of a format are titles; where some are left within an article, they are its first level. */
function relevelled(lines: readonly Line[]): readonly Line[] {
  const levels = lines.flatMap(({ mark }) => (mark?.kind === 'heading' ? [mark.level] : []));
  if (levels.length === 0 || levels.includes(1)) return lines;
  return lines.map((line) =>
    line.mark?.kind === 'heading' ? { ...line, mark: { ...line.mark, level: line.mark.level - 1 } } : line,
  );
}

/** Lines that were fused: the salutation of a speech with its first sentence, 时间 and 地点. */
function splitLines(paragraph: Paragraph, first: boolean, changes: ChangeLog): Paragraph[] {
  if (!isUnmarked(paragraph)) return [paragraph];
  const { text } = paragraph;
  const cut =
    (first
      ? /^(?:尊敬的|各位|同志们|女士们|朋友们|老师们|同学们)[^。！？!?:：]{0,60}[:：](?=\s*\S{4})/.exec(text)?.[0]
          .length
      : undefined) ?? /^(?:时间|日期)\s*[:：][^。，,:：]{1,24}?(?=地点\s*[:：])/.exec(text)?.[0].length;
  if (cut === undefined) return [paragraph];
  const [head, rest] = [text.slice(0, cut).trim(), text.slice(cut).trim()];
  changes.mend('lineSplit', `${head}⏎${rest.slice(0, 12)}`);
  return [{ ...paragraph, text: head }, ...splitLines({ ...paragraph, text: rest }, false, changes)];
}

/** Shortest last paragraph that must end a sentence: shorter ones are signatures, dates, captions. */
const shortestText = 30;

/** Whether an article ends as texts end; a compendium often breaks off in mid-sentence. */
export function isComplete(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  if (!last) return false;
  if (last.kind === 'code') return true;
  if (last.kind === 'row' || last.kind === 'item') return !/[，、,：:]$/.test(last.text);
  if (last.kind === 'heading') return false;
  return endsSentence(last.text) || (last.text.length < shortestText && !/[，,；;]|[、：:]$/.test(last.text));
}
