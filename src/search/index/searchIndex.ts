import type { Steps } from '../../base/slices';
import type { Article, PassageKind } from '../../library/article';
import { passagesInTurn } from '../../library/storedArticle';
import { fold } from '../../text/fold';
import type { ResolvedWord } from '../ranking/resolvedWord';
import type { Restriction } from './candidates';
import { Candidates } from './candidates';
import { intersect } from './intersect';
import type { IndexedArticle, PassageContext } from './passageContext';
import type { IndexedPassage } from './passageTable';
import { PassageTable } from './passageTable';
import type { Postings } from './flexSearch';
import { TermIndex } from './termIndex';
import type { TermLists } from './termLists';
import type { IdRange } from './termPostings';
import { isLoneHan } from './tokenize';

/** The posting lists of an index, apart from what they are about. */
export interface IndexParts {
  readonly passages: TermLists;
  readonly contexts: TermLists;
}

/**
 * Finds candidates for a query: passages that share tokens with it. Passages and contexts (a title with a heading path)
 * are indexed apart: a title would else be repeated in the postings of every passage below it.
 */
export class SearchIndex {
  readonly table = new PassageTable();
  /** What a query before has left to be used again: it is large. */
  private spare: Candidates | undefined;

  /** @param parts of an index that was persisted: its articles are then told with `restore` and `skip`, in their order */
  constructor(private parts: IndexParts = { passages: new TermIndex(), contexts: new TermIndex() }) {}

  /** Number of passages. */
  get size(): number {
    return this.table.size;
  }

  /** Passages that were added or removed since the index was last sealed. */
  get changes(): number {
    return this.table.changes;
  }

  /** Articles in the order of their numbers. */
  get articles(): readonly IndexedArticle[] {
    return this.table.articles;
  }

  /** The posting lists of this moment; only read them. */
  get postings(): IndexParts {
    return this.parts;
  }

  /** Adds an article, one passage a step: it is found from the next `flush` on. */
  *add(article: Article): Steps<void> {
    const { passages, contexts } = this.parts;
    const indexed = this.table.begin(article);
    for (const passage of passagesInTurn(article)) {
      const id = this.table.add(indexed, passage, (contextId, { title, headings }) =>
        contexts.add(contextId, `${title}\n${headings}`),
      );
      passages.add(id, fold(passage.text).text);
      if (passages.isFull || contexts.isFull) yield* this.flush();
      yield;
    }
  }

  /** Puts what was added into the posting lists, in steps. */
  *flush(): Steps<void> {
    yield* this.parts.passages.flush();
    yield* this.parts.contexts.flush();
  }

  /** Adds an article that is in the posting lists already. */
  restore(article: Article): void {
    const indexed = this.table.begin(article);
    for (const passage of passagesInTurn(article)) this.table.add(indexed, passage);
    this.table.settle();
  }

  /** Leaves out an article that is in the posting lists and no longer in the library. */
  skip(passages: number, contexts: number): void {
    this.table.skip(passages, contexts);
    this.table.settle();
  }

  /** Puts an article in the place of one with the same text and title; false where their passages differ all the same. */
  exchange(article: Article): boolean {
    return this.table.exchange(article);
  }

  /** Removes all passages of the article with this id. */
  remove(articleId: string): void {
    this.table.remove(articleId);
  }

  /** Numbers everything anew without gaps and packs it tight; until the last step the index is as it was. */
  *seal(): Steps<void> {
    const numbering = yield* this.table.numbering();
    const passages = yield* this.parts.passages.seal((id) => numbering.passages[id] ?? -1);
    const contexts = yield* this.parts.contexts.seal((id) => numbering.contexts[id] ?? -1);
    const renumber = yield* this.table.renumber(numbering);
    renumber();
    this.parts = { passages, contexts };
  }

