import { mostGlyphs } from '../../limits';
import type { FontGlyph, FontTable, OperationList, PdfFont } from './pdfFonts';
import { emOf, identityScale, isReadable, joinBytes, namedCharacter } from './pdfFonts';
import type { Operations } from './pdfLibrary';
import type { Matrix } from './pdfMatrix';
import { degreesOf, matrixOf, multiply, unit } from './pdfMatrix';

/** A character as a page shows it. Lengths are in units of the page; directions of a matrix are a b c d e f. */
export interface Glyph {
  readonly text: string;
  /** Where it stands: the left end of its base line, or the top of a character in vertical writing. */
  readonly x: number;
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
  /** How far it takes the writing along. */
  readonly width: number;
  /** Direction of the writing in degrees, counter-clockwise: 0 for left to right, 270 for top to bottom. */
  readonly angle: number;
  readonly isVertical: boolean;
  /** Whether a blank is drawn before it. */
  readonly afterBlank: boolean;
  /** Number of the operation that shows it. */
  readonly operation: number;
}

/** What a page shows. */
export interface PageGlyphs {
  readonly glyphs: readonly Glyph[];
  /** What no reader sees: text of layers that are switched off. */
  readonly hidden: readonly Glyph[];
  /** Characters past the most that a page may have. */
  readonly beyond: number;
  /** Characters that cannot be read: their font has no table of characters. */
  readonly unreadable: number;
  /** Whether it shows something else: pictures, or more lines than a frame has. */
  readonly hasPictures: boolean;
}

/** Lines that a page without text may have for a frame. */
const frameLines = 40;

/** Where text and its lines begin. */
const start = { x: 0, y: 0, lineX: 0, lineY: 0 };

/** State of the text. Source: ISO 32000-1, 9.3. */
interface State {
  transform: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: PdfFont | undefined;
  fontName: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
}

/**
 * Characters of a page in the order in which it shows them. Cost: linear.
 * @param isVisible whether a layer is shown
 */
