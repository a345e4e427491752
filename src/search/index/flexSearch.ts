// FlexSearch as this index uses it: tokens are its terms as they are, and its lists are read where they lie.
import { Index } from 'flexsearch';

export type { Index };

/** Numbers of the texts that hold a token, ascending. */
export type Postings = ArrayLike<number>;

/** The lists of a token by resolution: one, as there is one resolution. */
export interface PostingSlot<P extends Postings = Postings> {
  readonly length: 1;
  readonly 0: P;
}

/** FlexSearch's posting lists by token; its typings leave the field out. */
export type PostingMap<P extends Postings = Postings> = Pick<
  Map<string, PostingSlot<P>>,
  'get' | 'set' | 'has' | 'entries'
>;

/** Bits of the number of a part of the map: one for half a million tokens takes tens of milliseconds whenever it grows. */
const keystore = 6;

/**
 * An index to add to, or one of lists that are only read. `resolution: 1`: no order by position in the text. What is looked up
 * is one token as it is.
 */
export function newIndex(lists?: PostingMap): Index {
  const index = new Index({ encode: (token: string) => [token], resolution: 1, ...(lists ? {} : { keystore }) });
  return lists ? Object.assign(index, { map: lists }) : index;
}

/** FlexSearch hands out its own list: only to be read. */
export const lookUp = (index: Index, token: string): Postings =>
  index.search(token, { limit: Number.MAX_SAFE_INTEGER }) as number[];

export const postingMap = <P extends Postings>(index: Index): PostingMap<P> =>
  (index as unknown as { readonly map: PostingMap<P> }).map;
