import { textAtGap } from './textAtGap';
import { textWidth } from '../text/width';
import type { FlowItem, FlowParagraph } from './flow';
import type { OfficialDocument } from './officialDocument';
import type { LayoutProfile } from './profile';
import { pitchOf, points } from './profile';
import { letterheadPitch } from './styles';

/*
 * Where a character stands in a line of exact height: its baseline four fifths down, as Word and LibreOffice have it; the body
 * of a Chinese character reaches 0.86 of its size above the baseline, its ink 0.04 below.
 */
const baseline = 0.8;
const above = 0.86;
const below = 0.04;

/** White above a character in a line of exact height, and below it, in points. */
export const whiteAbove = (pitch: number, size: number): number => baseline * pitch - above * size;
const whiteBelow = (pitch: number, size: number): number => (1 - baseline) * pitch - below * size;

/** 版头: what stands above the title. */
export function composeHead(
  document: OfficialDocument,
  profile: LayoutProfile,
  size: number,
): { readonly letterHead: FlowParagraph | undefined; readonly items: readonly FlowItem[] } {
  const { form } = document;
  if (form === 'letter' && document.letterhead.length > 0) return letterHead(document, profile, size);
  if (form === 'order') return { letterHead: undefined, items: orderHead(document, profile, size) };
  if (form === 'minutes') return { letterHead: undefined, items: minutesHead(document, profile, size) };
  return { letterHead: undefined, items: generalHead(document, profile, size) };
}

const paragraph = (
  style: FlowParagraph['style'],
  text: string,
  line: FlowParagraph['line'],
  more: Partial<FlowParagraph> = {},
): FlowParagraph => ({ kind: 'paragraph', style, spans: [{ text }], line, ...more });

/** 份号 in the type of the text, 密级 and 紧急程度 in 黑体, each on a line of its own. */
const markItems = ({ marks }: OfficialDocument, { bodyFont }: LayoutProfile): readonly FlowParagraph[] =>
  marks.map(({ text, line }) => paragraph('GwMark', text, line, /\d{6}|份号/.test(text) ? { font: bodyFont } : {}));

/** Points from the lines above to a letterhead whose top is `top` millimetres below that of the type area. */
function whiteTo(top: number, lines: number, profile: LayoutProfile, size: number): number {
  return Math.max(0, points(top) - lines * pitchOf(profile) - whiteAbove(letterheadPitch(size), size));
}

function generalHead(document: OfficialDocument, profile: LayoutProfile, size: number): readonly FlowItem[] {
  const { letterhead, letterheadEnd, letterheadLine, number, signers } = document;
  const marks = markItems(document, profile);
  const pitch = pitchOf(profile);
  const before = whiteTo(profile.letterheadTop, marks.length, profile, size);
  const [name = ''] = letterhead;
  const lead: readonly FlowItem[] =
    letterhead.length > 1
      ? [{ kind: 'jointHead', names: letterhead, end: letterheadEnd, before, line: letterheadLine }]
      : letterhead.length === 1
        ? [paragraph('GwLetterhead', name + letterheadEnd, letterheadLine, { before })]
        : [];
  if (!number && signers.length === 0) {
    const [last] = lead;
    // Without a number the red line stands below the letterhead.
    if (last?.kind === 'paragraph')
      return [...marks, { ...last, redLine: redLineSpace(profile, letterheadPitch(size), size) }];
    return [...marks, ...lead];
  }
  const gap = lead.length > 0 ? 2 * pitch : 0;
  return [...marks, ...lead, ...numberItems(document, profile, gap)];
}

/** Points. */
const redLineWidth = 1.5;

const redLineSpace = ({ redLineGap }: LayoutProfile, pitch: number, size: number): number =>
  Math.max(1, Math.round(points(redLineGap) - whiteBelow(pitch, size) - redLineWidth / 2));