  /**
   * Counts, in steps, what passages have of the words, in their texts or in the titles and headings above them; `select` of
   * what is returned and `best` then tell which ones are worth ranking. They belong to this query until it gives them back.
   */
  *count(words: readonly ResolvedWord[], restriction: Restriction): Steps<Candidates> {
    const candidates = this.spare ?? new Candidates();
    this.spare = undefined;
    const postings = {
      inTexts: (term: string) => this.parts.passages.postings(term),
      inTextsTogether: (terms: readonly string[]) => this.holding(terms),
      below: (terms: readonly string[]) => this.below(terms),
    };
    yield* candidates.count(this.table.end, words, postings, restriction);
    return candidates;
  }

  /** Takes candidates back that their query is done with. */
  release(candidates: Candidates): void {
    this.spare = candidates;
  }

  /** The best of the candidates, heaviest first; of equal ones those that are preferred. */
  *best(
    candidates: Candidates,
    ids: readonly number[],
    most: number,
    preferred?: (passage: IndexedPassage) => boolean,
  ): Steps<readonly IndexedPassage[]> {
    const check = (id: number): boolean => {
      const passage = this.table.passage(id);
      return passage !== undefined && (preferred?.(passage) ?? false);
    };
    const best = yield* candidates.best(ids, most, preferred && check);
    return best.flatMap((id) => this.table.passage(id) ?? []);
  }

  /** Gathers, in steps, what is told of a token. Without it whoever asks first waits for all of it. */
  *prepare(token: string): Steps<void> {
    for (const lists of [this.parts.passages, this.parts.contexts]) yield* lists.prepare?.(token) ?? [];
  }

  /** Number of passages whose text holds the token; a little more while removed ones have not been cleared away. */
  documentFrequency(token: string): number {
    return this.parts.passages.documentFrequency(token);
  }

  /** Passages whose texts have all of some tokens, ascending; those that were removed since are among them. */
  holding(tokens: readonly string[]): readonly number[] {
    return holdingAll(this.parts.passages, tokens);
  }

  /** Whether the token stands in any text, heading or title. */
  has(token: string): boolean {
    const { passages, contexts } = this.parts;
    return (
      passages.postings(token).some((list) => holdsAny(list, (id) => this.table.has(id))) ||
      contexts.postings(token).some((list) => holdsAny(list, (id) => this.table.context(id) !== undefined))
    );
  }

  /** Contexts whose title or headings hold a token. */
  contextsWith(token: string): readonly PassageContext[] {
    return this.parts.contexts
      .postings(token)
      .flatMap((list) => Array.from(list, (id) => this.table.context(id) ?? []).flat());
  }

  /** The folded titles and headings, a context each. */
  *titles(): Generator<string> {
    for (const { title, headings } of this.table.contexts()) yield `${title}\n${headings}`;
  }

  /** Average length of a passage of this kind, in UTF-16 units. */
  averageLength(kind: PassageKind): number {
    return this.table.averageLength(kind);
  }

  /** Of the phrases below a heading the first stands for all: the title of a collection is no reason to list it. */
  private *below(terms: readonly string[]): Generator<IdRange> {
    for (const contextId of holdingAll(this.parts.contexts, terms)) {
      const context = this.table.context(contextId);
      if (!context) continue;
      let { first } = context;
      for (let id = first + 1; context.hasPhrases && id < context.end; id++) {
        if (!this.table.isOfKind(id, 'phrase')) continue;
        yield { first, end: id };
        first = id + 1;
      }
      if (first < context.end) yield { first, end: context.end };
    }
  }
}

/** Numbers of texts with all tokens, ascending. A lone character, which is in many lists, counts only where it stands alone. */
function holdingAll(index: TermLists, tokens: readonly string[]): readonly number[] {
  const joined = tokens.filter((token) => !isLoneHan(token));
  if (joined.length > 0) return intersect(joined.map((token) => index.postings(token)));
  const ids = new Set(tokens.flatMap((token) => index.postings(token)).flatMap((list) => Array.from(list)));
  return [...ids].sort((a, b) => a - b);
}

function holdsAny(list: Postings, isThere: (id: number) => boolean): boolean {
  for (let at = 0, { length } = list; at < length; at++) if (isThere(list[at] ?? 0)) return true;
  return false;
}
