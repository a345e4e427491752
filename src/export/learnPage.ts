import type { XmlElement } from '../intake/formats/xml';
import { childOf } from '../intake/formats/xml';
import { mostCommon } from './learnText';
import type { LayoutValues } from './profile';
import { pitchOf, points, standardProfile } from './profile';
import type { SampleParagraph } from './sampleParagraphs';

/** A line that is not exact is so many times as high as its characters: what Word does with Chinese text. */
const naturalPitch = 1.3;

const rounded = (value: number, steps: number): number => Math.round(value * steps) / steps;
/** Millimetres of twentieths of a point; a hundredth of a millimetre more or less is the file's own rounding. */
const millimetres = (twips: number): number => rounded((twips * 25.4) / 1440, 10);

/** Page, margins, lines a page and characters a line. @param section of the sample, its page and grid */
export function learnPage(
  section: XmlElement | undefined,
  paragraphs: readonly SampleParagraph[],
  bodySize = standardProfile.bodySize,
): LayoutValues {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {};
  const margins = childOf(section, 'w:pgMar')?.attributes ?? {};
  const [width, height] = [Number(size['w:w']), Number(size['w:h'])];
  const [top, bottom, left, right, gutter] = ['top', 'bottom', 'left', 'right', 'gutter'].map((name) =>
    Math.abs(Number(margins[`w:${name}`] ?? 0)),
  ) as [number, number, number, number, number];
  const values: LayoutValues = {};
  if (!(width > 0 && height > 0) || width <= left + right + gutter || height <= top + bottom) return values;
  values.pageWidth = millimetres(width);
  values.pageHeight = millimetres(height);
  values.top = millimetres(top);
  values.left = millimetres(left + gutter);
  values.textWidth = millimetres(width - left - right - gutter);
  values.textHeight = millimetres(height - top - bottom);
  const grid = childOf(section, 'w:docGrid')?.attributes ?? {};
  const isGrid = /^(?:lines|linesAndChars|snapToChars)$/.test(grid['w:type'] ?? '');
  const gridPitch = isGrid ? Number(grid['w:linePitch'] ?? 0) / 20 : 0;
  const pitch = mostCommon(
    paragraphs
      .filter(({ isInTable, text }) => !isInTable && text.length > 20)
      .map(({ stance, text }): [number, number] => [pitchOfStance(stance, bodySize, gridPitch), text.length]),
  );
  if (pitch) Object.assign(values, linesOf(pitch, values.textHeight));
  const spacing = mostCommon(
    paragraphs.flatMap(({ runs }) =>
      runs
        .filter(({ look }) => look.size === bodySize)
        .map(({ text, look }): [string, number] => [`${look.spacing}`, text.length]),
    ),
  );
  const isGridOfCharacters = /chars/i.test(grid['w:type'] ?? '');
  const added = isGridOfCharacters ? Number(grid['w:charSpace'] ?? 0) / 4096 : Number(spacing ?? 0);
  values.charactersPerLine = Math.floor(points(values.textWidth) / (bodySize + added) + 0.02);
  return values;
}

function pitchOfStance({ line, lineRule }: SampleParagraph['stance'], size: number, grid: number): number {
  if (lineRule !== 'auto') return line / 20;
  const single = grid > 0 ? grid * Math.ceil((size * 1.1) / grid) : size * naturalPitch;
  return rounded((single * line) / 240, 20);
}

/** The standard's own lines where they are spread over the type area as it has them, else the pitch that the sample has. */
function linesOf(pitch: number, textHeight: number): LayoutValues {
  const { linesPerPage, linePitch } = standardProfile;
  const spread = pitchOf({ ...standardProfile, textHeight });
  if (Math.abs(pitch - spread) < 0.1) return { linesPerPage, linePitch };
  return { linesPerPage: Math.max(1, Math.floor(points(textHeight) / pitch + 0.05)), linePitch: pitch };
}

/** Twentieths of a point from the foot of the page to the foot of the footer, and to that of the type area. */
export const footOf = (section: XmlElement | undefined): { readonly footer: number; readonly bottom: number } => {
  const margins = childOf(section, 'w:pgMar')?.attributes ?? {};
  return { footer: Number(margins['w:footer'] ?? 0), bottom: Math.abs(Number(margins['w:bottom'] ?? 0)) };
};
