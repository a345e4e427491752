import { runsOf } from '../../src/phrases/chinese';
import type { CompletionEngine } from '../../src/phrases/completionEngine';
import { wordStarts } from '../../src/phrases/wordStarts';

/** Candidates that the writer looks at. */
const lookedAt = 5;

/** What a list has to offer at one position of the text. */
interface Shown {
  /** Lengths of the candidates' continuations that are what the writer goes on to type. */
  readonly hits: readonly number[];
}

/** What came of writing a text. Shares are between 0 and 1. */
export interface Writing {
  readonly characters: number;
  /** Share of keys saved. */
  readonly saved: number;
  /** Lists that were shown. */
  readonly lists: number;
  /** Share of them in which nothing is what the writer goes on to type. */
  readonly useless: number;
}

/** A text, and what completion shows at every position of it. */
export class SimulatedWriter {
  private readonly shown = new Map<number, Shown>();

  /** Asks the engine at every position of `text` what the editor would, knowing only what was typed before. */
  constructor(
    private readonly text: string,
    engine: CompletionEngine,
    category: string,
  ) {
    for (let at = 1; at < text.length; at++) {
      const candidates = engine.complete(text.slice(0, at), at, { category }).slice(0, lookedAt);
      if (candidates.length === 0) continue;
      const rests = candidates
        .filter(({ isSnippet, insertText, filterText }) => !isSnippet && insertText.startsWith(filterText))
        .map(({ insertText, filterText }) => insertText.slice(filterText.length));
      this.shown.set(at, { hits: rests.filter((rest) => text.startsWith(rest, at)).map(({ length }) => length) });
    }
  }

  /** Takes the longest candidate that fits, always. */
  greedy(isAsked: (at: number) => boolean = () => true): Writing {
    let [keys, lists, useless] = [0, 0, 0];
    for (let at = 0; at < this.text.length; keys++) {
      const shown = isAsked(at) ? this.shown.get(at) : undefined;
      if (shown) lists++;
      if (shown?.hits.length === 0) useless++;
      at += Math.max(1, ...(shown?.hits ?? []));
    }
    return { characters: this.text.length, saved: 1 - keys / this.text.length, lists, useless: useless / lists };
  }

  /** The same, where the editor is asked only when an input method has committed a whole word. */
  greedyByWords(): Writing {
    const ends = new Set<number>();
    for (const { text, offset } of runsOf(this.text)) {
      for (const start of wordStarts(text)) ends.add(offset + start);
      ends.add(offset + text.length);
    }
    return this.greedy((at) => ends.has(at));
  }

  /** Share of keys saved by one who foresees which candidates to take. */
  optimum(): number {
    const keys = new Array<number>(this.text.length + 1).fill(0);
    for (let at = this.text.length - 1; at >= 0; at--) {
      const steps = [1, ...(this.shown.get(at)?.hits ?? [])];
      keys[at] = 1 + Math.min(...steps.map((step) => keys[at + step] ?? 0));
    }
    return 1 - (keys[0] ?? 0) / this.text.length;
  }
}
