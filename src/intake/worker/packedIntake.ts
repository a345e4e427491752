import type { Steps } from '../../base/slices';
import type { Draft, Intake } from '../importText';

/**
 * What a file gave, as the worker hands it over: JSON of some items at a time, in UTF-8. Bytes change hands without being
 * copied, and the host decodes them piece by piece between its turns (rejected: objects, which it would have to build at once,
 * 30 to 70 ms for 10 MB of text).
 */
export type PackedIntake = readonly Uint8Array<ArrayBuffer>[];

/** An article begins with what is said about it; its blocks follow. A long text goes on in `more`. */
type Item =
  | readonly ['file', Pick<Intake, 'promised' | 'tally'>]
  | readonly ['draft', Omit<Draft, 'blocks'>]
  | readonly ['block', Draft['blocks'][number]]
  | readonly ['more', string]
  | readonly ['category', string]
  | readonly ['missing', Intake['missing'][number]]
  | readonly ['removed', Intake['removed'][number]]
  | readonly ['mended', Intake['mended'][number]];

/** Something whose text may go on. */
type Open<T extends { readonly text: string }> = Omit<T, 'text'> & { text: string };

/** Characters of JSON in a piece, about: a millisecond to decode. */
const pieceLength = 1 << 15;

/** Packs what a file gave into pieces that can be decoded one after the other. */
export function packIntake(intake: Intake): PackedIntake {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let items: string[] = [];
  let length = 0;
  const flush = (): void => {
    pieces.push(encoder.encode(`[${items.join(',')}]`));
    [items, length] = [[], 0];
  };
  for (const item of itemsOf(intake)) {
    const text = JSON.stringify(item);
    if (length + text.length > pieceLength && items.length > 0) flush();
    items.push(text);
    length += text.length;
  }
  flush();
  return pieces;
}

function* itemsOf({ promised, tally, drafts, categories, missing, removed, mended }: Intake): Generator<Item> {
  yield ['file', { promised, tally }];
  for (const { blocks, ...draft } of drafts) {
    yield ['draft', draft];
    for (const block of blocks) yield* inParts(block, (part) => ['block', part]);
  }
  for (const one of categories) yield ['category', one];
  for (const one of missing) yield ['missing', one];
  for (const one of removed) yield* inParts(one, (part) => ['removed', part]);
  for (const one of mended) yield ['mended', one];
}

/** What holds a text, which may be one paragraph of millions of characters. */
function* inParts<T extends { readonly text: string }>(whole: T, item: (part: T) => Item): Generator<Item> {
  const { text } = whole;
  yield item(text.length > pieceLength ? { ...whole, text: text.slice(0, pieceLength) } : whole);
  for (let at = pieceLength; at < text.length; at += pieceLength) yield ['more', text.slice(at, at + pieceLength)];
}

/** Undoes `packIntake`, a piece a step. Absent and undefined values become the same. */
export function* unpackIntake(pieces: PackedIntake): Steps<Intake> {
  const decoder = new TextDecoder();
  const drafts: (Omit<Draft, 'blocks'> & { readonly blocks: Open<Draft['blocks'][number]>[] })[] = [];
  const categories: string[] = [];
  const missing: Intake['missing'][number][] = [];
  const removed: Open<Intake['removed'][number]>[] = [];
  const mended: Intake['mended'][number][] = [];
  let open: { text: string } = { text: '' };
  let file: Pick<Intake, 'promised' | 'tally'> = { promised: 0, tally: { read: 0, inArticles: 0, removed: 0 } };
  for (const piece of pieces) {
    for (const [kind, value] of JSON.parse(decoder.decode(piece)) as Item[]) {
      if (kind === 'file') file = value;
      else if (kind === 'draft') drafts.push({ ...value, blocks: [] });
      else if (kind === 'block') drafts.at(-1)?.blocks.push((open = { ...value }));
      else if (kind === 'more') open.text += value;
      else if (kind === 'category') categories.push(value);
      else if (kind === 'missing') missing.push(value);
      else if (kind === 'removed') removed.push((open = { ...value }));
      else mended.push(value);
    }
    yield;
  }
  return { ...file, drafts, categories, missing, removed, mended };
}
