import type { Article } from '../library/article';
import type { Disposable } from '../base/event';
import type { Library } from '../library/library';
import { finishInSlices } from '../base/slices';
import type { Candidate, CompletionContext } from './candidate';
import { chooseBest, lookedAt, usefulness } from './ranking/chooseBest';
import { Collocations } from './corpus/collocations';
import { Concordance } from './corpus/concordance';
import { longestContinuation } from './corpus/continuations';
import { DraftCategory } from './ranking/draftCategory';
import { DraftEchoes } from './sources/draftRepetitions';
import { Habits } from './ranking/acceptanceHistory';
import { isBalanced } from '../text/isBalanced';
import { isProse } from './isProse';
import { isForeign, latinRun } from './pinyin/pinyinInput';
import type { Offered } from './sources/phraseOffers';
import { PhraseOffers } from './sources/phraseOffers';
import { begunQuotes, spelledQuotes } from './sources/quoteOffers';
import { QuoteTable } from './corpus/quotes';
import { lineStart } from './lineStart';
import { beginsTyped, isRepeated } from './ranking/repeats';
import { parseSnippets, SnippetTable } from './sources/snippets';

/** Most candidates in a list. */
const mostCandidates = 30;

/** What could go on at one place. */
interface Continuing {
  readonly text: string;
  readonly cursor: number;
  readonly category: string | undefined;
  readonly offers: readonly Offered[];
}

/** Text after the cursor that is compared with what would be inserted. */
const longestOverlap = 14;

/** The clause or item just before, and the one that is being written: nobody goes on in this as in that. */
const lastClauses = /[^、，,；;。！？]*[、，,；;]?[^、，,；;。！？]*$/;
const longestRecent = 60;
/** Less comes again in parallel clauses. */
const shortestRepeated = 4;

export interface CompletionOptions {
  /** Least probability, from 0 to 1, that one of the first five of a list is what the writer goes on to type. */
  readonly threshold?: number;
  /** Least probability, from 0 to 1, that ghost text is right. */
  readonly certainty?: number;
  /** What the writer accepted and passed over before. */
  readonly habits?: Habits;
  /** What is in common use: a table as `Collocations` reads it. */
  readonly collocations?: string;
}

/** Fewer characters are not worth a look at ghost text. */
const shortestPrediction = 3;

/** See `bench/charactersSaved.ts`. */
const defaultThreshold = 0.15;
/** Ghost text is then right more than half the times it shows: see `bench/charactersSaved.ts`. */
const defaultCertainty = 0.6;

/**
 * Says what to offer at a cursor in Chinese prose: words of the library and of the draft itself, quotes and skeletons.
 * Answers from memory. Nothing is built before `ready`; from then on a changed article costs what that article costs.
 */
export class CompletionEngine implements Disposable {
  private concordance = new Concordance();
  private readonly echoes = new DraftEchoes();
  private readonly collocations = new Collocations();
  private phrases = new PhraseOffers(this.concordance, this.echoes, this.collocations);
  private readonly quotes = new QuoteTable();
  private readonly snippets: SnippetTable;
  private readonly categories = new DraftCategory();
  private readonly habits: Habits;
  private readonly threshold: number;
  private readonly certainty: number;
  private readonly collocationTable: string;
  private loading: Promise<void> | undefined;
  /** Articles that the tables were last made to agree with. */
  private agreed: readonly Article[] = [];
  private updating: Promise<void> = Promise.resolve();
  /** The list and the ghost text ask for the same place. */
  private latest: Continuing | undefined;
  private subscription: Disposable | undefined;
  private disposed = false;

  /**
   * @param snippetFiles texts of VS Code snippet files
   * @throws SyntaxError if one of them is not JSON
   */
  constructor(
    private readonly library: Library,
    snippetFiles: readonly string[] = [],
    options: CompletionOptions = {},
  ) {
    const { threshold = defaultThreshold, certainty = defaultCertainty, habits = new Habits() } = options;
    this.habits = habits;
    this.certainty = certainty;
    this.snippets = new SnippetTable(snippetFiles.flatMap(parseSnippets));
    this.threshold = threshold;
    this.collocationTable = options.collocations ?? '';
  }

  /** Resolves when the library is loaded and the tables agree with it. */
  async ready(): Promise<void> {
    this.subscription ??= this.library.onDidChange(() => this.follow());
    this.loading ??= finishInSlices(this.collocations.load(this.collocationTable));
    await Promise.all([this.loading, this.library.load()]);
    this.follow();
    await this.updating;
  }

