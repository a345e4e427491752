import { contextualSpeller } from '../../text/pinyin';
import { charactersRead, isSyllableBegun } from '../../text/pinyinSyllables';
import type { Concordance } from '../corpus/concordance';
import { usualSample } from '../corpus/continuations';
import type { Range, SuffixArray } from '../corpus/suffixArray';
import type { PhraseFinder } from '../sources/phraseFinder';
import { segmentations } from './pinyinSegmentation';

/** Occurrences that are looked at for each way of spelling. */
const sample = 500;
/** Ways of going on that are returned, the likeliest. */
const mostFound = 120;
/** Different beginnings that are followed, and occurrences of them all that are looked at; a large library has more. */
const mostBeginnings = 16;
const mostContinued = 2500;
/** Han characters before the letters that are matched with them. */
const longestHan = 6;
/** What a character more that is not spelt in full takes from the likelihood. */
const odd = 0.1;
/** Share of letters that are pinyin of something in the library, where they are pinyin of anything in it. */
const certainty = 0.8;

/** Words of the library that pinyin stands for. */
export interface PinyinMatch {
  /** What would replace the letters. */
  readonly text: string;
  readonly likelihood: number;
  /** Position in the library, where the Han characters that were matched before the letters begin. */
  readonly position: number;
  readonly whole: boolean;
  /** Number of those characters. */
  readonly typed: number;
}

/**
 * Finds what pinyin input stands for: initials, full syllables, or a mixture. Each segmentation gives initials, which are
 * looked up in the suffix array of initials; a sample of what is found there is then checked against the whole input.
 */
export class PinyinMatcher {
  constructor(
    private readonly concordance: Concordance,
    private readonly phrases: PhraseFinder,
  ) {}

  /**
   * @param pinyin at least two letters
   * @param run Han characters and 、 before them
   */
  find(pinyin: string, run: string): readonly PinyinMatch[] {
    const found = new Map<string, PinyinMatch>();
    for (const spelled of [...this.after(run, pinyin), ...this.alone(pinyin)]) {
      const known = found.get(spelled.text);
      if (!known || known.likelihood < spelled.likelihood) found.set(spelled.text, spelled);
    }
    return [...found.values()].sort((a, b) => b.likelihood - a.likelihood).slice(0, mostFound);
  }

  /** Continuations of the characters before the letters. */
  private *after(run: string, pinyin: string): Generator<PinyinMatch> {
    const spells = contextualSpeller(pinyin);
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
  private *alone(pinyin: string): Generator<PinyinMatch> {
    const beginnings = this.beginnings(pinyin);
    const total = beginnings.reduce((sum, { count }) => sum + count, 0);
    const ranges = beginnings.map(({ text }) => this.phrases.range(text));
    const looks = ranges.reduce((sum, { start, end }) => sum + Math.min(end - start, usualSample), 0);
    const most = looks <= mostContinued ? usualSample : Math.ceil(mostContinued / ranges.length);
    for (const [at, { text: beginning }] of beginnings.entries()) {
      const { list } = this.phrases.continuations(ranges[at] ?? { start: 0, end: 0 }, 0, most);
      for (const { text, count, position, whole } of list) {
        if (text.length < beginning.length) continue;
        yield { text, position, whole, typed: 0, likelihood: (certainty * count) / Math.max(total, count) };
      }
    }
  }

  /** What the letters spell at the beginning of words, the most frequent first. */
  private beginnings(pinyin: string): readonly Beginning[] {
    const ways = segmentations(pinyin);
    const least = ways[0]?.cost ?? 0;
    const spells = contextualSpeller(pinyin);
    const spelt = new Counts();
    for (const { initials, cost } of ways) {
      if (initials.length > 1) spelt.add(this.begunWith(initials), odd ** (cost - least));
    }
    // Of a single character nothing is told but with the one after it.
    const single = new Counts();
    if (isSyllableBegun(pinyin)) single.add(this.begunWithOne(pinyin), 1);
    const candidates = [
      ...spelt.all.map((beginning) => ({ ...beginning, end: beginning.text.length })),
      ...single.all.map((beginning) => ({ ...beginning, end: 1 })),
    ].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
    const found: Beginning[] = [];
    for (const { text, count, end } of candidates) {
      if (found.length === mostBeginnings) break;
      // Looked at so late because it takes long and most are.
      if (spells(text) === end) found.push({ text, count });
    }
    return found;
  }

  /** What has these first letters. */
  private *begunWith(initials: string): Generator<Beginning> {
    const { byInitials } = this.concordance;
    const range = byInitials.find(Array.from(initials, (letter) => letter.charCodeAt(0)));
    yield* this.sampled(byInitials, range, initials.length, range.end - range.start);
  }

  /** Two characters each that begin with one that is read so, or may come to be when more is typed. */
  private *begunWithOne(pinyin: string): Generator<Beginning> {
    const { byText } = this.concordance;
    const characters = [...new Set(charactersRead(pinyin.replaceAll('ü', 'v')))];
    const ranges = characters.map((character) => this.phrases.range(character));
    const total = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    for (const range of ranges) {
      // The rarest do not matter among so many.
      if ((range.end - range.start) * sample >= total) yield* this.sampled(byText, range, 2, total);
    }
  }

  /** Text at evenly spread occurrences: as many as a range of `total` occurrences gets. */
  private *sampled(suffixes: SuffixArray, { start, end }: Range, length: number, total: number): Generator<Beginning> {
    const stride = Math.ceil(total / sample);
    for (let index = start; index < end; index += stride) {
      yield { text: this.concordance.store.slice(suffixes.at(index), length), count: stride };
    }
  }
}

/** Counts texts. */
class Counts {
  private readonly counts = new Map<string, number>();

  get all(): readonly Beginning[] {
    return Array.from(this.counts, ([text, count]) => ({ text, count }));
  }

  add(beginnings: Iterable<Beginning>, weight: number): void {
    for (const { text, count } of beginnings) this.counts.set(text, (this.counts.get(text) ?? 0) + count * weight);
  }
}

/** A beginning of words, and how often it begins one. */
interface Beginning {
  readonly text: string;
  readonly count: number;
}