/** 发文字号 centred; with 签发人 左空一字, and the signers two a line behind it. */
function numberItems(document: OfficialDocument, profile: LayoutProfile, before: number): readonly FlowParagraph[] {
  const { number, signers } = document;
  const redLine = redLineSpace(profile, pitchOf(profile), profile.bodySize);
  if (signers.length === 0)
    return [paragraph('GwNumber', number?.text ?? '', number?.line, { before, redLine, keepNext: true })];
  const rows = Array.from({ length: Math.ceil(signers.length / 2) }, (_, at) => signers.slice(2 * at, 2 * at + 2));
  const widest = Math.max(...rows.map((row) => textWidth(row.map(spaced).join('　'))));
  const at = profile.charactersPerLine - 1 - widest - 4;
  return rows.map((row, index): FlowParagraph => {
    const isLast = index === rows.length - 1;
    const lead = isLast ? `　${number?.text ?? ''}` : '';
    const names = row.map(spaced).join('　');
    return {
      kind: 'paragraph',
      style: 'GwNumber',
      spans: [
        { text: `${lead}\t${index === 0 ? '签发人：' : ''}` },
        { text: `${index === 0 ? '' : '\t'}${names}`, heading: 2 },
      ],
      line: number?.line,
      align: 'left',
      tabs:
        index === 0
          ? [{ at, kind: 'left' }]
          : [
              { at, kind: 'left' },
              { at: at + 4, kind: 'left' },
            ],
      keepNext: true,
      ...(index === 0 && { before }),
      ...(isLast && { redLine }),
    };
  });
}

/** A name of two characters is set as wide as one of three where names stand below each other. */
const spaced = (name: string, _: number, { length }: readonly string[]): string =>
  length > 1 && /^\p{Script=Han}{2}$/u.test(name) ? [...name].join('　') : name;

/** 信函 (10.1): the red head hangs from the top of the page; 份号 and so on left, 发文字号 right, below its line. */
function letterHead(
  document: OfficialDocument,
  profile: LayoutProfile,
  size: number,
): { letterHead: FlowParagraph; items: readonly FlowItem[] } {
  const { letterhead, letterheadLine, number } = document;
  const head = paragraph('GwLetterhead', letterhead.join('　'), letterheadLine, {
    redLine: redLineSpace(profile, letterheadPitch(size), size),
  });
  const [first, ...others] = markItems(document, profile);
  const white = Math.max(0, (profile.bodySize * 7) / 8 - whiteAbove(pitchOf(profile), profile.bodySize));
  const top: FlowParagraph = {
    kind: 'paragraph',
    style: 'GwNumber',
    spans: [
      ...(first?.spans ?? []).map((span) => ({ ...span, heading: 1 as const })),
      { text: `\t${number?.text ?? ''}` },
    ],
    line: number?.line ?? first?.line,
    align: 'left',
    tabs: [{ at: profile.charactersPerLine, kind: 'right' }],
    before: white,
  };
  return { letterHead: head, items: first || number ? [top, ...others] : [] };
}

/** 命令 (10.2): the title is the letterhead, 令号 two lines below it, the text two lines below that. */
function orderHead(document: OfficialDocument, profile: LayoutProfile, size: number): readonly FlowItem[] {
  const { title, subtitles, number } = document;
  const marks = markItems(document, profile);
  const before = whiteTo(profile.orderLetterheadTop, marks.length, profile, size);
  const pitch = pitchOf(profile);
  const numbers = [...subtitles, ...(number ? [number] : [])];
  return [
    ...marks,
    ...(title ? [paragraph('GwLetterhead', title.text, title.line, { before })] : []),
    ...numbers.map(({ text, line }, at) => paragraph('GwNumber', text, line, at === 0 ? { before: 2 * pitch } : {})),
  ];
}

/** 纪要 (10.3): the title is the letterhead; below it the number, and who issues it when, over a red line. */
function minutesHead(document: OfficialDocument, profile: LayoutProfile, size: number): readonly FlowItem[] {
  const { title, subtitles, number } = document;
  const marks = markItems(document, profile);
  const before = whiteTo(profile.letterheadTop, marks.length, profile, size);
  const pitch = pitchOf(profile);
  const redLine = redLineSpace(profile, pitch, profile.bodySize);
  const lines = [...(number ? [number] : []), ...subtitles];
  const head = title ? [paragraph('GwLetterhead', title.text, title.line, { before })] : [];
  const [only] = head;
  if (lines.length === 0 && only)
    return [...marks, { ...only, redLine: redLineSpace(profile, letterheadPitch(size), size) }];
  return [
    ...marks,
    ...head,
    ...lines.map(({ text, line }, at): FlowParagraph => {
      // The office left, the date right.
      const pair = textAtGap(text);
      return paragraph('GwNumber', pair ? `　${pair.left}\t${pair.right}` : text, line, {
        ...(at === 0 && { before: pitch }),
        ...(at === lines.length - 1 && { redLine }),
        ...(pair && { align: 'left', tabs: [{ at: profile.charactersPerLine - 1, kind: 'right' }] }),
      });
    }),
  ];
}
