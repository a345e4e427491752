import type { DraftBlock } from './draftBlocks';
import { textOfBlock } from './draftBlocks';
import { genreOf } from './form';
import type { Element } from './officialDocument';
import { statedElement } from './officialDocument';
import type { DraftHead } from './readHead';
import { isDocumentNumber, readHead } from './readHead';

interface DraftTop {
  readonly head: DraftHead;
  readonly title: Element | undefined;
  readonly below: readonly DraftBlock[];
}

const longestTitle = 100;
/** Lines of a title that is set in several, as on the page, and how long they are at most. */
const mostTitleLines = 4;
const longestTitleLine = 30;

/** The head, the title, and what stands below it. @param stated the title as front matter says */
export function readTop(blocks: readonly DraftBlock[], stated: string): DraftTop {
  const heading = blocks.findIndex((block) => block.kind === 'heading' && block.depth === 1);
  const above = blocks.slice(0, Math.max(0, heading));
  const lines = (heading >= 0 ? above : blocks.slice(0, 12)).map((block) => ({
    text: block.kind === 'paragraph' ? textOfBlock(block) : '',
    line: block.line,
  }));
  const { head, taken } = readHead(lines);
  const found = blocks[heading];
  if (found?.kind === 'heading') {
    // What stands above the title and is no head is text all the same.
    const below = [...above.slice(taken), ...blocks.slice(heading + 1)];
    return withNumber({ head, title: { text: textOfBlock(found), line: found.line }, below });
  }
  const first = blocks[taken];
  const text = textOfBlock(first);
  if (stated && text.replace(/\s+/g, '') !== stated.replace(/\s+/g, ''))
    return { head, title: statedElement(stated), below: blocks.slice(taken) };
  if (
    !first ||
    text === '' ||
    text.length > longestTitle ||
    /[。；：:]$/.test(text) ||
    (first.kind === 'heading' && first.depth > 1)
  )
    return { head, title: undefined, below: blocks.slice(taken) };
  const count = titleLineCount(blocks.slice(taken, taken + mostTitleLines));
  const title = blocks
    .slice(taken, taken + count)
    .map(textOfBlock)
    .join('');
  return withNumber({ head, title: { text: title, line: first.line }, below: blocks.slice(taken + count) });
}

/** How many lines a title has that is set in several: up to the one that its 文种 ends. */
function titleLineCount(blocks: readonly DraftBlock[]): number {
  const isLine = (block: DraftBlock): boolean =>
    block.kind === 'paragraph' &&
    textOfBlock(block).length <= longestTitleLine &&
    !/[。；：，！？:;]/.test(textOfBlock(block));
  const end = blocks.findIndex((block) => !isLine(block));
  const texts = (end < 0 ? blocks : blocks.slice(0, end)).map(textOfBlock);
  const last = texts.findIndex((text) => genreOf(text) !== '');
  const isWhole = last > 0 && genreOf(texts[0] ?? '') === '' && /关于|印发|转发/.test(texts.slice(0, last).join(''));
  return isWhole ? last + 1 : 1;
}

/** 发文字号 may stand below the title, as on the web. */
function withNumber({ head, title, below }: DraftTop): DraftTop {
  const [first] = below;
  const text = textOfBlock(first);
  if (head.number || first?.kind !== 'paragraph' || !isDocumentNumber(text)) return { head, title, below };
  return {
    head: { ...head, number: { text: text.replace(/\s+/g, ''), line: first.line } },
    title,
    below: below.slice(1),
  };
}
