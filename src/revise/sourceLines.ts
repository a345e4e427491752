import { fenceAfter } from '../text/codeFence';
import type { SourceRange } from './fieldValues';
import type { PlacedCharacter } from './markedText';
import { placedAs, placedLine, unplaced } from './markedText';

/** Most lines that one name is written in, after the first. */
const mostWrapped = 3;

const textOf = (characters: readonly PlacedCharacter[]): string => characters.map(({ text }) => text).join('');

/** The lines of a draft by their number. */
export class SourceLines {
  private readonly starts: number[] = [0];
  /** Several signatures stand in one line. */
  private readonly taken = new Map<number, number>();
  /** Blocks of code, by the lines of their fences. */
  private readonly fences: readonly { readonly first: number; readonly last: number }[];

  constructor(
    readonly text: string,
    readonly isMarkdown: boolean,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    this.fences = isMarkdown ? this.findFences() : [];
  }

  private findFences(): { first: number; last: number }[] {
    let fence: string | undefined;
    const marks = this.starts.flatMap((_, line) => {
      const before = fence;
      fence = fenceAfter(before, this.raw(line).trimEnd());
      return fence === before ? [] : [line];
    });
    return marks.flatMap((first, at) => (at % 2 === 0 ? [{ first, last: marks[at + 1] ?? this.starts.length }] : []));
  }

  /** The block of code that a line is in. */
  private fenceAround(line: number): { first: number; last: number } | undefined {
    return this.fences.find(({ first, last }) => first < line && line < last);
  }

  /** Lines with the fences above and below them, where nothing else stands between: what comes before or behind stands outside. */
  outside(first: number, last: number): SourceRange {
    const fence = this.fenceAround(first);
    const isBlank = (from: number, to: number): boolean =>
      this.text.slice(this.start(from), this.start(to)).trim() === '';
    const above = fence && isBlank(fence.first + 1, first) ? fence.first : first;
    const below = fence && isBlank(last + 1, fence.last) ? Math.min(fence.last, this.starts.length - 1) : last;
    return { start: this.start(above), end: this.end(below) };
  }

  start = (line: number): number => this.starts[line] ?? this.text.length;
  end = (line: number): number => (this.starts[line + 1] ?? this.text.length + 1) - 1;
  raw = (line: number): string => this.text.slice(this.start(line), this.end(line));

  /** The last line that has a text. */
  lineWith(text: string): number | undefined {
    const at = text ? this.text.lastIndexOf(text) : -1;
    return at < 0 ? undefined : this.starts.findLastIndex((start) => start <= at);
  }

  /** The characters of an exported text that begins in a line, and the last line that it reaches into. */
  read(line: number, text: string): { characters: readonly PlacedCharacter[]; last: number } {
    if (this.fenceAround(line))
      return { characters: placedAs(text, placedLine(this.raw(line), this.start(line), false)), last: line };
    const placed = [...placedLine(this.raw(line), this.start(line), this.isMarkdown)];
    let last = line;
    let content = textOf(placed);
    // A line that was only wrapped goes on.
    for (let next = line + 1; content.length < text.length && text.startsWith(content); next++) {
      const more = next < this.starts.length ? placedLine(this.raw(next), this.start(next), this.isMarkdown) : [];
      // A title may be set in lines with blank ones between.
      if (more.length === 0 && next - last <= 2 && next < this.starts.length) continue;
      if (more.length === 0) break;
      const joint = text.charAt(placed.length) === ' ' && more[0]?.text !== ' ' ? [unplaced(' ')] : [];
      const added = textOf(joint) + textOf(more);
      if (!text.startsWith(added, content.length)) break;
      for (const one of [...joint, ...more]) placed.push(one);
      content += added;
      last = next;
    }
    const from = content.indexOf(text, this.taken.get(line) ?? 0);
    if (from >= 0) {
      this.taken.set(line, from + text.length);
      return { characters: placed.slice(from, from + text.length), last };
    }
    // A name of an attachment goes on in the next line, behind a number that the export writes anew.
    for (let next = last + 1; next <= line + mostWrapped && content.length < text.length; next++) {
      const more = next < this.starts.length ? placedLine(this.raw(next), this.start(next), this.isMarkdown) : [];
      const added = textOf(more);
      if (added === '' || !text.endsWith(added) || content.endsWith(added)) break;
      for (const one of more) placed.push(one);
      content += added;
      last = next;
    }
    return { characters: placedAs(text, placed), last };
  }
}
