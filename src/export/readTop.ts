import type { DraftBlock } from './draftBlocks';
import { textOfBlock } from './draftBlocks';
import type { DraftFields } from './draftFields';
import type { Element } from './officialDocument';
import { statedElement, textOf } from './officialDocument';
import type { DraftHead } from './readHead';
import { readHead } from './readHead';

/** The head, the title, and what stands below it. */
export function readTop(
  blocks: readonly DraftBlock[],
  fields: DraftFields,
): { head: DraftHead; title: Element | undefined; below: readonly DraftBlock[] } {
  const heading = blocks.findIndex((block) => block.kind === 'heading' && block.depth === 1);
  const above = blocks.slice(0, Math.max(0, heading));
  const lines = (heading >= 0 ? above : blocks.slice(0, 12)).map((block) => ({
    text: block.kind === 'paragraph' ? textOf(block.spans) : '',
    line: block.line,
  }));
  const { head, taken } = readHead(lines);
  const stated = fields.one('标题');
  const found = blocks[heading];
  if (found?.kind === 'heading') {
    // What stands above the title and is no head is text all the same.
    const below = [...above.slice(taken), ...blocks.slice(heading + 1)];
    return { head, title: { text: textOf(found.spans), line: found.line }, below };
  }
  const first = blocks[taken];
  const text = textOfBlock(first);
  if (stated && text.replace(/\s+/g, '') !== stated.replace(/\s+/g, ''))
    return { head, title: statedElement(stated), below: blocks.slice(taken) };
  const isTitle = first !== undefined && text.length > 0 && text.length <= 100 && !/[。；：:]$/.test(text);
  const title =
    isTitle && (first.kind === 'paragraph' || (first.kind === 'heading' && first.depth === 1))
      ? { text, line: first.line }
      : undefined;
  return { head, title, below: blocks.slice(taken + (title ? 1 : 0)) };
}
