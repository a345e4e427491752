import type { Article, Passage, PassageKind } from '../../library/article';
import type { Steps } from '../../base/slices';
import type { Section } from './entry';
import { Entry } from './entry';
import { fold } from '../../text/fold';

/** A section of an article, with what is below it. */
export interface SectionEntry extends Section {
  /** Numbers of the passages below it. */
  passages: number[];
}

/** What the index holds of one article: its own passages and sections, numbered on from the first. */
export interface IndexedArticle {
  readonly article: Article;
  readonly firstPassage: number;
  readonly passages: number;
  readonly firstSection: number;
  /** Sections by heading path. */
  readonly sections: ReadonlyMap<string, SectionEntry>;
}

/** Numbers that are seen to in one step. */
const numbersAtOnce = 10_000;

/** New numbers of passages and sections by their old ones; -1 for what is no longer there. */
export interface Numbering {
  readonly passages: Int32Array;
  readonly sections: Int32Array;
}

/** Numbers passages and sections. What is removed leaves a gap until everything is numbered anew. */
export class PassageTable {
  private entriesById: (Entry | undefined)[] = [];
  private sectionsById: (SectionEntry | undefined)[] = [];
  private readonly byArticle = new Map<string, IndexedArticle>();
  private readonly lengths = new Map<PassageKind, { count: number; total: number }>();
  private passageCount = 0;
  private changeCount = 0;

  /** Number of passages. */
  get size(): number {
    return this.passageCount;
  }

  /** Numbers of passages are below this. */
  get end(): number {
    return this.entriesById.length;
  }

  /** Passages that were added or removed since everything was numbered anew. */
  get changes(): number {
    return this.changeCount;
  }

  /** Articles in the order of their numbers. */
  get articles(): readonly IndexedArticle[] {
    return [...this.byArticle.values()];
  }

  /** UTF-16 units of all passages. */
  get length(): number {
    return [...this.lengths.values()].reduce((sum, { total }) => sum + total, 0);
  }

  entry(id: number): Entry | undefined {
    return this.entriesById[id];
  }

  section(id: number): SectionEntry | undefined {
    return this.sectionsById[id];
  }

  /** Every passage, in the order of their numbers. */
  *entries(): Generator<Entry> {
    for (const entry of this.entriesById) if (entry) yield entry;
  }

  *sections(): Generator<SectionEntry> {
    for (const section of this.sectionsById) if (section) yield section;
  }

  /** Begins an article; its passages are then placed one after the other. */
  begin(article: Article): Map<string, SectionEntry> {
    const sections = new Map<string, SectionEntry>();
    this.byArticle.set(article.id, {
      article,
      firstPassage: this.entriesById.length,
      passages: article.passages.length,
      firstSection: this.sectionsById.length,
      sections,
    });
    return sections;
  }

  /**
   * Gives a passage the next number.
   * @param sections of its article
   * @param begun told of a section that begins with it
   */
  place(
    article: Article,
    passage: Passage,
    sections: Map<string, SectionEntry>,
    begun: (id: number, section: SectionEntry) => void = () => undefined,
  ): { readonly id: number; readonly entry: Entry } {
    const key = passage.headings.join('\n');
    let section = sections.get(key);
    if (!section) {
      sections.set(key, (section = makeSection(article.title, passage.headings)));
      begun(this.sectionsById.push(section) - 1, section);
    }
    const entry = new Entry(article, passage, section);
    const id = this.entriesById.push(entry) - 1;
    section.passages.push(id);
    this.countLength(passage, 1);
    this.changeCount++;
    return { id, entry };
  }

  /** Leaves numbers unused. */
  skip(passages: number, sections: number): void {
    for (let at = 0; at < passages; at++) this.entriesById.push(undefined);
    for (let at = 0; at < sections; at++) this.sectionsById.push(undefined);
    this.changeCount += passages;
  }

