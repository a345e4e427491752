import { runsOf } from '../../src/phrases/chinese';
import type { CompletionEngine } from '../../src/phrases/completionEngine';
import { wordStarts } from '../../src/phrases/wordStarts';

/** Candidates that the writer looks at. */
const lookedAt = 5;

/** What a list has to offer at one position of the text. */
interface Shown {
  /** Lengths of the candidates' continuations that are what the writer goes on to type; undefined if no list shows. */
  readonly hits: readonly number[] | undefined;
  /** Length of the ghost text, 0 if none shows. */
  readonly ghost: number;
  readonly ghostIsRight: boolean;
}

/** What a writer lets show. `both` is as in the editor: where ghost text shows, no list does. */
export type Show = 'list' | 'ghostText' | 'both';

/** What came of writing a text. Shares are between 0 and 1. */
export interface Writing {
  readonly characters: number;
  /** Share of keys saved. */
  readonly saved: number;
  /** Lists that were shown. */
  readonly lists: number;
  /** Share of them in which nothing is what the writer goes on to type. */
  readonly useless: number;
  /** Times that ghost text was shown. */
  readonly ghosts: number;
  /** Share of them in which all of it is what the writer goes on to type. */
  readonly right: number;
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
      const before = text.slice(0, at);
      const candidates = engine.complete(before, at, { category }).slice(0, lookedAt);
      const predicted = engine.predict(before, at, { category });
      if (candidates.length === 0 && !predicted) continue;
      const rests = candidates
        .filter(({ isSnippet, insertText, filterText }) => !isSnippet && insertText.startsWith(filterText))
        .map(({ insertText, filterText }) => insertText.slice(filterText.length));
      const ghost = predicted?.insertText.slice(predicted.replaces) ?? '';
      this.shown.set(at, {
        hits:
          candidates.length > 0
            ? rests.filter((rest) => text.startsWith(rest, at)).map(({ length }) => length)
            : undefined,
        ghost: ghost.length,
        ghostIsRight: ghost !== '' && text.startsWith(ghost, at),
      });
    }
  }

  /** Takes the longest that fits, always. */
  greedy(show: Show, isAsked: (at: number) => boolean = () => true): Writing {
    let [keys, lists, useless, ghosts, right] = [0, 0, 0, 0, 0];
    for (let at = 0; at < this.text.length; keys++) {
      const shown = isAsked(at) ? this.shown.get(at) : undefined;
      const ghost = show === 'list' ? 0 : (shown?.ghost ?? 0);
      const hits = show === 'ghostText' || ghost > 0 ? undefined : shown?.hits;
      if (ghost > 0) ghosts++;
      if (ghost > 0 && shown?.ghostIsRight) right++;
      if (hits) lists++;
      if (hits?.length === 0) useless++;
      at += Math.max(1, ...(hits ?? []), shown?.ghostIsRight ? ghost : 0);
    }
    const characters = this.text.length;
    const saved = 1 - keys / characters;
    return { characters, saved, lists, useless: useless / lists, ghosts, right: right / ghosts };
  }

  /** The same, where the editor is asked only when an input method has committed a whole word. */
  greedyByWords(show: Show): Writing {
    const ends = new Set<number>();
    for (const { text, offset } of runsOf(this.text)) {
      for (const start of wordStarts(text)) ends.add(offset + start);
      ends.add(offset + text.length);
    }
    return this.greedy(show, (at) => ends.has(at));
  }
}