  /**
   * What to offer at a UTF-16 offset of a draft, best first; nothing where nothing is likely enough to be wanted.
   * Never throws; an offset outside the text counts as its nearer end.
   */
  complete(text: string, offset: number, context: CompletionContext = {}): readonly Candidate[] {
    const cursor = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
    if (!isProse(text, cursor)) return [];
    const before = text.slice(lineStart(text, cursor), cursor);
    const called = this.snippets.called(before);
    const latin = latinRun(text, cursor);
    const offers = latin
      ? [...this.phrases.spelled(latin, text, cursor, context), ...spelledQuotes(this.quotes, latin)]
      : this.continuing(text, cursor, context);
    const chosen = chooseBest(this.wanted(offers, text, cursor), mostCandidates);
    // Letters can hardly be meant otherwise.
    const meant = latin !== '' || context.deliberate === true;
    // What was passed over moves down; only what nobody would want takes the list away.
    const useful = (): boolean =>
      usefulness(chosen.slice(0, lookedAt)) >= this.threshold ||
      usefulness(chooseBest(this.left(offers, text, cursor), lookedAt)) >= this.threshold;
    const shown = meant || useful() ? chosen : [];
    return [
      ...called.filter(({ candidate: { byName } }) => byName).map(({ candidate }) => candidate),
      ...shown.map(toCandidate),
      ...called.filter(({ candidate: { byName } }) => !byName).map(({ candidate }) => candidate),
    ].slice(0, mostCandidates);
  }

  /**
   * The one continuation to show as ghost text: of those that are more likely right than wrong the one that saves most.
   * None while latin letters stand before the cursor: an input method may be composing. None that goes on as a list offered
   * already: it was not wanted, and there it still is.
   */
  predict(text: string, offset: number, context: CompletionContext = {}): Candidate | undefined {
    const cursor = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
    if (/[A-Za-z']/.test(text.charAt(cursor - 1)) || !isProse(text, cursor)) return undefined;
    const { offered = [] } = context;
    const likely = this.wanted(this.continuing(text, cursor, context), text, cursor).filter(
      ({ likelihood, text: predicted }) =>
        likelihood >= this.certainty &&
        predicted.length >= shortestPrediction &&
        !offered.some((rest) => predicted.startsWith(rest)),
    );
    const [best] = chooseBest(likely, 1);
    return best && toCandidate(best);
  }

  /** Ways to go on after Chinese. */
  private continuing(text: string, cursor: number, context: CompletionContext): readonly Offered[] {
    const { latest } = this;
    if (latest?.cursor === cursor && latest.text === text && latest.category === context.category) return latest.offers;
    const category = context.category ?? this.categories.of(text, cursor);
    const before = text.slice(lineStart(text, cursor), cursor);
    const phrases = this.phrases.typed(text, cursor, category === undefined ? context : { category });
    const offers = [...phrases, ...begunQuotes(this.quotes, before)];
    this.latest = { text, cursor, category: context.category, offers };
    return offers;
  }

  /** The offers that do not stand after the cursor already, as likely as the writer's habits make them. */
  private wanted(offers: readonly Offered[], text: string, cursor: number): readonly Offered[] {
    return this.left(offers, text, cursor).map((offer) => {
      return { ...offer, likelihood: this.habits.adjust(offer.likelihood, offer.habit) };
    });
  }

  /** The offers that do not stand after the cursor or just before it already, and tear no quotation marks apart. */
  private left(offers: readonly Offered[], text: string, cursor: number): readonly Offered[] {
    const after = text.slice(cursor, cursor + longestOverlap);
    const before = text.slice(lineStart(text, cursor), cursor);
    const [recent = ''] = lastClauses.exec(before.slice(-longestRecent)) ?? [];
    const isTyped = ({ text: offered }: Offered): boolean =>
      (offered.length >= shortestRepeated && recent.includes(before.slice(-1) + offered)) ||
      // It goes on from a shorter end of what is typed: 一级|抓一级、层层抓落实 behind 一级抓一级.
      beginsTyped(before, offered) ||
      // Only quotes are that long, and used once.
      (offered.length > longestContinuation && text.includes(offered));
    return offers.filter((offer) => {
      return !isRepeated(offer.text, after) && !isTyped(offer) && isBalanced(before, offer.text);
    });
  }

  /** Whether what is typed on at an offset may bring something up. */
  expectsMore(text: string, offset: number): boolean {
    return !isForeign(text, offset) && isProse(text, offset);
  }

  dispose(): void {
    this.disposed = true;
    this.subscription?.dispose();
  }

  private follow(): void {
    const update = (): Promise<void> => this.update();
    // One after the other, whatever became of the one before.
    this.updating = this.updating.then(update, update);
  }

  /** Makes the tables agree with the library. */
  private async update(): Promise<void> {
    const { articles } = this.library;
    if (articles === this.agreed || this.disposed) return;
    const [before, now] = [new Set(this.agreed), new Set(articles)];
    const removed = new Set(this.agreed.filter((article) => !now.has(article)));
    const added = articles.filter((article) => !before.has(article));
    this.agreed = articles;
    this.quotes.update(removed, added);
    await finishInSlices(this.categories.update(removed, added));
    // Removed text keeps its room, so now and then everything is written anew.
    if (this.concordance.wornOut || 2 * removed.size > before.size) {
      const concordance = new Concordance();
      await finishInSlices(concordance.update(new Set(), articles));
      this.concordance = concordance;
      this.phrases = new PhraseOffers(concordance, this.echoes, this.collocations);
    } else {
      await finishInSlices(this.concordance.update(removed, added));
    }
    this.latest = undefined;
  }
}

const toCandidate = ({ candidate, likelihood }: Offered): Candidate => ({
  ...candidate(),
  score: Math.min(likelihood, 1),
});
