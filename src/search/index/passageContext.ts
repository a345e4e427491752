import type { Article, Passage } from '../../library/article';
import { fold } from '../../text/fold';

/** What the index holds of one article: its passages and contexts, numbered on from the first. */
export interface IndexedArticle {
  article: Article;
  firstPassage: number;
  readonly passages: number;
  firstContext: number;
  contexts: number;
}

/** What stands above neighbouring passages of an article: its title and one heading path. Folded when first asked for. */
export class PassageContext {
  private foldedTitle: string | undefined;
  private foldedHeadings: string | undefined;
  /** Number after that of the last passage. */
  end: number;
  /** Whether some of the passages are phrases. */
  hasPhrases = false;

  /**
   * @param path the headings, outermost first
   * @param first number of the first passage
   */
  constructor(
    readonly indexed: IndexedArticle,
    private readonly path: readonly string[],
    public first: number,
  ) {
    this.end = first + 1;
  }

  get title(): string {
    return (this.foldedTitle ??= fold(this.indexed.article.title).text);
  }

  /** One heading a line. */
  get headings(): string {
    return (this.foldedHeadings ??= this.path.map((heading) => fold(heading).text).join('\n'));
  }

  /** The passage with a number from `first` on, before `end`. */
  passage(id: number): Passage | undefined {
    return this.indexed.article.passages[id - this.indexed.firstPassage];
  }

  /** Whether the passage stands below the same headings. */
  isOf({ headings }: Passage): boolean {
    const { path } = this;
    return path === headings || (path.length === headings.length && path.every((part, at) => part === headings[at]));
  }
}
