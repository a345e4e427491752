import { FrameAnchorType, FrameWrap, Paragraph, ShadingType } from 'docx';
import type { IParagraphOptions } from 'docx';
import { textWidth } from '../text/width';
import type { DocxParagraphs } from './docxParagraphs';
import type { FlowImprint } from './flow';
import { imprintHeight } from './layout';
import { points } from './profile';

const twips = (length: number): number => Math.round(length * 20);
/** Rules of 版记: 0.35 mm outside, 0.25 mm inside, in twentieths of a point. Source: GB/T 9704—2012, 7.4.1. */
const outer = 20;
const inner = 14;

/**
 * 版记: paragraphs in a frame whose last rule lies on the lower edge of the type area, and the paragraph that it hangs on. Rules are
 * paragraphs of their own, as wide as the type area; the text stands a character in on either side. A frame and no floating
 * table, which not every program puts there.
 */
export function imprintParagraphs(imprint: FlowImprint, paragraphs: DocxParagraphs): readonly Paragraph[] {
  const { copies, printer, printed, ruled } = imprint;
  const { profile } = paragraphs;
  const edge = twips(profile.imprintSize);
  const full = twips(points(profile.textWidth));
  const entries = copies.length + (printer || printed ? 1 : 0);
  const rules = ruled ? (2 * outer + (entries - 1) * inner) / 20 : 0;
  const top = points(profile.top + profile.textHeight) - imprintHeight(imprint, profile) - rules;
  const frame = {
    type: 'absolute',
    position: { x: twips(points(profile.left)), y: twips(top) },
    width: full,
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
  } as NonNullable<IParagraphOptions['frame']>;
  const rule = (size: number): readonly Paragraph[] =>
    ruled
      ? [
          new Paragraph({
            style: 'GwImprint',
            frame,
            spacing: { line: size, lineRule: 'exact' },
            shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
            children: [],
          }),
        ]
      : [];
  const texts = copies.map(({ text }) => {
    const label = /^[^：:]{1,6}[：:]/.exec(text)?.[0] ?? '';
    const hanging = twips(textWidth(label) * profile.imprintSize);
    const indent = { left: edge + hanging, hanging, right: edge };
    return new Paragraph({ style: 'GwImprint', frame, indent, children: [...paragraphs.runs({ text })] });
  });
  if (printer || printed) {
    const tabStops = [{ type: 'right' as const, position: full - edge }];
    const children = [...paragraphs.runs({ text: `${printer}\t${printed}` })];
    texts.push(new Paragraph({ style: 'GwImprint', frame, indent: { left: edge }, tabStops, children }));
  }
  const ruledTexts = texts.flatMap((text, at) => [...rule(at === 0 ? outer : inner), text]);
  return [...ruledTexts, ...rule(outer), paragraphs.space(1)];
}
