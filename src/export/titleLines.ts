import { textWidth } from '../text/width';

/** Words after which a line of a title may end, and with which none begins. */
const closers = /^(?:的|和|与|及|等|、|，|”|》|）|〉|’|〕|—|…|：)/;
const openers = /(?:关于|的?〔|《|（|“|‘|〈|在|对|为|与|和|及|印发|转发|—)$/;

/** Most words and characters of a title whose lines are balanced. */
const mostWords = 150;
const mostCharacters = 500;

/**
 * Lines of a title: as few as there can be, broken between words, of like length (the standard asks for a trapezoid or a
 * lozenge, and sense kept together). Source: GB/T 9704—2012, 7.3.1. Quadratic in the words of a title, linear beyond their bound.
 * @param widest characters of a line
 * @param offices names that stand in one line
 */
export function titleLines(title: string, widest: number, offices: readonly string[] = []): readonly string[] {
  if (title.includes('\n') || textWidth(title) <= widest) return title.split('\n');
  if (title.length > mostCharacters) return filled([...title], widest);
  const words = wordsOf(
    title,
    offices.filter((name) => textWidth(name) <= widest),
  );
  if (words.length > mostWords) return filled(words, widest);
  const count = Math.ceil(textWidth(title) / widest);
  return (
    breakInto(words, count, widest) ??
    breakInto(words, count + 1, widest) ??
    breakInto([...title], count, widest) ?? [title]
  );
}

/** Lines filled one after the other: what is so long is no title, and not worth the cost of balancing. */
function filled(words: readonly string[], widest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.flatMap((one) => (textWidth(one) > widest ? [...one] : [one]))) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + word) <= widest) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines;
}

/** Words of a title; an office's name is one, and a number with what it counts. */
function wordsOf(title: string, offices: readonly string[]): readonly string[] {
  const names = [...new Set(offices)].sort((one, other) => other.length - one.length);
  const words: string[] = [];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (let at = 0; at < title.length;) {
    const name = names.find((one) => one && title.startsWith(one, at));
    const end = name ? at + name.length : nextName(title, at, names);
    const parts = name ? [name] : [...segmenter.segment(title.slice(at, end))].map(({ segment }) => segment);
    for (const part of parts) {
      if (/\d$/.test(words.at(-1) ?? '') && /^[年月日号期届次项个条万亿%％]/.test(part))
        words[words.length - 1] += part;
      else words.push(part);
    }
    at = end;
  }
  return words;
}

/** Where the next of these names begins; the end of the title where there is none. */
const nextName = (title: string, from: number, names: readonly string[]): number =>
  Math.min(title.length, ...names.map((name) => title.indexOf(name, from + 1)).filter((at) => at > from));

/** The best way to set words in so many lines; undefined where none fits. */
function breakInto(words: readonly string[], count: number, widest: number): readonly string[] | undefined {
  const ideal = textWidth(words.join('')) / count;
  const known = new Map<string, { cost: number; lines: readonly string[] } | undefined>();
  const best = (from: number, left: number): { cost: number; lines: readonly string[] } | undefined => {
    const key = `${from} ${left}`;
    if (known.has(key)) return known.get(key);
    let found: { cost: number; lines: readonly string[] } | undefined;
    for (let to = from + 1; to <= words.length; to++) {
      const line = words.slice(from, to).join('');
      const width = textWidth(line);
      if (width > widest) break;
      if ((left === 1) !== (to === words.length)) continue;
      const rest = left === 1 ? { cost: 0, lines: [] } : best(to, left - 1);
      if (!rest) continue;
      const cost =
        rest.cost + (width - ideal) ** 2 + (left > 1 ? penalty(line, words[to - 1] ?? '', words[to] ?? '') : 0);
      if (!found || cost < found.cost) found = { cost, lines: [line, ...rest.lines] };
    }
    known.set(key, found);
    return found;
  };
  return best(0, count)?.lines;
}

/**
 * A character that stands alone may be half of a word that the dictionary does not have; 青阳｜市 is half a name. Offices of a joint
 * issue are written with a blank between them: the best place for a break.
 */
const penalty = (line: string, last: string, next: string): number =>
  (closers.test(next) || /^[省市县区州镇乡村局委厅部院处]$/.test(next) ? 30 : 0) +
  (openers.test(line) ? 30 : 0) +
  (isLone(last) && isLone(next) ? 20 : 0) -
  (/^\s+$/.test(last) ? 20 : 0);

const isLone = (word: string): boolean => /^\p{Script=Han}$/u.test(word);
