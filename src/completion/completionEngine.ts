import type { Disposable } from '../base/event';
import { finishInSlices } from '../base/slices';
import type { Article } from '../library/article';
import type { Library } from '../library/library';
import type { Candidate, CompletionContext, Completions } from './candidate';
import type { CollocationTables } from './corpus/collocations';
import { Collocations } from './corpus/collocations';
import { Concordance } from './corpus/concordance';
import type { PreparedConcordance } from './corpus/concordanceTables';
import type { PreparedTables } from './corpus/preparedTables';
import { QuoteTable } from './corpus/quotes';
import { selectArticles } from './corpus/selectArticles';
import { isProse } from './isProse';
import { lineStart } from './markdownLine';
import { pinyinInput, pinyinOfEmptyDraft } from './pinyin/pinyinInput';
import { AcceptanceHistory } from './ranking/acceptanceHistory';
import { fitsAt } from './ranking/alreadyThere';
import { chooseBest, coverage, examined } from './ranking/chooseBest';
import { DraftCategory } from './ranking/draftCategory';
import { lessIfTypedOver } from './ranking/impressionTracking';
import { usefulness } from './ranking/usefulness';
import { DraftRepetitions } from './sources/draftRepetitions';
import type { CandidateOffer } from './sources/phraseOffers';
import { PhraseOffers } from './sources/phraseOffers';
import { begunQuotes, spelledQuotes } from './sources/quoteOffers';
import { parseSnippets, SnippetTable } from './sources/snippets';

/** Most candidates in a list. */
const mostCandidates = 30;
/** Fewer characters are not worth a look at ghost text. */
const shortestGhost = 3;
/** See `bench/charactersSaved.ts`. */
const defaultThreshold = 0.15;
/** Ghost text is then right more than half the times it shows: see `bench/charactersSaved.ts`. */
const defaultCertainty = 0.6;

export interface CompletionOptions {
  /** Least `usefulness`, from 0 to 1, of a list that shows. */
  readonly threshold?: number;
  /** Least probability, from 0 to 1, that ghost text is right. */
  readonly certainty?: number;
  /** What the writer accepted and passed over before. */
  readonly history?: AcceptanceHistory;
  /** What is in common use: a table as `Collocations` reads it. */
  readonly collocations?: string;
  /** Tables that were made beforehand, and the articles of the library that they are of. */
  readonly prepared?: { readonly tables: PreparedTables; readonly articles: readonly Article[] } | undefined;
  /** Tells the categories whose articles no words are taken from; asked whenever the tables are made. */
  readonly leaveOut?: () => readonly string[];
  /** Articles from elsewhere whose words are taken as well; asked whenever the tables are made. */
  readonly others?: () => readonly Article[];
}

const nothing: Completions = { list: [], ghost: undefined };

/**
 * Says what to offer at a cursor in Chinese prose: words of the library and of the draft itself, quotes and skeletons.
 * Answers from memory. Nothing is built before `ready`; from then on a changed article costs what that article costs.
 */
