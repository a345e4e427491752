import { Column } from '../../base/column';
import type { Steps } from '../../base/slices';
import type { Article, Passage, PassageKind } from '../../library/article';
import { isNote } from '../../library/isNote';
import { passageCount, passagesInTurn } from '../../library/storedArticle';
import { FoldedTexts } from './foldedTexts';
import type { IndexedArticle } from './passageContext';
import { PassageContext } from './passageContext';
import { PassageLengths } from './passageLengths';

/** Kinds by their number in the table; what tells about a formula counts as a phrase. */
const kindNumbers: Readonly<Record<PassageKind, number>> = { paragraph: 1, quote: 2, phrase: 3 };
/** Numbers that are seen to in one step. */
const numbersAtOnce = 10_000;

/** A passage as the index holds it. */
export interface IndexedPassage {
  readonly id: number;
  readonly article: Article;
  readonly passage: Passage;
  readonly context: PassageContext;
  /** Folded. */
  readonly text: string;
}

/** New numbers of passages and contexts by their old ones; -1 for what is no longer there. */
export interface Numbering {
  readonly passages: Int32Array;
  readonly contexts: Int32Array;
}

/**
 * Numbers the passages and contexts of articles. What is removed leaves a gap until everything is numbered anew.
 * Per passage it holds two numbers; passages and their folded texts are made when they are needed.
 */
export class PassageTable {
  private contextsById: (PassageContext | undefined)[] = [];
  /** By passage: number of its context, its kind. */
  private contextOf = new Column();
  private kindOf = new Column();
  private readonly byArticle = new Map<string, IndexedArticle>();
  private readonly lengths = new PassageLengths();
  private readonly texts = new FoldedTexts();
  private changeCount = 0;

  /** Number of passages. */
  get size(): number {
    return this.lengths.count;
  }

  /** Numbers of passages are below this. */
  get end(): number {
    return this.contextOf.length;
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
    return this.lengths.total;
  }

  /** The article with this id. */
  article(id: string): IndexedArticle | undefined {
    return this.byArticle.get(id);
  }

  passage(id: number): IndexedPassage | undefined {
    const context = this.contextOfPassage(id);
    const passage = context?.passage(id);
    if (!context || !passage) return undefined;
    const { texts } = this;
    return {
      id,
      article: context.indexed.article,
      passage,
      context,
      get text() {
        return texts.of(id, passage);
      },
    };
  }

  /** Folded text of a passage. */
  textOf(id: number): string {
    const passage = this.contextOfPassage(id)?.passage(id);
    return passage ? this.texts.of(id, passage) : '';
  }

  /** Whether there is a passage with this number. */
  has(id: number): boolean {
    return this.contextOfPassage(id) !== undefined;
  }

  context(id: number): PassageContext | undefined {
    return this.contextsById[id];
  }

  contextOfPassage(id: number): PassageContext | undefined {
    return id < this.end ? this.contextsById[this.contextOf.at(id)] : undefined;
  }

  isOfKind(id: number, kind: PassageKind): boolean {
    return this.kindOf.at(id) === kindNumbers[kind];
  }

  *contexts(): Generator<PassageContext> {
    for (const context of this.contextsById) if (context) yield context;
  }

  /** Begins an article; its passages are then added one after the other. */
  begin(article: Article): IndexedArticle {
    const indexed: IndexedArticle = {
      article,
      firstPassage: this.end,
      passages: passageCount(article),
      firstContext: this.contextsById.length,
      contexts: 0,
    };
    this.byArticle.set(article.id, indexed);
    return indexed;
  }

