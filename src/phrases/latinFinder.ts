import { contextualSpeller } from '../library/pinyin';
import type { Concordance } from './concordance';
import { spelledInitials } from './latinSpelling';
import type { PhraseFinder } from './phraseFinder';

/** Occurrences that are looked at for each way of spelling. */
const sample = 800;
/** Different beginnings that are followed. */
const mostBeginnings = 24;
/** Han characters before the letters that are matched with them. */
const longestHan = 6;
/** Share of letters that are pinyin of something in the library, where they are pinyin of anything in it. */
const certainty = 0.8;

/** Something in the library that was spelt. */
export interface Spelled {
  /** What would replace the letters. */
  readonly text: string;
  readonly likelihood: number;
  /** Position in the library, where the Han characters that were matched before the letters begin. */
  readonly position: number;
  readonly whole: boolean;
  /** Number of those characters. */
  readonly typed: number;
}

/** Finds what letters spell in pinyin: initials, full syllables, or a mixture. */
export class LatinFinder {
  constructor(
    private readonly concordance: Concordance,
    private readonly phrases: PhraseFinder,
  ) {}

  /**
   * @param latin at least two letters
   * @param run Han characters and 、 before them
   */
  find(latin: string, run: string): readonly Spelled[] {
    const found = new Map<string, Spelled>();
    for (const spelled of [...this.after(run, latin), ...this.alone(latin)]) {
      const known = found.get(spelled.text);
      if (!known || known.likelihood < spelled.likelihood) found.set(spelled.text, spelled);
    }
    return [...found.values()];
  }

  /** Continuations of the characters before the letters. */
  private *after(run: string, latin: string): Generator<Spelled> {
    const spells = contextualSpeller(latin);
    for (let typed = Math.min(run.length, longestHan); typed >= 2; typed--) {
      const before = run.slice(-typed);
      const { list } = this.phrases.continuations(this.phrases.range(before), typed);
      const spelled = list.filter(({ text }) => spells(before + text, typed) !== undefined);
      const total = spelled.reduce((sum, { count }) => sum + count, 0);
      for (const { text, count, position, whole } of spelled) {
        yield { text, position, whole, typed, likelihood: (certainty * count) / total };
      }
    }
  }

  /** Words that begin with what the letters spell. */
  private *alone(latin: string): Generator<Spelled> {
    const beginnings = this.beginnings(latin);
    const total = beginnings.reduce((sum, { count }) => sum + count, 0);
    for (const { text: beginning } of beginnings) {
      const { list } = this.phrases.continuations(this.phrases.range(beginning), 0);
      for (const { text, count, position, whole } of list) {
        if (text.length < beginning.length) continue;
        yield { text, position, whole, typed: 0, likelihood: (certainty * count) / Math.max(total, count) };
      }
    }
  }

  /** What the letters spell at the beginning of words, the most frequent first. */
  private beginnings(latin: string): readonly { readonly text: string; readonly count: number }[] {
    const { byLetters, store } = this.concordance;
    const spells = contextualSpeller(latin);
    const counts = new Map<string, number>();
    for (const initials of spelledInitials(latin)) {
      if (initials.length < 2) continue;
      const { start, end } = byLetters.find(Array.from(initials, (letter) => letter.charCodeAt(0)));
      const stride = Math.ceil((end - start) / sample);
      for (let place = start; place < end; place += stride) {
        const text = store.slice(byLetters.at(place), initials.length);
        counts.set(text, (counts.get(text) ?? 0) + stride);
      }
    }
    return [...counts]
      .filter(([text]) => spells(text) === text.length)
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, mostBeginnings);
  }
}