  /** Puts an article in the place of one with the same text and title; false where their passages differ all the same. */
  exchange(article: Article): boolean {
    const indexed = this.byArticle.get(article.id);
    const same = ({ kind, offset, headings }: Passage, at: number): boolean => {
      const other = indexed?.article.passages[at];
      return other?.kind === kind && other.offset === offset && other.headings.join('\n') === headings.join('\n');
    };
    if (indexed?.passages !== article.passages.length || !article.passages.every(same)) return false;
    for (const [at, passage] of article.passages.entries()) {
      const old = this.entriesById[indexed.firstPassage + at];
      if (old) this.entriesById[indexed.firstPassage + at] = new Entry(article, passage, old.section);
    }
    this.byArticle.set(article.id, { ...indexed, article });
    return true;
  }

  /** Removes all passages of the article with this id. */
  remove(articleId: string): void {
    const indexed = this.byArticle.get(articleId);
    if (!indexed) return;
    for (let id = indexed.firstPassage; id < indexed.firstPassage + indexed.passages; id++) {
      const entry = this.entriesById[id];
      if (entry) this.countLength(entry.passage, -1);
      this.entriesById[id] = undefined;
    }
    for (let at = 0; at < indexed.sections.size; at++) this.sectionsById[indexed.firstSection + at] = undefined;
    this.byArticle.delete(articleId);
    this.changeCount += indexed.passages;
  }

  /** Numbers without gaps, in the order of the present ones; in steps. */
  *numbering(): Steps<Numbering> {
    return { passages: yield* compact(this.entriesById), sections: yield* compact(this.sectionsById) };
  }

  /**
   * Prepares, in steps, to take over the numbers of `numbering`, since when nothing may have changed; until the function
   * that is returned is called, everything has its old number.
   */
  *renumber({ passages, sections }: Numbering): Steps<() => void> {
    const entries: Entry[] = [];
    for (const [id, entry] of this.entriesById.entries()) {
      if (entry) entries.push(entry);
      if (id % numbersAtOnce === 0) yield;
    }
    const kept: SectionEntry[] = [];
    const below: number[][] = [];
    for (const [id, section] of this.sectionsById.entries()) {
      if (section) below[kept.push(section) - 1] = section.passages.map((passage) => passages[passage] ?? 0);
      if (id % numbersAtOnce === 0) yield;
    }
    const articles = [...this.byArticle].map(([id, indexed]): [string, IndexedArticle] => {
      const first = {
        firstPassage: passages[indexed.firstPassage] ?? 0,
        firstSection: sections[indexed.firstSection] ?? 0,
      };
      return [id, { ...indexed, ...first }];
    });
    yield;
    return () => {
      this.entriesById = entries;
      this.sectionsById = kept;
      for (const [at, section] of kept.entries()) section.passages = below[at] ?? [];
      for (const [id, indexed] of articles) this.byArticle.set(id, indexed);
      this.changeCount = 0;
    };
  }

  /** Forgets that anything changed: what was placed is what the index was opened with. */
  settle(): void {
    this.changeCount = this.entriesById.length - this.passageCount;
  }

  /** Average length of a passage of this kind, in UTF-16 units. */
  averageLength(kind: PassageKind): number {
    const { count, total } = this.lengths.get(kind) ?? { count: 0, total: 0 };
    return count > 0 ? total / count : 0;
  }

  private countLength({ kind, text }: Passage, sign: 1 | -1): void {
    const { count, total } = this.lengths.get(kind) ?? { count: 0, total: 0 };
    this.lengths.set(kind, { count: count + sign, total: total + sign * text.length });
    this.passageCount += sign;
  }
}

function makeSection(title: string, headings: readonly string[]): SectionEntry {
  const folded = { title: fold(title).text, headings: headings.map((heading) => fold(heading).text).join('\n') };
  return { ...folded, above: `${folded.title}\n${folded.headings}`, passages: [] };
}

function* compact(items: readonly unknown[]): Steps<Int32Array> {
  const numbers = new Int32Array(items.length);
  let next = 0;
  for (const [id, item] of items.entries()) {
    numbers[id] = item === undefined ? -1 : next++;
    if (id % numbersAtOnce === 0) yield;
  }
  return numbers;
}
