import { endsSentence } from '../text/characters';
import { numberingOf } from '../text/numbering';
import type { DraftBlock } from './draftBlocks';
import type { Block, Span } from './officialDocument';
import { textOf } from './officialDocument';

/** Longest heading that is one by its number alone, and longest first sentence that heads a paragraph. */
const longestHeading = 40;
const longestRunIn = 30;

/** A block of the text, with its level by number or by Markdown's mark. */
export function bodyBlock(block: DraftBlock): readonly Block[] {
  if (block.kind === 'rule') return [];
  if (block.kind === 'heading') {
    const level = numberingOf(textOf(block.spans))?.level ?? Math.max(1, block.depth - 1);
    return [{ kind: 'heading', level: levelOf(level), spans: block.spans, line: block.line }];
  }
  if (block.kind !== 'paragraph' || block.lead === 'code') return [block];
  const text = textOf(block.spans);
  const numbering = numberingOf(text);
  if (!numbering) return [block];
  const isHeading =
    numbering.level <= 2 && text.length <= longestHeading && !endsSentence(text) && !/[；;，,：:]$/.test(text);
  if (isHeading) return [{ kind: 'heading', level: levelOf(numbering.level), spans: block.spans, line: block.line }];
  return [{ ...block, spans: numbering.level === 2 ? withRunIn(block.spans) : block.spans }];
}

const levelOf = (level: number): 1 | 2 | 3 | 4 => (level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4);

/** Tells the first sentence apart where it heads the paragraph: （一）加强领导。各地要…… */
function withRunIn(spans: readonly Span[]): readonly Span[] {
  const [first, ...others] = spans;
  const [heading] = /^[^。；]{2,40}。(?=.)/.exec(first?.text ?? '') ?? [];
  if (!first || !heading || heading.length > longestRunIn) return spans;
  return [{ ...first, text: heading, heading: 2 }, { ...first, text: first.text.slice(heading.length) }, ...others];
}
