import type { Line } from '../../library/document';

/** The number that an entry of a list of references or of notes begins with. */
const numbered = /^(?:[[［〔](\d{1,3})[\]］〕]\s?(?=\S)|([①-⑳])\s?(?=\S)|\[\^[^\][\s]{1,40}\]:)/;
/** What a list of references stands below. */
const heading =
  /^(?:(?:主要)?参\s?考\s?(?:文\s?献|资\s?料|书\s?目)|注\s?释|引用文献|references|bibliography|notes)\s?[:：]?$/i;
/** An entry ends in its pages, its date, its address or a full stop. */
const ended = /(?:[.。；：！？)）\]】页年期版]|\d|[\w/]{3})$/;
/** Lines that an entry runs over. */
const linesPerEntry = 4;

/** Places of lines that open a paragraph, and of those that go on with an entry of a list of references. */
export interface References {
  readonly opens: ReadonlySet<number>;
  readonly goesOn: ReadonlySet<number>;
}

/**
 * Finds lists of references: lines that begin with [1], [2], … or ①, ②, … in order. One number at the beginning of a line may
 * belong to the sentence that was broken there; several that count on from each other do not. Cost: linear.
 */
export function referenceLines(lines: readonly Line[]): References {
  const opens = new Set<number>();
  const goesOn = new Set<number>();
  let last: { at: number; number: number; form: string } | undefined;
  for (const [at, line] of lines.entries()) {
    if (heading.test(line.text)) {
      opens.add(at).add(at + 1);
      continue;
    }
    const [start, digits, circled] = numbered.exec(line.text) ?? [];
    if (start === undefined) continue;
    const number = digits === undefined ? (circled?.charCodeAt(0) ?? 0) : Number(digits);
    const form = digits === undefined ? (circled ? '①' : '^') : start.charAt(0);
    const follows = last?.form === form && last.number + 1 === number && at - last.at <= linesPerEntry;
    if (follows || form === '^') {
      if (last && follows) opens.add(last.at);
      opens.add(at);
      for (let within = (last?.at ?? at) + 1; follows && within < at; within++)
        if (isRest(lines[within], lines[within - 1])) goesOn.add(within);
    }
    last = { at, number, form };
  }
  return { opens, goesOn };
}

/** Whether a line between two entries goes on with the first. */
const isRest = (line: Line | undefined, above: Line | undefined): boolean =>
  line?.blanks === 0 && above !== undefined && !ended.test(above.text);
