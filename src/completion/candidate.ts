import type { Article, Passage } from '../library/article';

/** A passage of the library. */
export interface PassageRef {
  readonly article: Article;
  readonly passage: Passage;
}

/** Something to offer at a cursor. */
export interface Candidate {
  /** `phrase`: words that stand in the library or in the draft itself; `quote`: a whole 金句; `snippet`: a skeleton. */
  readonly kind: 'phrase' | 'quote' | 'snippet';
  /** What the list shows; begins with `filterText` where Chinese was typed. */
  readonly label: string;
  /** Plain text, or the body of a snippet where `isSnippet`. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** What a skeleton is for. */
  readonly description?: string;
  /** UTF-16 units before the cursor that `insertText` replaces, all of them on the cursor's line. */
  readonly replaces: number;
  /** Exactly the text that is replaced. */
  readonly filterText: string;
  /** Where it stands in the library; absent for skeletons and for words of the draft. */
  readonly article?: Article;
  readonly passage?: Passage;
  /** Whether neither library nor draft has it, but it is in common use. */
  readonly common?: boolean;
  /** Its key in the acceptance history. */
  readonly historyKey: string;
  /** Estimated probability that the writer goes on like this, between 0 and 1. Comparable within one list. */
  readonly score: number;
}

/** What a writer lets show. `both`: ghost text where one continuation is very likely, else the list. */
export type Show = 'both' | 'list' | 'ghostText';

/** What a list offered, and the writer has typed the beginning of instead of taking it. */
export interface OfferedBefore {
  /** What of it would follow the cursor. */
  readonly rest: string;
  /** Whether it stood first, where one key takes it. */
  readonly first: boolean;
}

/** What is known of the draft beside its text, and what is wanted. */
export interface CompletionContext {
  /** `list` unless told otherwise. */
  readonly show?: Show;
  /** 栏目 of the draft, where it is known otherwise than from its text: material of the same one is preferred. */
  readonly category?: string;
  /** UTF-16 offsets of the other cursors, where a linked blank is filled in at several places at once. */
  readonly copies?: readonly number[];
  /** What lists offered before in this line that may still come true. */
  readonly offered?: readonly OfferedBefore[];
  /** Whether the writer asked for a list: then it shows beside ghost text, and however unlikely its offers are. */
  readonly deliberate?: boolean;
}

/** What to show at a cursor. */
export interface Completions {
  /** Best first. */
  readonly list: readonly Candidate[];
  /** The continuation to show as ghost text. It is not in the list. */
  readonly ghost: Candidate | undefined;
}
