import type { DocumentComment } from './revisedDocument';

/** A thread of comments and its place in the draft. */
export interface CommentThread {
  readonly start: number;
  readonly end: number;
  /** What it was written on. */
  readonly quoted: string;
  /** Whether nothing of that is in the changed document any more. */
  readonly isGone: boolean;
  readonly resolved: boolean;
  /** The first, then the answers to it. */
  readonly comments: readonly DocumentComment[];
}

interface Place {
  start: number;
  end: number;
  quoted: string;
  isGone: boolean;
}

/** Finds where in the draft the comments of a document belong. */
export class CommentPlaces {
  private readonly places = new Map<string, Place>();
  private last: number;

  /** @param first offset of what the draft begins with */
  constructor(first: number) {
    this.last = first;
  }

  /**
   * Notes that a text has comments on it.
   * @param range where it stands in the draft; undefined for what is not in it
   * @param stays whether it is in the changed document
   */
  add(ids: readonly string[], text: string, range: { start: number; end: number } | undefined, stays: boolean): void {
    for (const id of ids) {
      const place = this.places.get(id) ?? { start: Infinity, end: -1, quoted: '', isGone: true };
      if (text !== '\n' || place.quoted) place.quoted += text;
      place.isGone &&= !stays;
      const { start, end } = range ?? { start: this.last, end: this.last };
      if (range || place.end < 0) [place.start, place.end] = [Math.min(place.start, start), Math.max(place.end, end)];
      this.places.set(id, place);
    }
    if (range) this.last = range.end;
  }

  /** Threads in the order of the document; a comment on nothing stands at the top. */
  threads(comments: readonly DocumentComment[]): readonly CommentThread[] {
    const known = new Set(comments.map(({ id }) => id));
    const rootOf = (comment: DocumentComment): string => {
      const parent = comments.find(({ id }) => id === comment.parent && id !== comment.id);
      return parent && known.has(parent.id) ? parent.id : comment.id;
    };
    const roots = comments.filter((one) => rootOf(one) === one.id);
    return roots.map((root): CommentThread => {
      const place = this.places.get(root.id) ?? { start: 0, end: 0, quoted: '', isGone: true };
      const answers = comments.filter((one) => one !== root && rootOf(one) === root.id);
      return { ...place, quoted: place.quoted.trim(), resolved: root.resolved, comments: [root, ...answers] };
    });
  }
}
