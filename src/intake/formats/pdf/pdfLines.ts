import type { Line } from '../../../library/document';
import { endsSentence } from '../../../text/characters';
import { leadWidth } from '../../clean/lineWidth';
import { visible } from '../../line';
import type { Glyph } from './pdfGlyphs';
import type { Row, Run } from './pdfColumns';
import { brokenRows, inColumns, narrowestGutter, widestLeading } from './pdfColumns';

/** Blank between words and between columns of a table, in heights of the letters. A column of text may stand nearer. */
const wordGap = 0.2;
const columnGap = 1.5;
/** Directions that differ by so many degrees are one. */
const sameDirection = 3;

/**
 * Sets the characters of a page in lines: what stands on one height is one line, from left to right, columns of running
 * text one after the other. Each direction of writing is read by itself, that of most characters first. Cost: n log n.
 * @param rotation by which the page is turned clockwise when it is shown
 */
export function pageLines(glyphs: readonly Glyph[], rotation: number, newPage: boolean): Line[] {
  const drawnOnce = withoutDoubles(glyphs);
  const directions = new Map<number, Glyph[]>();
  for (const glyph of drawnOnce) {
    const angle = directionOf(glyph, directions);
    const same = directions.get(angle);
    if (same) same.push(glyph);
    else directions.set(angle, [glyph]);
  }
  const groups = [...directions].sort(
    ([a, one], [b, other]) => other.length - one.length || upright(a, rotation) - upright(b, rotation),
  );
  const lines = groups.flatMap(([angle, group]) => linesOf(group, angle));
  const [first, ...rest] = lines;
  return first && newPage ? [{ ...first, page: true, blanks: 1 }, ...rest] : lines;
}

const directionOf = ({ angle, isVertical }: Glyph, known: ReadonlyMap<number, unknown>): number => {
  // Vertical writing is told from text that is turned to run downwards: its characters stand upright.
  const key = isVertical ? angle + 1000 : angle;
  for (const other of known.keys()) if (Math.abs(other - key) <= sameDirection) return other;
  return key;
};

/** How far a direction is from the reader's. */
const upright = (angle: number, rotation: number): number => {
  const turned = ((((angle % 1000) - rotation + 720) % 360) + 360) % 360;
  return Math.min(turned, 360 - turned);
};

/**
 * Glyphs drawn again at almost the same place make bold letters or a shadow; not those of one operation, whose font may
 * say no widths.
 */
function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>();
  return glyphs.filter((glyph) => {
    const { text, x, y, size, width, operation } = glyph;
    const cell = Math.max(size, 0.01);
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    const same = seen.get(text) ?? new Map<number, Glyph[]>();
    seen.set(text, same);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const near = same.get(cellOf(column + dx, row + dy));
        const isDouble = near?.some(
          (one) =>
            one.operation !== operation &&
            Math.abs(one.x - x) <= Math.min(size * 0.25, width * 0.45) &&
            Math.abs(one.y - y) <= size * 0.25 &&
            Math.abs(one.size - size) < size * 0.1,
        );
        if (isDouble) return false;
      }
    }
    const key = cellOf(column, row);
    const own = same.get(key);
    if (own) own.push(glyph);
    else same.set(key, [glyph]);
    return true;
  });
}

/** A number for a cell of a grid, one for most: what lies far apart is told apart by its place. */
const cellOf = (column: number, row: number): number => Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663);

/** Lines of the glyphs of one direction. */
function linesOf(glyphs: readonly Glyph[], direction: number): Line[] {
  const radians = ((direction % 1000) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const runs = runsOf(
    glyphs.map((glyph) => ({ ...glyph, x: glyph.x * cos + glyph.y * sin, y: glyph.y * cos - glyph.x * sin })),
  );
  const lines: Line[] = [];
  for (const block of inColumns(rowsOf(runs))) {
    const left = Math.min(...block.rows.map(([first]) => first?.x ?? 0));
    const broken = brokenRows(block.rows, (row) => leadWidth(joined(row)));
    let above: Run | undefined;
    for (const row of block.rows) {
      const [first] = row;
      const text = visible(joined(row)).trim();
      if (!first || !text) continue;
      const apart = above !== undefined && (above.y - first.y) / first.size > widestLeading;
      lines.push({
        text,
        indent: Math.max(0, Math.round((2 * (first.x - left)) / first.size)),
        blanks: apart || (above === undefined && block.isApart && lines.length > 0) ? 1 : 0,
        page: false,
        ...(broken.has(row) && !endsSentence(text) && { goesOn: true }),
      });
      above = first;
    }
  }
  return lines;
}

/** Glyphs that follow each other, as they are shown. */
function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const { text, x, y, size, width, afterBlank } of glyphs) {
    const gap = open ? x - open.end : 0;
    const goesOn =
      open &&
      Math.abs(open.y - y) < size * 0.1 &&
      Math.abs(open.size - size) < size * 0.1 &&
      gap > -size * 0.5 &&
      gap < size * narrowestGutter;
    if (open && goesOn) {
      open.text += (isBlank(open.text, text, gap, size, afterBlank) ? ' ' : '') + shown(text);
      open.end = x + width;
    } else {
      open = { text: shown(text), x, y, size, end: x + width, afterBlank };
      runs.push(open);
    }
  }
  return runs;
}

/** Marks of vertical writing, from U+FE10 and from U+FE35 on, and what they are in horizontal writing. */
const verticalMarks: ReadonlyMap<string, string> = new Map([
  ...[...'，、。：；！？〖〗…'].map((mark, at): [string, string] => [String.fromCharCode(0xfe10 + at), mark]),
  ...[...'（）｛｝〔〕【】《》〈〉「」『』'].map((mark, at): [string, string] => [
    String.fromCharCode(0xfe35 + at),
    mark,
  ]),
  ['\ufe31', '—'],
]);

/** A soft hyphen that is drawn is a hyphen; ligatures are their letters. */
function shown(text: string): string {
  if (text === '\u00ad') return '-';
  return /^[\ufb00-\ufb06\uf900-\ufaff]$/.test(text) ? text.normalize('NFKC') : (verticalMarks.get(text) ?? text);
}

/** Whether there is a blank between two texts of a line. */
function isBlank(before: string, after: string, gap: number, size: number, drawn: boolean): boolean {
  if (gap > size * columnGap) return true;
  const words = /[\p{L}\p{N}.,;:!?)%]$/u.test(before) && /^[\p{L}\p{N}(]/u.test(after);
  const wide = /[\p{sc=Han}\p{P}]$/u.test(before) || /^[\p{sc=Han}\p{P}]/u.test(after);
  if (drawn) return words ? gap > 0 || !wide : gap > size * wordGap;
  return words && !wide && gap > size * wordGap;
}

/** How far base lines of one row lie apart, in heights of the letters: small letters are raised as exponents. */
const sameHeight = (one: Run, other: Run): number =>
  Math.min(one.size, other.size) < Math.max(one.size, other.size) * 0.75 ? 0.55 : 0.5;

/** Runs on one height. */
function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - run.y) < Math.max(first.size, run.size) * sameHeight(first, run))
      row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function joined(row: Row): string {
  let line = '';
  let end = 0;
  for (const { text, x, size, end: own, afterBlank } of row) {
    if (line !== '' && isBlank(line, text, x - end, size, afterBlank)) line += ' ';
    line += text;
    end = Math.max(end, own);
  }
  return line;
}
