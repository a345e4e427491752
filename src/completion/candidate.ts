import type { Article, Passage } from '../library/article';

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
  /** Whether a skeleton was called by a whole name, alone on its line: then nothing may stand before it. */
  readonly byName?: boolean;
  /** Where it stands in the library; absent for skeletons and for words of the draft. */
  readonly article?: Article;
  readonly passage?: Passage;
  /** Whether neither library nor draft has it, but it is in common use. */
  readonly common?: boolean;
  /** What the writer's habits know it by. */
  readonly habit: string;
  /** Estimated probability that the writer goes on like this, between 0 and 1. Comparable within one list. */
  readonly score: number;
}

/** What is known of the draft beside its text. */
export interface CompletionContext {
  /** 栏目 of the draft, where it is known otherwise than from its text: material of the same one is preferred. */
  readonly category?: string;
  /** What lists offered before in this line that may still come true: what would follow the cursor of each. */
  readonly offered?: readonly string[];
  /** Whether the writer asked for a list, so that an unlikely one is wanted, too. */
  readonly deliberate?: boolean;
}
