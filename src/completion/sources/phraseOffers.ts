import type { Candidate, CompletionContext } from '../candidate';
import { canBegin, runStart } from '../../text/han';
import type { Offer } from '../ranking/chooseBest';
import type { Collocations } from '../corpus/collocations';
import type { Concordance, Place } from '../corpus/concordance';
import type { DraftEchoes } from './draftRepetitions';
import { habitKey } from '../ranking/acceptanceHistory';
import { LatinFinder } from '../pinyin/pinyinMatcher';
import { likelihood } from '../ranking/likelihood';
import type { Typed } from './phraseFinder';
import { longestTyped, PhraseFinder } from './phraseFinder';
import { openingAt } from '../ranking/opening';
import { wordStarts } from '../../text/wordStarts';

/** An offer that can become a candidate. */
export interface Offered extends Offer {
  readonly candidate: () => Candidate;
  /** What the writer's habits know it by. */
  readonly habit: string;
}

/** Most characters of a label, unless it is a whole phrase of a list. */
const longestLabel = 16;
/** Fewest characters that bring something up. One is too little even at the start of a clause: measured, it saves nothing. */
const shortestTyped = 2;
/** What is less likely is left out, unless it is a whole phrase of a list, which someone may look for further down. */
const leastLikelihood = 0.01;
/** How much likelier words are that an article of the draft's own category has: decides where all else is equal. */
const kinship = 1.1;

/** A way to go on, and where it is from. */
interface Continuing {
  readonly text: string;
  readonly position: number | undefined;
  readonly whole: boolean;
  readonly typed: number;
  readonly common?: boolean;
}

/** Offers words of the library and of the draft. */
export class PhraseOffers {
  private readonly phrases: PhraseFinder;
  private readonly latins: LatinFinder;

  constructor(
    private readonly concordance: Concordance,
    private readonly echoes: DraftEchoes,
    collocations: Collocations,
  ) {
    this.phrases = new PhraseFinder(concordance, collocations);
    this.latins = new LatinFinder(concordance, this.phrases);
  }

  /** Ways to go on after the Chinese before `offset`. */
  typed(text: string, offset: number, context: CompletionContext): readonly Offered[] {
    const typed = typedBefore(text, offset);
    const { run } = typed;
    if (run.length < shortestTyped) return [];
    return this.phrases
      .find(typed, shortestTyped, this.echoes.at(text, offset))
      .map((found) => ({
        text: found.text,
        habit: habitKey(lastWord(typed), found.text),
        whole: found.whole,
        likelihood: likelihood(found.evidence) * kinOf(found.places, context),
        candidate: () => this.candidate(found, typed, '', found.places, context),
      }))
      .filter((offer) => offer.whole || offer.likelihood >= leastLikelihood);
  }

  /** What the letters before `offset` spell, alone or together with the Chinese before them. */
  spelled(latin: string, text: string, offset: number, context: CompletionContext): readonly Offered[] {
    const typed = typedBefore(text, offset - latin.length);
    const { run } = typed;
    return this.latins.find(latin, run).map((found) => {
      const whole = run.slice(run.length - found.typed) + found.text;
      const places = (): readonly Place[] => this.phrases.places(this.phrases.range(whole));
      const habit = habitKey(found.typed > 0 ? lastWord(typed) : '', found.text);
      return { ...found, habit, candidate: () => this.candidate(found, typed, latin, places(), context) };
    });
  }

  private candidate(
    continuing: Continuing,
    before: Typed,
    latin: string,
    places: readonly Place[],
    { category }: CompletionContext,
  ): Candidate {
    const { text, position, whole, common } = continuing;
    const typed = labelled(continuing, before);
    const own = whole && position !== undefined ? this.concordance.place(position) : undefined;
    const place = own ?? places.find(({ article }) => article.category === category) ?? places[0];
    return {
      kind: 'phrase',
      label: typed + text,
      insertText: typed + text,
      isSnippet: false,
      replaces: typed.length + latin.length,
      filterText: typed + latin,
      habit: habitKey(continuing.typed > 0 ? lastWord(before) : '', text),
      ...(common ? { common } : {}),
      ...place,
      score: 0,
    };
  }
}

/** What was typed that the label repeats: as much as fits, from the beginning of a word. */
function labelled({ text, whole, typed }: Continuing, { run, words }: Typed): string {
  if (typed === 0) return '';
  const start = run.length - typed;
  if (whole && words.has(start)) return run.slice(start);
  const fitting = longestLabel - text.length;
  const begins = [...words].filter((at, index, all) => canBegin(run.slice(at, all[index + 1])));
  const fits = begins.find((at) => at >= start && run.length - at <= fitting && !run.includes('、', at));
  return run.slice(fits ?? begins.at(-1) ?? 0);
}

const lastWord = ({ run, words }: Typed): string =>
  run.slice(Math.max(0, ...[...words].filter((at) => at < run.length)));

const kinOf = (places: readonly Place[], { category }: CompletionContext): number =>
  category && places.some(({ article }) => article.category === category) ? kinship : 1;

/** 一、, 1、, 一是, 二要: what numbers headings and points opens a clause as punctuation does. */
const enumerator = /^(?:[一二三四五六七八九十]{0,3}、|[一二三四五六七八九十]{1,2}[是要])/;

/** The clause before `offset`, or the end of a long one. */
export function typedBefore(text: string, offset: number): Typed {
  // What is cut may be cut inside a word; further on the segmenter finds the words again.
  const start = runStart(text, offset, offset - 2 * longestTyped);
  const near = text.slice(start, offset);
  if (near.length > longestTyped) return { ...endOf(near, near.length - longestTyped), opens: undefined };
  const numbered = enumerator.exec(near)?.[0].length ?? 0;
  return { ...endOf(near.slice(numbered), 0), opens: openingAt(text, start) };
}

/** The end of a clause from `from` on, and its words. */
function endOf(clause: string, from: number): Pick<Typed, 'run' | 'words'> {
  const words = wordStarts(clause).map((word) => word - from);
  return { run: clause.slice(from), words: new Set(words.filter((word) => word >= 0)) };
}
