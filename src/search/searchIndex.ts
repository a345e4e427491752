import { Index } from 'flexsearch';
import type { Article, Passage, PassageKind } from '../library/article';
import { fold } from './fold';
import { isLoneHan, tokenize } from './tokenize';

/** What stands above passages: an article's title and one heading path of it, folded. */
export interface Section {
  readonly title: string;
  /** One heading a line. */
  readonly headings: string;
  /** Both. */
  readonly above: string;
}

/** A passage as the index holds it. */
export interface Entry {
  readonly article: Article;
  readonly passage: Passage;
  /** The passage's text, folded. */
  readonly text: string;
  readonly section: Section;
}

interface SectionEntry extends Section {
  readonly id: number;
  readonly entries: Map<number, Entry>;
}

/** What the index keeps of one article, by heading path. */
type ArticleSections = Map<string, SectionEntry>;

/** Most passages that are looked at because their title or headings match. */
const mostFromSections = 300;

/**
 * Finds candidates for a query: passages that share tokens with it. Retrieval alone is FlexSearch's part; it knows no
 * frequencies, so the order of what it finds is for the ranking. Passages and sections are indexed apart: a title
 * would else be repeated in the postings of every passage below it, which doubles them in collections of short phrases.
 */
export class SearchIndex {
  private readonly passages = newIndex();
  private readonly sections = newIndex();
  private readonly entriesById = new Map<number, Entry>();
  private readonly sectionsById = new Map<number, SectionEntry>();
  private readonly articles = new Map<string, ArticleSections>();
  private readonly lengths = new Map<PassageKind, { count: number; total: number }>();
  private lastId = 0;

  /** Number of passages. */
  get size(): number {
    return this.entriesById.size;
  }

  /** Every passage, in the order in which they were added. */
  entries(): Iterable<Entry> {
    return this.entriesById.values();
  }

  /** Adds one passage of `article`. */
  add(article: Article, passage: Passage): void {
    const section = this.sectionOf(article, passage);
    const entry: Entry = { article, passage, text: fold(passage.text).text, section };
    const id = ++this.lastId;
    this.entriesById.set(id, entry);
    section.entries.set(id, entry);
    this.passages.add(id, entry.text);
    this.countLength(entry, 1);
  }

  /** Removes all passages of the article with this id. */
  remove(articleId: string): void {
    for (const { id: sectionId, entries } of this.articles.get(articleId)?.values() ?? []) {
      for (const [id, entry] of entries) {
        this.passages.remove(id);
        this.entriesById.delete(id);
        this.countLength(entry, -1);
      }
      this.sections.remove(sectionId);
      this.sectionsById.delete(sectionId);
    }
    this.articles.delete(articleId);
  }

  /**
   * Passages that share tokens with the query, and those below titles and headings that do; those with most of the tokens
   * first. A lone Han character is in no posting list (they hold pairs), so for it alone the texts are scanned.
   * @param most passages taken for their own text
   * @param allowed tells which passages may be taken; all when it is left out
   */
  candidates(tokens: readonly string[], most: number, allowed?: (entry: Entry) => boolean): readonly Entry[] {
    const query = tokens.join('\n');
    const scan = tokens.every(isLoneHan);
    const found = new Set<Entry>();
    const take = (entries: Iterable<Entry>, limit: number): void => {
      for (const entry of entries) {
        if (found.size >= limit) return;
        if (!allowed || allowed(entry)) found.add(entry);
      }
    };
    // FlexSearch applies its limit first, so that it must not know of one when not all that it finds is wanted.
    const ids = scan ? [] : search(this.passages, query, allowed ? this.size : most);
    take(scan ? this.holding(tokens) : this.entriesOf(ids), most);
    const limit = found.size + mostFromSections;
    for (const id of search(this.sections, query, mostFromSections))
      take(this.sectionsById.get(id)?.entries.values() ?? [], limit);
    return [...found];
  }

  /** Number of passages whose text holds the token. */
  documentFrequency(token: string): number {
    if (!isLoneHan(token)) return postings(this.passages, token);
    let count = 0;
    for (const { text } of this.entriesById.values()) if (text.includes(token)) count++;
    return count;
  }

  /** Whether the token stands in any text, heading or title. */
  has(token: string): boolean {
    return postings(this.passages, token) > 0 || postings(this.sections, token) > 0;
  }

  /** The folded texts of all passages. */
  *texts(): Generator<string> {
    for (const { text } of this.entriesById.values()) yield text;
  }

  /** The folded titles and headings. */
  *titles(): Generator<string> {
    for (const { above } of this.sectionsById.values()) yield above;
  }

  /** Average length of a passage of this kind, in UTF-16 units of folded text. */
  averageLength(kind: PassageKind): number {
    const { count, total } = this.lengths.get(kind) ?? { count: 0, total: 0 };
    return count > 0 ? total / count : 0;
  }

  private *entriesOf(ids: readonly number[]): Generator<Entry> {
    for (const id of ids) {
      const entry = this.entriesById.get(id);
      if (entry) yield entry;
    }
  }

  /** Passages that hold any of the parts; those with most of them first. */
  private holding(parts: readonly string[]): readonly Entry[] {
    return [...this.entriesById.values()]
      .map((entry) => ({ entry, count: parts.filter((part) => entry.text.includes(part)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ entry }) => entry);
  }

  private sectionOf(article: Article, { headings }: Passage): SectionEntry {
    let sections = this.articles.get(article.id);
    if (!sections) this.articles.set(article.id, (sections = new Map<string, SectionEntry>()));
    const key = headings.join('\n');
    const known = sections.get(key);
    if (known) return known;
    const title = fold(article.title).text;
    const folded = headings.map((heading) => fold(heading).text).join('\n');
    const above = `${title}\n${folded}`;
    const section: SectionEntry = {
      id: ++this.lastId,
      title,
      headings: folded,
      above,
      entries: new Map<number, Entry>(),
    };
    sections.set(key, section);
    this.sectionsById.set(section.id, section);
    this.sections.add(section.id, above);
    return section;
  }

  private countLength({ passage, text }: Entry, sign: 1 | -1): void {
    const { count, total } = this.lengths.get(passage.kind) ?? { count: 0, total: 0 };
    this.lengths.set(passage.kind, { count: count + sign, total: total + sign * text.length });
  }
}

/** `resolution: 1`: no order by position in the text. `fastupdate`: removal without a walk over all postings. */
const newIndex = (): Index => new Index({ encode: tokenize, resolution: 1, fastupdate: true });

/** Copied, because FlexSearch may hand out its own posting array. */
const search = (index: Index, query: string, limit: number): readonly number[] => [
  ...(index.search(query, { limit, suggest: true }) as number[]),
];

/** Length of the posting list of `token`; `map` is a public field of the index that its typings leave out. */
function postings(index: Index, token: string): number {
  const { map } = index as unknown as { readonly map: ReadonlyMap<string, readonly (readonly number[])[]> };
  return map.get(token)?.[0]?.length ?? 0;
}
