import type { Article, Passage } from '../../library/article';
import { fold } from '../../text/fold';

/** What stands above passages: an article's title and one heading path of it, folded. */
export interface Section {
  readonly title: string;
  /** One heading a line. */
  readonly headings: string;
  /** Both. */
  readonly above: string;
}

/** A passage as the index holds it. */
export class Entry {
  private folded: string | undefined;

  constructor(
    readonly article: Article,
    readonly passage: Passage,
    readonly section: Section,
  ) {}

  /** The passage's text, folded when it is first asked for. */
  get text(): string {
    return (this.folded ??= fold(this.passage.text).text);
  }
}
