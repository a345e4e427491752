import type { Passage } from '../../library/article';
import { fold } from '../../text/fold';

/** Texts that are kept: those of the last few queries, as each key that is typed asks for nearly the same again. */
const mostKept = 4096;
/** A long text is soon folded beside what else is done with it, and would take much room. */
const longestKept = 2000;

/** Folded texts of passages by number: made on demand, the ones used last kept. */
export class FoldedTexts {
  private readonly kept = new Map<number, string>();

  of(id: number, passage: Passage): string {
    const known = this.kept.get(id);
    if (known !== undefined) return known;
    const { text } = fold(passage.text);
    if (text.length > longestKept) return text;
    if (this.kept.size >= mostKept) this.kept.clear();
    this.kept.set(id, text);
    return text;
  }

  clear(): void {
    this.kept.clear();
  }
}
