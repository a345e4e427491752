import type { TextStore } from './textStore';

/** What closes a frame that 在 opens. */
const closers: ReadonlySet<number> = new Set(Array.from('上中下内里间后前时', (character) => character.charCodeAt(0)));
const [disposal, place] = ['把'.charCodeAt(0), '在'.charCodeAt(0)];

/**
 * Whether what stands from `position` to `end`, the end of a clause, is only the rest of a frame that opens before it: 查找出的差距补上
 * of 把查找出的差距补上, 上下功夫 of 在抓落实上下功夫. Costs a look at what the clause has before `position`.
 */
export function closesFrame(store: TextStore, position: number, end: number): boolean {
  let isClosed = false;
  for (let at = position - 1; !store.endsRun(at); at--) {
    const code = store.codes[at] ?? 0;
    const isWord = (): boolean => store.isBoundary(at) && store.isBoundary(at + 1);
    if (code === disposal && isWord()) return true;
    // At the beginning of a clause it is one, whatever the segmenter makes of it: 在学|懂弄通.
    if (code === place && (store.endsRun(at - 1) || isWord())) {
      return !isClosed && store.codes.subarray(position, end).some((unit) => closers.has(unit));
    }
    isClosed ||= closers.has(code);
  }
  return false;
}
