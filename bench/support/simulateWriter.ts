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

/** What taking a candidate costs: one key wherever it stands, or the arrow keys down to it as well. */
export type Taking = 'oneKey' | 'arrowKeys';

/** A text, and what completion shows at the positions of it. */
export class SimulatedWriter {
  private readonly lists = new Map<number, readonly string[] | undefined>();

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
    const offered = new Map<number, readonly string[]>();
    for (let at = 0; at < text.length;) {
      if (text.charAt(at - 1) === '\n') offered.clear();
      const ghost = show === 'list' || !isAsked(at) ? '' : this.ghost(at, show === 'both' ? offered : new Map());
      const rests = show === 'ghostText' || ghost || !isAsked(at) ? undefined : this.list(at);
      const ghostIsRight = ghost !== '' && text.startsWith(ghost, at);
      const hits = (rests ?? [])
        .map((rest, place) => ({ length: rest.length, cost: taking === 'oneKey' ? 1 : place + 1, rest }))
        .filter(({ rest }) => text.startsWith(rest, at));
      if (ghost) ghosts++;
      if (ghostIsRight) right++;
      if (rests) lists++;
      if (rests && hits.length === 0) useless++;
      if (rests) offered.set(at, rests);
      const ways = [{ length: 1, cost: 1 }, { length: ghostIsRight ? ghost.length : 0, cost: 1 }, ...hits];
      const best = ways.reduce((a, b) => (b.length - b.cost > a.length - a.cost ? b : a));
      at += best.length;
      keys += best.cost;
    }
    const characters = text.length;
    const saved = 1 - keys / characters;
    return { characters, saved, lists, useless: useless / lists, ghosts, right: right / ghosts };
  }

  /** What the list at a position would insert, its first places; undefined where none shows. */
  private list(at: number): readonly string[] | undefined {
    if (!this.lists.has(at)) this.lists.set(at, this.ask(at));
    return this.lists.get(at);
  }

  private ask(at: number): readonly string[] | undefined {
    if (at === 0) return undefined;
    const candidates = this.engine.complete(this.text.slice(0, at), at, { category: this.category }).list;
    const looked = candidates.slice(0, examined);
    if (looked.length === 0) return undefined;
    // What cannot be a continuation keeps its place.
    return looked.map(({ isSnippet, insertText, filterText }) =>
      !isSnippet && insertText.startsWith(filterText) ? insertText.slice(filterText.length) : '\0',
    );
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
