import type { Block, Removal } from '../../library/document';
import { skeletonOf } from '../../text/characters';

/** Letters of the text before a removed piece that tell where it was. */
const anchorLength = 20;

/**
 * Puts removed pieces back, each a paragraph behind the text that it stood behind; where that is in none of the articles,
 * at the end of the last. Cost: linear in pieces times blocks.
 * @param articles blocks of the articles of the file that the pieces are from
 */
export function putBack(
  articles: readonly (readonly Block[])[],
  pieces: readonly Removal[],
): readonly (readonly Block[])[] {
  const skeletons = articles.map((blocks) => blocks.map(({ text }) => skeletonOf(text)));
  const behind = new Map<Block, Removal[]>();
  const rest: Removal[] = [];
  for (const piece of pieces) {
    const anchor = skeletonOf(piece.after ?? '').slice(-anchorLength);
    const found = anchor ? findBlock(articles, skeletons, anchor) : undefined;
    if (found) behind.set(found, [...(behind.get(found) ?? []), piece]);
    else rest.push(piece);
  }
  const blockOf = ({ text }: Removal): Block => ({ kind: 'paragraph', text });
  return articles.map((blocks, at) => [
    ...blocks.flatMap((block) => [block, ...(behind.get(block) ?? []).map(blockOf)]),
    ...(at === articles.length - 1 ? rest.map(blockOf) : []),
  ]);
}

function findBlock(
  articles: readonly (readonly Block[])[],
  skeletons: readonly (readonly string[])[],
  anchor: string,
): Block | undefined {
  for (const [article, texts] of skeletons.entries()) {
    const at = texts.findIndex((text) => text.includes(anchor));
    if (at >= 0) return articles[article]?.[at];
  }
  return undefined;
}
