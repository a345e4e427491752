import type { DraftLine } from './draftText';

/** Where an item `1.` stands. */
export interface ListPlace {
  /** Number of items `1.` that it stands within. */
  readonly depth: number;
  /** Items with the same one belong together, in order of the text. */
  readonly list: number;
}

/**
 * Lists `1.` within items `1.`, and below items with a bullet, as Markdown nests them: by indentation. Indentation alone is often an
 * accident, so that only what also begins with 1 is a list within. Sees the prose of a draft line by line.
 */
export class ListNesting {
  private readonly open: { indent: number; readonly list: number }[] = [];
  private lists = 0;

  /**
   * The next line with a number.
   * @param value of `1.`; undefined for a number of another kind
   */
  numbered(line: DraftLine, value: number | undefined): ListPlace {
    if (value === undefined) {
      this.open.length = 0;
      return { depth: 0, list: 0 };
    }
    const indent = indentOf(line);
    while (this.open.length > 1 && (this.open.at(-1)?.indent ?? 0) >= indent + 2) this.open.pop();
    const last = this.open.at(-1);
    if (!last) this.open.push({ indent, list: value === 1 ? ++this.lists : this.lists });
    else if (value === 1 && indent >= last.indent + 2) this.open.push({ indent, list: ++this.lists });
    else last.indent = Math.min(last.indent, indent);
    return { depth: this.open.length - 1, list: this.open.at(-1)?.list ?? 0 };
  }

  /** The next line without a number. */
  other(line: DraftLine): void {
    if (line.heading > 0) this.open.length = 0;
    if (!/^[ \t]*[-*+][ \t]/.test(line.text)) return;
    const indent = indentOf(line);
    while (this.open.length > 0 && (this.open.at(-1)?.indent ?? 0) >= indent + 2) this.open.pop();
  }
}

/** Columns of spaces and tabs. Full-width spaces begin a paragraph, and nest nothing. */
function indentOf({ text }: DraftLine): number {
  const space = /^[ \t]*/.exec(text)?.[0] ?? '';
  return space.replaceAll('\t', '    ').length;
}