  /**
   * Gives a passage of the article that was begun last the next number.
   * @param begun told of a context that begins with it
   */
  add(
    indexed: IndexedArticle,
    passage: Passage,
    begun: (id: number, context: PassageContext) => void = () => undefined,
  ): number {
    const id = this.end;
    let context = indexed.contexts > 0 ? this.contextsById.at(-1) : undefined;
    if (context?.isOf(passage)) {
      context.end = id + 1;
    } else {
      context = new PassageContext(indexed, passage.headings, id);
      indexed.contexts++;
      begun(this.contextsById.push(context) - 1, context);
    }
    this.contextOf.push(this.contextsById.length - 1);
    const kind = isNote(indexed.article, passage) ? 'phrase' : passage.kind;
    context.hasPhrases ||= kind === 'phrase';
    this.kindOf.push(kindNumbers[kind]);
    this.lengths.add(passage, 1);
    this.changeCount++;
    return id;
  }

  /** Leaves numbers unused; the contexts are the ones of the passages. */
  skip(passages: number, contexts: number): void {
    for (let at = 0; at < passages; at++) {
      this.contextOf.push(this.contextsById.length);
      this.kindOf.push(0);
    }
    for (let at = 0; at < contexts; at++) this.contextsById.push(undefined);
    this.changeCount += passages;
  }

  /** Puts an article in the place of one with the same text and title; false where their passages differ all the same. */
  exchange(article: Article): boolean {
    const indexed = this.byArticle.get(article.id);
    if (indexed?.passages !== passageCount(article)) return false;
    const others = passagesInTurn(indexed.article);
    for (const { kind, offset, headings } of passagesInTurn(article)) {
      const other = others.next().value as Passage;
      const same = other.kind === kind && other.offset === offset && other.headings.join('\n') === headings.join('\n');
      if (!same) return false;
    }
    indexed.article = article;
    return true;
  }

  /** Removes all passages of the article with this id. */
  remove(articleId: string): void {
    const indexed = this.byArticle.get(articleId);
    if (!indexed) return;
    for (const passage of passagesInTurn(indexed.article)) this.lengths.add(passage, -1);
    for (let at = 0; at < indexed.contexts; at++) this.contextsById[indexed.firstContext + at] = undefined;
    this.byArticle.delete(articleId);
    this.changeCount += indexed.passages;
  }

  /** Numbers without gaps, in the order of the present ones; in steps. */
  *numbering(): Steps<Numbering> {
    return {
      passages: yield* compact(this.end, (id) => this.has(id)),
      contexts: yield* compact(this.contextsById.length, (id) => this.contextsById[id] !== undefined),
    };
  }

  /**
   * Prepares, in steps, to take over the numbers of `numbering`, since when nothing may have changed; until the function
   * that is returned is called, everything has its old number.
   */
  *renumber({ passages, contexts }: Numbering): Steps<() => void> {
    const [contextOf, kindOf] = [new Column(), new Column()];
    for (let id = 0; id < this.end; id++) {
      if (id % numbersAtOnce === 0) yield;
      if (!this.has(id)) continue;
      contextOf.push(contexts[this.contextOf.at(id)] ?? 0);
      kindOf.push(this.kindOf.at(id));
    }
    const keptContexts = this.contextsById.filter((context) => context !== undefined);
    yield;
    return () => {
      for (const context of keptContexts) {
        const length = context.end - context.first;
        context.first = passages[context.first] ?? 0;
        context.end = context.first + length;
      }
      for (const indexed of this.byArticle.values()) {
        indexed.firstPassage = passages[indexed.firstPassage] ?? 0;
        indexed.firstContext = contexts[indexed.firstContext] ?? 0;
      }
      Object.assign(this, { contextsById: keptContexts, contextOf, kindOf });
      this.texts.clear();
      this.changeCount = 0;
    };
  }

  /** Forgets that anything changed: what was added is what the index was opened with. */
  settle(): void {
    this.changeCount = this.end - this.size;
  }

  /** Average length of a passage of this kind, in UTF-16 units. */
  averageLength(kind: PassageKind): number {
    return this.lengths.average(kind);
  }
}

function* compact(length: number, isThere: (id: number) => boolean): Steps<Int32Array> {
  const numbers = new Int32Array(length);
  let next = 0;
  for (let id = 0; id < length; id++) {
    numbers[id] = isThere(id) ? next++ : -1;
    if (id % numbersAtOnce === 0) yield;
  }
  return numbers;
}
