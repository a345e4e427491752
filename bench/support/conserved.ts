import { finish } from '../../src/base/slices';
import type { FileTexts } from '../../src/intake/readFile';
import { importText } from '../../src/intake/importText';
import { visible } from '../../src/intake/line';

/** How often each Han character, letter or digit stands in a text; forms of one character count as one. */
export function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const character of visible(text)
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]/gu) ?? [])
    bag.set(character, (bag.get(character) ?? 0) + 1);
  return bag;
}

export const sizeOf = (bag: ReadonlyMap<string, number>): number =>
  [...bag.values()].reduce((sum, count) => sum + count, 0);

/** Characters that the second has more often. */
export const missingIn = (ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): string =>
  [...theirs].map(([one, count]) => one.repeat(Math.max(0, count - (ours.get(one) ?? 0)))).join('');

/** What came of a file: what stands in its articles, and what in the list of what was removed. */
export function outcomeOf({ texts }: FileTexts): {
  /** What a file's own front matter says, which the article keeps. */
  readonly front: string;
  readonly articles: string;
  readonly removed: string;
  readonly lost: number;
} {
  const intakes = texts.map((text) => finish(importText(text)));
  return {
    front: texts.map(({ front }) => front?.title ?? '').join('\n'),
    articles: intakes
      .flatMap(({ drafts }) => drafts.flatMap(({ blocks }) => blocks.map(({ text }) => text)))
      .join('\n'),
    removed: intakes.flatMap(({ removed }) => removed.map(({ text }) => text)).join('\n'),
    lost: intakes.reduce((sum, { tally }) => sum + tally.read - tally.inArticles - tally.removed, 0),
  };
}
