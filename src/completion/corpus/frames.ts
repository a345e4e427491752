import type { TextStore } from './textStore';

/** What closes a frame that 在 opens. */
const closers = new Set('上中下内里间后前时');
const [disposal, place] = ['把', '在'];

/**
 * Whether what stands from `position` to `end`, the end of a clause, is only the rest of a frame that opens before it: 查找出的差距补上
 * of 把查找出的差距补上, 上下功夫 of 在抓落实上下功夫. Costs a look at what the clause has before `position`.
 */
export function closesFrame(store: TextStore, position: number, end: number): boolean {
  let isClosed = false;
  for (let at = position - 1; !store.endsRun(at); at--) {
    const character = store.slice(at, 1);
    const isWord = store.isBoundary(at) && store.isBoundary(at + 1);
    if (isWord && character === disposal) return true;
    // At the beginning of a clause it is one, whatever the segmenter makes of it: 在学|懂弄通.
    if (character === place && (isWord || store.endsRun(at - 1))) {
      return !isClosed && hasCloser(store.slice(position, end - position));
    }
    isClosed ||= closers.has(character);
  }
  return false;
}

const hasCloser = (text: string): boolean => Array.from(text).some((character) => closers.has(character));
