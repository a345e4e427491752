import type { DraftLine } from './draftText';

/** A name in the attachment lines 附件说明 of a draft. */
export interface ListedAttachment {
  /** 0 for a single one without a number. */
  readonly number: number;
  /** Where the name stands: one line, or those that it is wrapped on (GB/T 9704—2012 7.3.4). */
  readonly lines: readonly DraftLine[];
  /** The name; of the last one, whose end cannot be told from what follows, also with the lines below. */
  readonly names: readonly string[];
}

/** Lines that a name may go on. */
const wrapped = 2;

/** @returns what a line says, without the marks of Markdown around it */
export const contentOf = ({ masked, contentStart }: DraftLine): string =>
  masked.slice(contentStart).replaceAll('**', '').trim();

const numbered = (line: DraftLine | undefined): { readonly number: number; readonly name: string } | undefined => {
  const [, number, name = ''] = /^(\d{1,2})[.．、]\s*(\S.*)$/.exec(line ? contentOf(line) : '') ?? [];
  return number === undefined ? undefined : { number: Number(number), name };
};

/**
 * The attachment lines: 附件：1.… and the numbered lines below, between which names go on.
 * @param lines the lines of prose
 * @returns the names in order, and the index of the line behind the last
 */
export function attachmentList(lines: readonly DraftLine[]): {
  readonly listed: readonly ListedAttachment[];
  readonly after: number;
} {
  const at = lines.findIndex((line) => /^附件[：:]/.test(contentOf(line)));
  const first = lines[at];
  if (!first) return { listed: [], after: lines.length };
  const [, digits, own = ''] = /^附件[：:]\s*(?:(\d{1,2})[.．、]\s*)?(\S.*)?$/.exec(contentOf(first)) ?? [];
  const listed: ListedAttachment[] = [];
  let number = Number(digits ?? 0);
  let name = own;
  let from = at;
  for (;;) {
    const below = lines.slice(from + 1, from + 2 + wrapped);
    const next = digits === undefined ? -1 : below.findIndex((line) => numbered(line) !== undefined);
    const following = numbered(below[next]);
    const other = below.findIndex(isOther);
    const isLast =
      !following ||
      following.number <= number ||
      (next > 0 && following.number !== number + 1) ||
      (other >= 0 && other < next);
    const ends = isLast ? (other < 0 ? wrapped : Math.min(other, wrapped)) : next;
    const goesOn = below.slice(0, ends).map(contentOf);
    const longer = goesOn.map((_, count) => name + goesOn.slice(0, count + 1).join(''));
    if (name !== '')
      listed.push({
        number,
        lines: lines.slice(from, isLast ? from + 1 : from + 1 + next),
        names: isLast ? [name, ...longer] : [longer.at(-1) ?? name],
      });
    if (isLast) return { listed, after: from + 1 };
    ({ number, name } = following);
    from += 1 + next;
  }
}

/** A date, a heading, another attachment: nothing that a name goes on with. */
const isOther = (line: DraftLine): boolean =>
  line.heading > 0 || /^附件|^\d{4}年|[。：:]$|^[一二三四五六七八九十]+、/.test(contentOf(line));
