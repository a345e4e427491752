import type { Show } from '../../src/completion/candidate';
import { runsOf } from '../../src/text/han';
import type { CompletionEngine } from '../../src/completion/completionEngine';
import { wordStarts } from '../../src/text/wordStarts';

/** Candidates that the writer looks at. */
const examined = 5;

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
  private readonly lists = new Map<number, readonly string[]>();

  /** Asks the engine at every position of `text` what the editor would, knowing only what was typed before. */
  constructor(
    private readonly text: string,
    private readonly engine: CompletionEngine,
    private readonly category: string,
  ) {
    for (let at = 1; at < text.length; at++) {
      const candidates = engine.complete(text.slice(0, at), at, { category }).list.slice(0, examined);
      if (candidates.length === 0) continue;
      const rests = candidates
        .filter(({ isSnippet, insertText, filterText }) => !isSnippet && insertText.startsWith(filterText))
        .map(({ insertText, filterText }) => insertText.slice(filterText.length));
      this.lists.set(at, rests);
    }
  }

  /** Takes the longest that fits, always. */
  greedy(show: Show, isAsked: (at: number) => boolean = () => true): Writing {
    const { text } = this;
    let [keys, lists, useless, ghosts, right] = [0, 0, 0, 0, 0];
    /** All that lists have offered in this line, and where. */
    const offered = new Map<number, readonly string[]>();
    for (let at = 0; at < text.length; keys++) {
      if (text.charAt(at - 1) === '\n') offered.clear();
      const ghost = show === 'list' || !isAsked(at) ? '' : this.ghost(at, show === 'both' ? offered : new Map());
      const rests = show === 'ghostText' || ghost || !isAsked(at) ? undefined : this.lists.get(at);
      const ghostIsRight = ghost !== '' && text.startsWith(ghost, at);
      const hits = rests?.filter((rest) => text.startsWith(rest, at)) ?? [];
      if (ghost) ghosts++;
      if (ghostIsRight) right++;
      if (rests) lists++;
      if (rests && hits.length === 0) useless++;
      if (rests) offered.set(at, rests);
      at += Math.max(1, ...hits.map(({ length }) => length), ghostIsRight ? ghost.length : 0);
    }
    const characters = text.length;
    const saved = 1 - keys / characters;
    return { characters, saved, lists, useless: useless / lists, ghosts, right: right / ghosts };
  }

  /** The ghost text at a position. */
  private ghost(at: number, offeredBefore: ReadonlyMap<number, readonly string[]>): string {
    const before = this.text.slice(0, at);
    const offered = [...offeredBefore].flatMap(([from, rests]) => {
      const typed = before.slice(from);
      return rests.filter((rest) => rest.startsWith(typed)).map((rest) => rest.slice(typed.length));
    });
    const context = { show: 'ghostText', category: this.category, offered } as const;
    const { ghost: predicted } = this.engine.complete(before, at, context);
    return predicted?.insertText.slice(predicted.replaces) ?? '';
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
