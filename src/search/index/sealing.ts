import { ByteWriter } from '../../base/byteStream';
import { Column } from '../../base/column';
import type { Steps } from '../../base/slices';
import type { Postings } from './flexSearch';
import { PackedPostings } from './packedPostings';
import { isHanPair } from './tokenize';

/** Packs posting lists for a sealed index: the pairs of Han first, in their order. */
export class Sealing {
  private readonly writer = new ByteWriter();
  private readonly pairs = new Column();
  private readonly others = new Map<string, number>();
  private readonly counts = new Column();
  private readonly starts = new Column();

  /**
   * Packs the lists of a token, which together are ascending; one that is left empty is left out.
   * @param renumber gives what stands for a number on the list, ascending as before, or -1 to leave it out
   */
  add(token: string, lists: readonly Postings[], renumber: (id: number) => number): void {
    const start = this.writer.position;
    let [last, count] = [-1, 0];
    for (const list of lists) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = renumber(list[at] ?? 0);
        if (id < 0) continue;
        this.writer.number(id - last - 1);
        last = id;
        count++;
      }
    }
    if (count === 0) return;
    if (isHanPair(token)) this.pairs.push(((token.charCodeAt(0) << 16) | token.charCodeAt(1)) >>> 0);
    else this.others.set(token, this.counts.length);
    this.starts.push(start);
    this.counts.push(count);
  }

  /** The lists, in steps; nothing can be added afterwards. */
  *finish(): Steps<PackedPostings> {
    this.starts.push(this.writer.position);
    const bytes = yield* this.writer.finish(0);
    const { pairs, others, counts, starts } = this;
    return new PackedPostings({
      pairs: pairs.toArray(),
      others,
      counts: counts.toArray(),
      starts: starts.toArray(),
      bytes,
    });
  }
}
