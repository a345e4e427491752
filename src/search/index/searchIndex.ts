import type { Article, PassageKind } from '../../library/article';
import type { Steps } from '../../base/slices';
import type { Choice, TermPlaces } from './candidates';
import { Candidates } from './candidates';
import type { Entry } from './entry';
import type { Term } from '../ranking/occurrences';
import type { IndexedArticle } from './passageTable';
import { PassageTable } from './passageTable';
import { sampleOf } from './sampleOf';
import { spelledTokens } from '../query/spelledTokens';
import type { Postings } from './termIndex';
import { TermIndex } from './termIndex';

/** The posting lists of an index, apart from what they are about. */
export interface IndexParts {
  readonly passages: TermIndex;
  readonly sections: TermIndex;
}

/** Entries that are chosen for ranking, and how many more passages hold all that is wanted. */
export interface ChosenEntries {
  readonly entries: readonly Entry[];
  readonly rest: number;
}

/** How many passages are chosen, and which; see `Choice`. */
export interface EntryChoice {
  readonly most: number;
  readonly least?: number | undefined;
  readonly all: boolean;
  readonly allowed?: ((entry: Entry) => boolean) | undefined;
  readonly preferred?: ((entry: Entry) => boolean) | undefined;
}

/** Texts that are looked into for what pinyin spells; more would take too long while typing. */
const sampleSize = 1000;
/** UTF-16 units of a library that is looked through as a whole. */
const smallLibrary = 200_000;

/**
 * Finds candidates for a query: passages that share tokens with it. Passages and sections (a title with a heading path)
 * are indexed apart: a title would else be repeated in the postings of every passage below it.
 */
export class SearchIndex {
  private readonly table = new PassageTable();
  private readonly chooser = new Candidates();

  /** @param parts of an index that was kept: its articles are then told with `restore` and `skip`, in their order */
  constructor(private parts: IndexParts = { passages: new TermIndex(), sections: new TermIndex() }) {}

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

  /** Every passage, in the order in which they were added. */
  entries(): Iterable<Entry> {
    return this.table.entries();
  }

  /** Adds an article, one passage a step. */
  *add(article: Article): Steps<void> {
    const sections = this.table.begin(article);
    for (const passage of article.passages) {
      const { id, entry } = this.table.place(article, passage, sections, (sectionId, { above }) =>
        this.parts.sections.add(sectionId, above),
      );
      this.parts.passages.add(id, entry.text);
      yield;
    }
  }

  /** Adds an article that is in the posting lists already. */
  restore(article: Article): void {
    const sections = this.table.begin(article);
    for (const passage of article.passages) this.table.place(article, passage, sections);
    this.table.settle();
  }

  /** Leaves out an article that is in the posting lists and no longer in the library. */
  skip(passages: number, sections: number): void {
    this.table.skip(passages, sections);
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
    const sections = yield* this.parts.sections.seal((id) => numbering.sections[id] ?? -1);
    const renumber = yield* this.table.renumber(numbering);
    renumber();
    this.parts = { passages, sections };
  }

  /** Chooses passages that share terms with the query, in their texts or in the titles and headings above them. */
  candidates(terms: readonly Term[], { most, least, all, allowed, preferred }: EntryChoice): ChosenEntries {
    const entryOf = (id: number): Entry | undefined => this.table.entry(id);
    const test = (check: ((entry: Entry) => boolean) | undefined, id: number): boolean => {
      const entry = entryOf(id);
      return entry !== undefined && (!check || check(entry));
    };
    const choice: Choice = {
      most,
      least,
      all,
      allowed: (id) => test(allowed, id),
      preferred: preferred && ((id) => test(preferred, id)),
    };
    const places: TermPlaces = {
      inTexts: (term) => this.parts.passages.postings(term),
      below: (term) => this.below(term),
    };
    const { ids, rest } = this.chooser.choose(this.table.end, terms, places, choice);
    return { entries: ids.flatMap((id) => entryOf(id) ?? []), rest };
  }

  /** Number of passages whose text holds the token; a little more while removed ones have not been cleared away. */
  documentFrequency(token: string): number {
    return this.parts.passages.documentFrequency(token);
  }

  /** Whether the token stands in any text, heading or title. */
  has(token: string): boolean {
    const { passages, sections } = this.parts;
    return (
      passages.postings(token).some((list) => holdsAny(list, (id) => this.table.entry(id) !== undefined)) ||
      sections.postings(token).some((list) => holdsAny(list, (id) => this.table.section(id) !== undefined))
    );
  }

  /** Folded texts in which `typed` may be spelled: all of a small library, of a large one a sample of those that may. */
  *textsSpelled(typed: string): Generator<string> {
    if (this.table.length <= smallLibrary) {
      for (const { text } of this.entries()) yield text;
      return;
    }
    const { passages } = this.parts;
    for (const id of sampleOf(
      spelledTokens(typed, (take) => passages.visit(take)),
      sampleSize,
    )) {
      const entry = this.table.entry(id);
      if (entry) yield entry.text;
    }
  }

  /** The folded titles and headings. */
  *titles(): Generator<string> {
    for (const { above } of this.table.sections()) yield above;
  }

  /** Average length of a passage of this kind, in UTF-16 units. */
  averageLength(kind: PassageKind): number {
    return this.table.averageLength(kind);
  }

  private *below(term: string): Generator<Postings> {
    for (const list of this.parts.sections.postings(term)) {
      for (let at = 0, { length } = list; at < length; at++) {
        const section = this.table.section(list[at] ?? 0);
        if (section) yield section.passages;
      }
    }
  }
}

function holdsAny(list: Postings, isThere: (id: number) => boolean): boolean {
  for (let at = 0, { length } = list; at < length; at++) if (isThere(list[at] ?? 0)) return true;
  return false;
}
