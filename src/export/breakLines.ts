/** A line of a paragraph: what stands in it, and whether it is the last or ends with a break. */
export interface BrokenLine {
  readonly start: number;
  readonly end: number;
  /** Points. */
  readonly width: number;
  readonly isLast: boolean;
}

const noStart = new Set('，。、；：？！）》〉」』】〕”’…—％‰·,.;:?!)]}%');
const noEnd = new Set('（《〈「『【〔“‘([{');
/** Marks that may stand beyond the end of a line. */
const hanging = new Set('，。、；：？！,.;:?!');
const isWide = (code: number): boolean => code >= 0x2e80 || isChineseMark(code);
/** “”‘’—…·×, which Chinese fonts set as wide as a character. */
const isChineseMark = (code: number): boolean =>
  (code >= 0x2014 && code <= 0x2026) || code === 0xb7 || code === 0xd7 || code === 0x2116 || code === 0x2605;

/** Width of a character in points. @param gap what the grid adds to each character */
export function advance(code: number, size: number, gap: number): number {
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  return (isWide(code) || code >= 0xd800 ? size : size / 2) + gap;
}

/**
 * Breaks a paragraph into lines as Word does with Chinese text: anywhere between characters, but not within a word or number,
 * before a closing or behind an opening mark; one closing mark may hang over the end. Linear.
 * @param first width of the first line in points, `width` that of the others
 */
export function breakLines(
  text: string,
  { size, gap, first, width }: { size: number; gap: number; first: number; width: number },
): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start = 0;
  let used = 0;
  let room = first;
  const push = (end: number, isLast: boolean): void => {
    let at = end;
    let width_ = 0;
    while (at > start && text[at - 1] === ' ') at--;
    for (let index = start; index < at; index++) width_ += advance(text.charCodeAt(index), size, gap);
    lines.push({ start, end, width: width_, isLast });
    start = end;
    room = width;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n') {
      push(at, true);
      start = at + 1;
      used = 0;
      continue;
    }
    const own = advance(text.charCodeAt(at), size, gap);
    // A tenth of a character is what rounding may take.
    if (used + own <= room + size / 10 || character === ' ') {
      used += own;
      continue;
    }
    if (hanging.has(character) && used <= room + size / 10) {
      used += own;
      continue;
    }
    const to = breakBefore(text, start, at);
    push(to, false);
    used = 0;
    for (let index = start; index <= at; index++) used += advance(text.charCodeAt(index), size, gap);
  }
  push(text.length, true);
  return lines;
}

/** The last place at or before `at` where the line that begins with `start` may end. */
function breakBefore(text: string, start: number, at: number): number {
  for (let place = at; place > start; place--) if (mayBreak(text, place)) return place;
  return at > start ? at : at + 1;
}

function mayBreak(text: string, place: number): boolean {
  const [before = '', after = ''] = [text[place - 1], text[place]];
  if (noStart.has(after) || noEnd.has(before)) return false;
  const code = after.charCodeAt(0);
  if (code >= 0xdc00 && code <= 0xdfff) return false;
  const isLetter = (one: string): boolean => /[\w%.,/:@+~-]/.test(one);
  return !(isLetter(before) && isLetter(after));
}
