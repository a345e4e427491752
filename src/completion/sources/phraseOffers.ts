import type { Candidate, CompletionContext, PassageRef } from '../candidate';
import type { Collocations } from '../corpus/collocations';
import type { Concordance } from '../corpus/concordance';
import { PinyinMatcher } from '../pinyin/pinyinMatcher';
import { historyKeyOf } from '../ranking/acceptanceHistory';
import type { Offer } from '../ranking/chooseBest';
import { likelihood } from '../ranking/likelihood';
import type { DraftRepetitions } from './draftRepetitions';
import { PhraseFinder } from './phraseFinder';
import type { TypedClause } from './typedClause';
import { labelPrefix, lastWordOf, typedClauseBefore } from './typedClause';

/** An offer that can become a candidate. */
export interface CandidateOffer extends Offer {
  readonly candidate: () => Candidate;
  /** Its key in the acceptance history. */
  readonly historyKey: string;
  /** Whether nobody writes it twice in a draft. */
  readonly once?: boolean;
}

/** Fewest characters that bring something up. One is too little even at the start of a clause: measured, it saves nothing. */
const shortestTyped = 2;
/** What is less likely is left out, unless it is a whole phrase of a list, which someone may look for further down. */
const leastLikelihood = 0.01;
/** How much likelier words are that an article of the draft's own category has: decides where all else is equal. */
const sameCategory = 1.1;

/** A way to go on, and where it is from. */
interface PhraseSource {
  readonly text: string;
  /** Position in the library, where the matched typed characters begin. */
  readonly position: number | undefined;
  readonly whole: boolean;
  /** Number of those characters. */
  readonly typed: number;
  readonly common?: boolean;
}

/** Offers words of the library, of the draft and of common use. */
export class PhraseOffers {
  private readonly phrases: PhraseFinder;
  private readonly pinyin: PinyinMatcher;

  constructor(
    private readonly concordance: Concordance,
    private readonly draftRepetitions: DraftRepetitions,
    collocations: Collocations,
  ) {
    this.phrases = new PhraseFinder(concordance, collocations);
    this.pinyin = new PinyinMatcher(concordance, this.phrases);
  }

  /** Ways to go on after the Chinese before `offset`. */
  typed(text: string, offset: number, context: CompletionContext): readonly CandidateOffer[] {
    const clause = typedClauseBefore(text, offset);
    if (clause.run.length < shortestTyped) return [];
    return this.phrases
      .find(clause, shortestTyped, this.draftRepetitions.at(text, offset, context.copies, this.concordance.ends))
      .map((found) => ({
        text: found.text,
        historyKey: historyKeyOf(lastWordOf(clause), found.text),
        whole: found.whole,
        likelihood: likelihood(found.evidence) * categoryFactor(found.passages, context),
        candidate: () => this.candidate(found, clause, '', found.passages, context),
      }))
      .filter((offer) => offer.whole || offer.likelihood >= leastLikelihood);
  }

  /** With which share of its occurrences the last word before `offset` ends its clause, between 0 and 1. */
  endsShare(text: string, offset: number): number {
    return this.concordance.ends.share(lastWordOf(typedClauseBefore(text, offset)));
  }

  /** What pinyin before `offset` stands for, alone or together with the Chinese before it. */
  spelled(pinyin: string, text: string, offset: number, context: CompletionContext): readonly CandidateOffer[] {
    const clause = typedClauseBefore(text, offset - pinyin.length);
    const { run } = clause;
    return this.pinyin.find(pinyin, run).map((found) => {
      const phrase = run.slice(run.length - found.typed) + found.text;
      const passages = (): readonly PassageRef[] => this.phrases.passages(this.phrases.range(phrase));
      const historyKey = historyKeyOf(found.typed > 0 ? lastWordOf(clause) : '', found.text);
      return { ...found, historyKey, candidate: () => this.candidate(found, clause, pinyin, passages(), context) };
    });
  }

  private candidate(
    { text, position, whole, typed, common }: PhraseSource,
    clause: TypedClause,
    pinyin: string,
    passages: readonly PassageRef[],
    { category }: CompletionContext,
  ): Candidate {
    const prefix = labelPrefix(clause, text, typed, whole);
    const own = whole && position !== undefined ? this.concordance.passageAt(position) : undefined;
    const source = own ?? passages.find(({ article }) => article.category === category) ?? passages[0];
    return {
      kind: 'phrase',
      label: prefix + text,
      insertText: prefix + text,
      isSnippet: false,
      replaces: prefix.length + pinyin.length,
      filterText: prefix + pinyin,
      historyKey: historyKeyOf(typed > 0 ? lastWordOf(clause) : '', text),
      ...(common ? { common } : {}),
      ...source,
      score: 0,
    };
  }
}

const categoryFactor = (passages: readonly PassageRef[], { category }: CompletionContext): number =>
  category && passages.some(({ article }) => article.category === category) ? sameCategory : 1;
