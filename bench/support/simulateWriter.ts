import type { OfferedBefore, Show } from '../../src/completion/candidate';
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

/** What taking a candidate costs: one key wherever it stands, or the arrow keys down to it as well. */
export type Taking = 'oneKey' | 'arrowKeys';

/** A text, and what completion shows at the positions of it. */
export class SimulatedWriter {
  private readonly lists = new Map<string, readonly string[] | undefined>();

  /** Asks the engine what the editor would, knowing only what was typed before. */
  constructor(
    private readonly text: string,
    private readonly engine: CompletionEngine,
    private readonly category: string,
  ) {}

  /** Takes what saves most of what fits, always; of what saves as much the longest. */
  greedy(show: Show, isAsked: (at: number) => boolean = () => true, taking: Taking = 'oneKey'): Writing {
    const { text } = this;
    let [keys, lists, useless, ghosts, right] = [0, 0, 0, 0, 0];
    /** All that lists have offered in this line, and where. */
    const shown = new Map<number, readonly string[]>();
    for (let at = 0; at < text.length;) {
      if (text.charAt(at - 1) === '\n') shown.clear();
      const offered = show === 'ghostText' ? [] : this.offered(at, shown);
      const ghost = show === 'list' || !isAsked(at) ? '' : this.ghost(at, offered);
      const rests = show === 'ghostText' || ghost || !isAsked(at) ? undefined : this.list(at, offered);
      const ghostIsRight = ghost !== '' && text.startsWith(ghost, at);
      const hits = (rests ?? [])
        .map((rest, place) => ({ length: rest.length, cost: taking === 'oneKey' ? 1 : place + 1, rest }))
        .filter(({ rest }) => text.startsWith(rest, at));
      if (ghost) ghosts++;
      if (ghostIsRight) right++;
      if (rests) lists++;
      if (rests && hits.length === 0) useless++;
      if (rests) shown.set(at, rests);
      const ways = [{ length: 1, cost: 1 }, { length: ghostIsRight ? ghost.length : 0, cost: 1 }, ...hits];
      const best = ways.reduce((a, b) => (b.length - b.cost > a.length - a.cost ? b : a));
      // What was taken is no longer passed over, nor is what stood beside it.
      if (best.cost < best.length) shown.clear();
      at += best.length;
      keys += best.cost;
    }
    const characters = text.length;
    const saved = 1 - keys / characters;
    return { characters, saved, lists, useless: useless / lists, ghosts, right: right / ghosts };
  }

  /** What the list at a position would insert, its first places; undefined where none shows. */
  private list(at: number, offered: readonly OfferedBefore[]): readonly string[] | undefined {
    const key = [at, ...offered.map(({ rest, first }) => rest + (first ? '!' : ''))].join(' ');
    if (!this.lists.has(key)) this.lists.set(key, this.ask(at, offered));
    return this.lists.get(key);
  }

  private ask(at: number, offered: readonly OfferedBefore[]): readonly string[] | undefined {
    if (at === 0) return undefined;
    const candidates = this.engine.complete(this.text.slice(0, at), at, { category: this.category, offered }).list;
    const looked = candidates.slice(0, examined);
    if (looked.length === 0) return undefined;
    // What cannot be a continuation keeps its place.
    return looked.map(({ isSnippet, insertText, filterText }) =>
      !isSnippet && insertText.startsWith(filterText) ? insertText.slice(filterText.length) : '\0',
    );
  }

  /** What of the lists before a position may still come true there. */
  private offered(at: number, lists: ReadonlyMap<number, readonly string[]>): readonly OfferedBefore[] {
    return [...lists].flatMap(([from, rests]) => {
      const typed = this.text.slice(from, at);
      return rests.flatMap((rest, place) =>
        typed && rest.startsWith(typed) ? [{ rest: rest.slice(typed.length), first: place === 0 }] : [],
      );
    });
  }

  /** The ghost text at a position. */
  private ghost(at: number, offered: readonly OfferedBefore[]): string {
    const before = this.text.slice(0, at);
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
