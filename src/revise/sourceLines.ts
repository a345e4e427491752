import type { PlacedCharacter } from './markedText';
import { placedAs, placedLine, unplaced } from './markedText';

/** The lines of a draft by their number. */
export class SourceLines {
  private readonly starts: number[] = [0];
  /** Several signatures stand in one line. */
  private readonly taken = new Map<number, number>();

  constructor(
    readonly text: string,
    readonly isMarkdown: boolean,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
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
    const placed = [...placedLine(this.raw(line), this.start(line), this.isMarkdown)];
    let last = line;
    const content = (): string => placed.map((one) => one.text).join('');
    // A line that was only wrapped goes on.
    for (let next = line + 1; content().length < text.length && text.startsWith(content()); next++) {
      const more = next < this.starts.length ? placedLine(this.raw(next), this.start(next), this.isMarkdown) : [];
      if (more.length === 0) break;
      const joint = text.charAt(placed.length) === ' ' && more[0]?.text !== ' ' ? [unplaced(' ')] : [];
      const whole = content() + joint.map((one) => one.text).join('') + more.map((one) => one.text).join('');
      if (!text.startsWith(whole)) break;
      placed.push(...joint, ...more);
      last = next;
    }
    const from = content().indexOf(text, this.taken.get(line) ?? 0);
    if (from >= 0) {
      this.taken.set(line, from + text.length);
      return { characters: placed.slice(from, from + text.length), last };
    }
    return { characters: placedAs(text, placed), last };
  }
}
