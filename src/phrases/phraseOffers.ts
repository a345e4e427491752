import type { Candidate, CompletionContext } from './candidate';
import { canBegin, isRunCode, runStart } from './chinese';
import type { Offer } from './chooseBest';
import type { Collocations } from './collocations';
import type { Concordance, Place } from './concordance';
import type { DraftEchoes } from './draftEcho';
import { habitKey } from './habits';
import { LatinFinder } from './latinFinder';
import { likelihood } from './likelihood';
import type { Typed } from './phraseFinder';
import { longestTyped, PhraseFinder } from './phraseFinder';
import { openingAt } from './opening';
import { wordStarts } from './wordStarts';

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
        habit: habitKey(run, found.text),
        whole: found.whole,
        likelihood: likelihood(found.evidence) * kinOf(found.places, context),
        candidate: () => this.candidate(found, run, '', found.places, context),
      }))
      .filter((offer) => offer.whole || offer.likelihood >= leastLikelihood);
  }

  /** What the letters before `offset` spell, alone or together with the Chinese before them. */
  spelled(latin: string, text: string, offset: number, context: CompletionContext): readonly Offered[] {
    const { run } = typedBefore(text, offset - latin.length);
    return this.latins.find(latin, run).map((found) => {
      const whole = run.slice(run.length - found.typed) + found.text;
      const places = (): readonly Place[] => this.phrases.places(this.phrases.range(whole));
      const habit = habitKey(run, found.text);
      return { ...found, habit, candidate: () => this.candidate(found, run, latin, places(), context) };
    });
  }

  private candidate(
    continuing: Continuing,
    run: string,
    latin: string,
    places: readonly Place[],
    { category }: CompletionContext,
  ): Candidate {
    const { text, position, whole, common } = continuing;
    const typed = run.slice(run.length - this.labelled(continuing, run));
    const own = whole && position !== undefined ? this.concordance.place(position) : undefined;
    const place = own ?? places.find(({ article }) => article.category === category) ?? places[0];
    return {
      kind: 'phrase',
      label: typed + text,
      insertText: typed + text,
      isSnippet: false,
      replaces: typed.length + latin.length,
      filterText: typed + latin,
      habit: habitKey(run, text),
      ...(common ? { common } : {}),
      ...place,
      score: 0,
    };
  }

  /** How many of the typed characters the label repeats: as many as fit, from the beginning of a word. */
  private labelled({ text, position, whole, typed }: Continuing, run: string): number {
    if (whole || typed === 0) return typed;
    const fitting = Math.min(typed, Math.max(longestLabel - text.length, shortestTyped));
    const known = run.slice(run.length - typed);
    const words =
      position === undefined
        ? wordStarts(known)
        : Array.from(known, (_, index) => index).filter((index) => this.concordance.store.isBoundary(position + index));
    const start = words.find((at, index) => {
      const rest = known.slice(at);
      return rest.length <= fitting && !rest.includes('、') && canBegin(known.slice(at, words[index + 1]));
    });
    return start === undefined ? Math.min(typed, shortestTyped) : typed - start;
  }
}

const kinOf = (places: readonly Place[], { category }: CompletionContext): number =>
  category && places.some(({ article }) => article.category === category) ? kinship : 1;

/** 一、, 1、, 一是, 二要: what numbers headings and points opens a clause as punctuation does. */
const enumerator = /^(?:[一二三四五六七八九十]{0,3}、|[一二三四五六七八九十]{1,2}[是要])/;

/** The clause before `offset`, or the end of a long one. */
export function typedBefore(text: string, offset: number): Typed {
  const before = text.slice(Math.max(0, offset - longestTyped), offset);
  const run = before.slice(runStart(before, before.length));
  if (isRunCode(text.charCodeAt(offset - run.length - 1))) return { run, opens: undefined, words: wordsOf(run) };
  const clause = run.replace(enumerator, '');
  return { run: clause, opens: openingAt(text, offset - run.length), words: wordsOf(clause) };
}

const wordsOf = (run: string): ReadonlySet<number> => new Set(wordStarts(run));