export function pageGlyphs(
  { fnArray, argsArray }: OperationList,
  operations: Operations,
  fonts: FontTable,
  isVisible: (layer: unknown) => boolean,
): PageGlyphs {
  const glyphs: Glyph[] = [];
  const unseen: Glyph[] = [];
  const saved: State[] = [];
  /** One entry for each marked content that is open: whether it is hidden. */
  const marked: boolean[] = [];
  let [unreadable, beyond] = [0, 0];
  let [drawn, pictures, operation] = [0, 0, 0];
  let state: State = {
    transform: unit,
    text: unit,
    ...start,
    font: undefined,
    fontName: '',
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
  };
  const save = (): void => void saved.push({ ...state });
  const restore = (): void => void (state = saved.pop() ?? state);
  const transform = (value: unknown): void => {
    const matrix = matrixOf(value);
    if (matrix) state.transform = multiply(matrix, state.transform);
  };
  const move = (x: number, y: number): void => {
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  };
  const setFont = (name: unknown, size: unknown): void => {
    state.fontName = String(name);
    state.font = fonts.font(state.fontName);
    state.size = Number(size);
  };

  const show = (shown: readonly (FontGlyph | number)[]): void => {
    const { font, fontName, size: fontSize, text, transform: outer, scale } = state;
    operation++;
    // A font that could not be loaded gives no characters.
    if (!font && !marked.includes(true)) unreadable += Math.max(1, shown.length);
    const isVertical = font?.vertical ?? false;
    const advance = Math.abs(fontSize) * (font?.fontMatrix?.[0] ?? identityScale);
    const direction = fontSize < 0 ? -1 : 1;
    const whole = multiply(text, outer);
    const horizontal = Math.hypot(whole[0], whole[1]);
    const vertical = Math.hypot(whole[2], whole[3]);
    const size = (emOf(font) * Math.abs(fontSize) || 1) * vertical;
    const turn = degreesOf(whole, direction) + (isVertical ? 270 : 0);
    const hidden = marked.includes(true);
    const table = fonts.codesAreCharacters(fontName);
    let along = 0;
    let afterBlank = false;
    for (const one of joinBytes(shown, font)) {
      if (typeof one === 'number') {
        along += ((isVertical ? 1 : -1) * one * Math.abs(fontSize)) / 1000;
        continue;
      }
      const metrics = one.vmetric ?? font?.defaultVMetrics;
      const width = isVertical ? -(metrics?.[0] ?? -one.width) : one.width;
      const spacing = state.charSpacing + (one.isSpace ? state.wordSpacing : 0);
      const step = width * advance + (isVertical ? -spacing : spacing) * direction;
      const character = isReadable(one, font, table) ? one.unicode : namedCharacter(one, font);
      if (character === undefined) {
        if (!hidden) unreadable++;
      } else if (!character.trim()) afterBlank = true;
      else if (glyphs.length + unseen.length >= mostGlyphs) beyond++;
      else {
        const [dx, dy] = isVertical ? [0, -along] : [along * scale * direction, 0];
        const [x, y] = [state.x + dx, state.y + dy + state.rise];
        (hidden ? unseen : glyphs).push({
          text: character,
          x: whole[0] * x + whole[2] * y + whole[4],
          y: whole[1] * x + whole[3] * y + whole[5],
          size,
          width: Math.abs(width * advance) * (isVertical ? vertical : horizontal * Math.abs(scale)),
          angle: turn % 360,
          isVertical,
          afterBlank,
          operation,
        });
        afterBlank = false;
      }
      along += step;
    }
    if (isVertical) state.y -= along;
    else state.x += along * scale * direction;
  };

  for (let at = 0; at < fnArray.length; at++) {
    const args = argsArray[at] ?? [];
    const number = (index: number): number => Number(args[index] ?? 0);
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- a number of the library; most mean nothing here
    switch (fnArray[at]) {
      case operations.save:
        save();
        break;
      case operations.restore:
        restore();
        break;
      case operations.transform:
        transform(args);
        pictures++;
        break;
      case operations.paintFormXObjectBegin:
        save();
        transform(args[0]);
        break;
      case operations.beginAnnotation:
        save();
        state.transform = unit;
        transform(args[2]);
        transform(args[3]);
        break;
      case operations.paintFormXObjectEnd:
      case operations.endAnnotation:
        restore();
        break;
      case operations.beginText:
        Object.assign(state, { text: unit, ...start });
        break;
      case operations.setTextMatrix:
        Object.assign(state, { text: matrixOf(args[0]) ?? matrixOf(args) ?? unit, ...start });
        break;
      case operations.setFont:
        setFont(args[0], args[1]);
        break;
      case operations.setGState:
        for (const entry of (args[0] as readonly (readonly [string, unknown])[] | undefined) ?? []) {
          if (entry[0] === 'Font') setFont(...(entry[1] as [unknown, unknown]));
        }
        break;
      case operations.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case operations.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case operations.setHScale:
        state.scale = number(0) / 100;
        break;
      case operations.setTextRise:
        state.rise = number(0);
        break;
      case operations.setLeading:
        state.leading = number(0);
        break;
      case operations.moveText:
        move(number(0), number(1));
        break;
      case operations.setLeadingMoveText:
        state.leading = -number(1);
        move(number(0), number(1));
        break;
      case operations.nextLine:
        move(0, -state.leading);
        break;
      case operations.showText:
        show((args[0] as readonly (FontGlyph | number)[] | undefined) ?? []);
        break;
      case operations.beginMarkedContent:
        marked.push(false);
        break;
      case operations.beginMarkedContentProps:
        marked.push(args[0] === 'OC' && !isVisible(args[1]));
        break;
      case operations.endMarkedContent:
        marked.pop();
        break;
      case operations.constructPath:
        drawn++;
        break;
    }
  }
  return { glyphs, hidden: unseen, beyond, unreadable, hasPictures: pictures > 0 || drawn > frameLines };
}
