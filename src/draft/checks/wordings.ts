/** A wording that is looked for, and the contexts in which it is right. */
export interface Wording {
  readonly wrong: string;
  /** Texts that hold `wrong` and in which it is no error: the right wording itself, other words, names. */
  readonly rightIn: readonly string[];
}

/** A wording at its UTF-16 offset in a line. */
export interface FoundWording<T extends Wording> {
  readonly at: number;
  readonly wording: T;
}

/**
 * Looks for many wordings at once, by their first character: linear in the line but for the few that begin alike. Of several at
 * one place the longest is found.
 */
export class WordingFinder<T extends Wording> {
  private readonly byStart = new Map<string, T[]>();

  constructor(wordings: Iterable<T>) {
    for (const wording of wordings) {
      const start = wording.wrong.charAt(0);
      if (start === '') continue;
      const same = this.byStart.get(start);
      if (same) same.push(wording);
      else this.byStart.set(start, [wording]);
    }
    for (const same of this.byStart.values()) same.sort((a, b) => b.wrong.length - a.wrong.length);
  }

  /** All wordings in a line that do not stand where they are right. */
  *findIn(line: string): Generator<FoundWording<T>> {
    for (let at = 0; at < line.length; at++) {
      const wording = this.byStart.get(line.charAt(at))?.find(({ wrong }) => line.startsWith(wrong, at));
      if (!wording || isRightHere(line, at, wording)) continue;
      yield { at, wording };
      at += wording.wrong.length - 1;
    }
  }
}

function isRightHere(line: string, at: number, { wrong, rightIn }: Wording): boolean {
  for (const context of rightIn) {
    for (let inside = context.indexOf(wrong); inside >= 0; inside = context.indexOf(wrong, inside + 1)) {
      if (line.startsWith(context, at - inside)) return true;
    }
  }
  return false;
}
