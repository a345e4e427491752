import type { XmlElement } from '../intake/formats/xml';
import { childOf, descendants, textIn } from '../intake/formats/xml';
import { footOf } from './learnPage';
import type { LayoutValues } from './profile';
import type { SampleStyles } from './sampleStyles';

/** Place, font, size and height of the page numbers, by the footers. @param isTwoSided whether odd and even pages differ */
export function learnPageNumbers(
  footers: readonly XmlElement[],
  styles: SampleStyles,
  section: XmlElement | undefined,
  isTwoSided: boolean,
): LayoutValues {
  const numbered = footers
    .flatMap((footer) => descendants(footer, 'w:p').map(numberedParagraph))
    .filter((one) => one !== undefined);
  const [first] = numbered;
  if (!first) return footers.length > 0 || section ? { pageNumbers: 'none' } : {};
  const aligns = new Set(numbered.map((one) => placeOf(one, styles)));
  const isOuter = aligns.has('outside') || (isTwoSided && aligns.size > 1);
  const run = descendants(first, 'w:r').find(isField) ?? descendants(first, 'w:r')[0];
  const look = run && styles.look(run, first);
  const { footer, bottom } = footOf(section);
  const stance = styles.stance(first);
  const values: LayoutValues = { pageNumbers: isOuter ? 'outer' : 'centre' };
  if (!look) return values;
  values.pageNumberFont = look.latin || look.font;
  values.pageNumberSize = look.size;
  const high = stance.lineRule === 'auto' ? look.size * 1.3 : stance.line / 20;
  // The line's foot lies on the footer's edge, the dash 0.38 of the size above the baseline, which is four fifths down.
  const dash = footer / 20 + 0.2 * high + 0.38 * look.size;
  const gap = ((bottom / 20 - dash) * 25.4) / 72;
  if (gap > 0) values.pageNumberGap = Math.round(gap * 10) / 10;
  return values;
}

/** The paragraph with the field of the page's number, within frames and text boxes too. */
function numberedParagraph(paragraph: XmlElement): XmlElement | undefined {
  const inner = descendants(paragraph, 'w:p')
    .map(numberedParagraph)
    .find((one) => one !== undefined);
  if (inner) return inner;
  const runs = descendants(paragraph, 'w:r');
  const simple = descendants(paragraph, 'w:fldSimple').some(({ attributes }) =>
    /\bPAGE\b/.test(attributes['w:instr'] ?? ''),
  );
  return simple || runs.some(isField) ? paragraph : undefined;
}

const isField = (run: XmlElement): boolean => /\bPAGE\b/.test(descendants(run, 'w:instrText').map(textIn).join(''));

/** `outside` of a frame on the outer edge, else the alignment. */
function placeOf(paragraph: XmlElement, styles: SampleStyles): string {
  const frame = childOf(childOf(paragraph, 'w:pPr'), 'w:framePr')?.attributes['w:xAlign'];
  return frame ?? styles.stance(paragraph).align;
}
