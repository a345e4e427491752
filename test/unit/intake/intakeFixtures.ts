import { linesOf } from '../../../src/intake/line';
import { readMarkdown } from '../../../src/intake/formats/markdown';
import type { Intake } from '../../../src/intake/importText';
import { importText } from '../../../src/intake/importText';
import type { Block } from '../../../src/library/document';
import { parseFrontMatter } from '../../../src/library/frontMatter';
import { finish } from '../../../src/base/slices';

/** What plain text gives. */
export const intake = (text: string, name = '文件'): Intake => finish(importText({ lines: linesOf(text), name }));

/** What a Markdown file gives. */
export const intakeOfMarkdown = (text: string, name = '文件'): Intake =>
  finish(importText(readMarkdown(text, name, parseFrontMatter)));

/** Blocks as short strings: `1 一、标题` for a heading with its level, text for a paragraph, `- ` before an item. */
export const shortBlocks = (blocks: readonly Block[] = []): string[] =>
  blocks.map(({ kind, text, level }) =>
    kind === 'heading' ? `${level} ${text}` : kind === 'item' ? `- ${text}` : kind === 'row' ? text : text,
  );

/** Blocks of the only article of plain text. */
export const blocksOf = (text: string): string[] => shortBlocks(intake(text).drafts[0]?.blocks);

/** Han characters of texts in order. */
export const hanOf = (...texts: readonly string[]): string[] => texts.join('').match(/\p{Script=Han}/gu) ?? [];
