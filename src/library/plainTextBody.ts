import type { Heading } from './article';
import type { BodyParagraph, Body } from './body';
import type { Steps } from '../base/slices';
import { hasWords, textLines } from '../text/textLines';

/** Longest line that is taken for a heading. */
const headingLength = 40;

/** Lines read in one step. */
const linesPerStep = 500;

/**
 * Numbering of headings in official documents: 一、 then （一） then 1.
 * Source: GB/T 9704—2012, 7.3.3. The third level is left to running text, where it is far more often a list.
 */
const numbering = [/^[一二三四五六七八九十]{1,3}、/, /^[（(][一二三四五六七八九十]{1,3}[）)]/];

/**
 * Finds headings and paragraphs of a plain text file: every line with words is a paragraph, and a short line that is
 * numbered 一、 or （一） and does not end like a sentence is a heading.
 * @param text the whole file
 * @param from UTF-16 offset at which the plain text begins
 * @param to offset at which it ends
 * @param firstLine zero-based line of `from`
 */
export function* plainTextBody(text: string, from: number, to: number, firstLine: number): Steps<Body> {
  const headings: Heading[] = [];
  const blocks: BodyParagraph[] = [];
  for (const { text: content, offset, line } of textLines(text, from, to, firstLine)) {
    const level = headingLevel(content);
    if (level) headings.push({ text: content, level, line });
    else if (hasWords(content)) blocks.push({ text: content, offset, line, listItem: false });
    if (line % linesPerStep === 0) yield;
  }
  return { headings, blocks };
}

/** Level 1 or 2 by the numbering that `line` begins with, 0 when it is no heading. */
export function headingLevel(line: string): number {
  if (line.length > headingLength || /[。；，：！？;,:!?]$/.test(line)) return 0;
  return numbering.findIndex((pattern) => pattern.test(line)) + 1;
}