export class CompletionEngine implements Disposable {
  private concordance = new Concordance();
  private readonly draftRepetitions = new DraftRepetitions();
  private readonly collocations = new Collocations();
  private phrases = new PhraseOffers(this.concordance, this.draftRepetitions, this.collocations);
  private readonly quotes = new QuoteTable();
  private readonly snippets: SnippetTable;
  private readonly categories = new DraftCategory();
  private readonly history: AcceptanceHistory;
  private readonly threshold: number;
  private readonly certainty: number;
  private readonly collocationTable: string | CollocationTables;
  private readonly prepared: PreparedConcordance | undefined;
  private readonly leaveOut: () => readonly string[];
  private readonly others: () => readonly Article[];
  private loading: Promise<void> | undefined;
  /** Articles of the library that the tables were last made to agree with, and those of them that are in the tables. */
  private followed: readonly Article[] | undefined;
  private indexed: readonly Article[] = [];
  private updating: Promise<void> = Promise.resolve();
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
    this.threshold = options.threshold ?? defaultThreshold;
    this.certainty = options.certainty ?? defaultCertainty;
    this.history = options.history ?? new AcceptanceHistory();
    const { tables, articles = [] } = options.prepared ?? {};
    this.collocationTable = options.collocations ?? tables?.collocations ?? '';
    this.prepared = tables?.concordance && { articles, tables: tables.concordance };
    this.leaveOut = options.leaveOut ?? (() => []);
    this.others = options.others ?? (() => []);
    this.snippets = new SnippetTable(snippetFiles.flatMap(parseSnippets));
  }

  /** Resolves when the library is loaded and the tables agree with it. */
  async ready(): Promise<void> {
    // While the library is still being read it changes again and again: once, at the end.
    this.subscription ??= this.library.onDidChange(() => {
      if (!this.library.catchingUp) this.follow();
    });
    this.loading ??= finishInSlices(this.collocations.load(this.collocationTable));
    await Promise.all([this.loading, this.library.load()]);
    this.follow();
    await this.updating;
  }

  /**
   * What to show at a UTF-16 offset of a draft; nothing where nothing is likely enough to be wanted.
   * Never throws; an offset outside the text counts as its nearer end.
   */
  complete(text: string, offset: number, context: CompletionContext = {}): Completions {
    const { show = 'list', deliberate = false } = context;
    const cursor = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
    if (!isProse(text, cursor)) return nothing;
    const pinyin = pinyinInput(text, cursor);
    const offers = this.offers(pinyin, text, cursor, context)
      .filter(fitsAt(text, cursor, context.copies))
      .map(lessIfTypedOver(deliberate ? [] : context.offered));
    const adjusted = offers.map((offer) => ({
      ...offer,
      likelihood: this.history.adjust(offer.likelihood, offer.historyKey),
    }));
    // While letters stand before the cursor an input method may be composing.
    const ghost =
      show === 'list' || /[A-Za-z']/.test(text.charAt(cursor - 1)) ? undefined : this.ghost(adjusted, context);
    if (show === 'ghostText' || (ghost && !deliberate)) return { list: [], ghost };
    const chosen = chooseBest(adjusted, mostCandidates).filter((offer) => offer.historyKey !== ghost?.historyKey);
    // Letters can hardly be meant otherwise than as pinyin.
    const isWanted = pinyin !== '' || deliberate || this.isUseful(chosen, offers, this.phrases.endsShare(text, cursor));
    const phrases = isWanted ? chosen.map(toCandidate) : [];
    const before = text.slice(lineStart(text, cursor), cursor);
    // Letters call a skeleton only where they can be pinyin.
    const mayCall = !/[a-z]$/i.test(before) || pinyin !== '' || pinyinOfEmptyDraft(text, cursor) !== '';
    return { list: mayCall ? this.withSnippets(phrases, before) : phrases, ghost };
  }

  /** Makes the tables agree with what `leaveOut` and `others` say now. */
  rebuild(): void {
    this.followed = undefined;
    this.follow();
  }

  dispose(): void {
    this.disposed = true;
    this.subscription?.dispose();
  }

  private offers(pinyin: string, text: string, cursor: number, context: CompletionContext): readonly CandidateOffer[] {
    if (pinyin) {
      const quotes = spelledQuotes(this.quotes, pinyin);
      return [...withoutBeginnings(this.phrases.spelled(pinyin, text, cursor, context), quotes), ...quotes];
    }
    const category = context.category ?? this.categories.of(text, cursor);
    const quotes = begunQuotes(this.quotes, text.slice(lineStart(text, cursor), cursor));
    const phrases = this.phrases.typed(text, cursor, category === undefined ? context : { ...context, category });
    return [...withoutBeginnings(phrases, quotes), ...quotes];
  }

  /**
   * Of the offers that are more likely right than wrong the one that saves most. None that goes on as a list offered
   * already: it was not wanted, and there it still is.
   */
  private ghost(offers: readonly CandidateOffer[], { offered = [] }: CompletionContext): Candidate | undefined {
    const likely = offers.filter(
      ({ likelihood, text }) =>
        likelihood >= this.certainty &&
        text.length >= shortestGhost &&
        !offered.some(({ rest }) => text.startsWith(rest)),
    );
    const [best] = chooseBest(likely, 1);
    return best && toCandidate(best);
  }

  /**
   * @param chosen in order, as the history makes them likely
   * @param offers all, as likely as without it: what was passed over moves down, but takes no list away
   * @param ends share of the occurrences of the last word with which the clause ends
   */
  private isUseful(chosen: readonly CandidateOffer[], offers: readonly CandidateOffer[], ends: number): boolean {
    const covered = Math.max(coverage(chosen.slice(0, examined)), coverage(chooseBest(offers, examined)));
    return usefulness(covered, ends) >= this.threshold;
  }

  /**
   * Skeletons that are called by their name come first, of others the best one where it can still be seen: first for
   * letters, which mean nothing else alone on a line, else third.
   */
  private withSnippets(phrases: readonly Candidate[], before: string): readonly Candidate[] {
    const called = this.snippets.called(before);
    const named = called.filter(({ byName }) => byName).map(({ candidate }) => candidate);
    const [best, ...others] = called.filter(({ byName }) => !byName).map(({ candidate }) => candidate);
    const ahead = /[a-z]$/.test(before) ? 0 : 2;
    return [...named, ...phrases.slice(0, ahead), ...(best ? [best] : []), ...phrases.slice(ahead), ...others].slice(
      0,
      mostCandidates,
    );
  }

  private follow(): void {
    const update = (): Promise<void> => this.update();
    // One after the other, whatever became of the one before.
    this.updating = this.updating.then(update, update);
  }

  /** Makes the tables agree with the library. */
  private async update(): Promise<void> {
    if (this.library.articles === this.followed || this.disposed) return;
    this.followed = this.library.articles;
    const articles = selectArticles([...this.followed, ...this.others()], this.leaveOut());
    const [before, now] = [new Set(this.indexed), new Set(articles)];
    const removed = new Set(this.indexed.filter((article) => !now.has(article)));
    const added = articles.filter((article) => !before.has(article));
    this.indexed = articles;
    this.quotes.update(removed, added);
    await finishInSlices(this.categories.update(removed, added));
    // Removed text keeps its room, so now and then everything is written anew.
    if (this.concordance.wornOut || 2 * removed.size > before.size) {
      const concordance = new Concordance();
      await finishInSlices(concordance.update(new Set(), articles, this.prepared));
      this.concordance = concordance;
      this.phrases = new PhraseOffers(concordance, this.draftRepetitions, this.collocations);
    } else {
      await finishInSlices(this.concordance.update(removed, added, this.prepared));
    }
  }
}

/** The phrases that are not only the beginning of a quote, which is there whole. */
const withoutBeginnings = (
  phrases: readonly CandidateOffer[],
  quotes: readonly CandidateOffer[],
): readonly CandidateOffer[] => phrases.filter(({ text }) => !quotes.some((quote) => quote.text.startsWith(text)));

const toCandidate = ({ candidate, likelihood }: CandidateOffer): Candidate => ({
  ...candidate(),
  score: Math.min(likelihood, 1),
});
