import { textWidth } from '../text/width';
import { composeHead } from './composeHead';
import { composeSignature } from './composeSignature';
import type { Flow, FlowImprint, FlowItem, FlowParagraph } from './flow';
import type { Annex, Block, Element, OfficialDocument } from './officialDocument';
import { textOf } from './officialDocument';
import type { LayoutProfile } from './profile';
import { pitchOf, points } from './profile';
import { letterheadSize } from './styles';
import { titleLines } from './titleLines';

/**
 * Puts the elements of a document below each other, as GB/T 9704—2012 has them (7.2 to 7.4, and 10 for letter, order and
 * minutes). Lengths are those of the profile.
 * @param free lines above a sealed signature: two, or one where the page has no room for more
 */
export function composeFlow(document: OfficialDocument, profile: LayoutProfile, free?: number): Flow {
  const size = letterheadSize(profile, letterheadCharacters(document));
  const head = composeHead(document, profile, size);
  const signature = composeSignature(document, profile, free);
  const text = [...bodyOf(document, profile), ...attachmentsOf(document, profile)];
  const items: FlowItem[] = [
    ...head.items,
    ...titleOf(document, profile, head.items.length > 0),
    ...recipientsOf(document, profile),
    ...(signature.length > 0 ? withSignature(text) : text),
    ...attendanceOf(document, profile),
    ...signature,
    ...document.notes.map(({ text, line }): FlowParagraph => ({
      kind: 'paragraph',
      style: 'GwNote',
      spans: [{ text }],
      line,
    })),
    ...document.annexes.flatMap((annex) => annexItems(annex, profile)),
  ];
  return {
    letterHead: head.letterHead,
    items,
    imprint: imprintOf(document),
    letterheadSize: size,
    isLetter: document.form === 'letter',
  };
}

/** Paragraphs above the signature that stand on its page at least, where they are short. */
const keptParagraphs = 2;
const keptCharacters = 120;

/** The end of the text stands on the page of the signature: no page has a signature alone. Source: GB/T 9704—2012, 7.3.5.5. */
const withSignature = (items: readonly FlowItem[]): readonly FlowItem[] =>
  items.map((item, at) =>
    item.kind === 'paragraph' && at >= items.length - keptParagraphs && textOf(item.spans).length <= keptCharacters
      ? { ...item, keepNext: true }
      : item,
  );

/** Characters of 发文机关标志 in its widest line. */
function letterheadCharacters({ form, letterhead, letterheadEnd, title }: OfficialDocument): number {
  if (form === 'order' || form === 'minutes') return textWidth(title?.text ?? '');
  const widest = Math.max(0, ...letterhead.map(textWidth));
  const end = textWidth(letterheadEnd);
  // Several names stand in a table, 文件 beside them.
  return letterhead.length > 1 ? 1.02 * widest + 1.05 * end + 0.4 : widest + end;
}

/** Where the title is not the letterhead itself. */
function titleOf(document: OfficialDocument, profile: LayoutProfile, hasHead: boolean): readonly FlowParagraph[] {
  const { title, subtitles, form } = document;
  if (!title || form === 'order' || form === 'minutes') return [];
  const pitch = pitchOf(profile);
  return [
    titleParagraph(title, profile, hasHead ? 2 * pitch : 0, officesOf(document)),
    ...subtitles.map(({ text, line }): FlowParagraph => ({
      kind: 'paragraph',
      style: 'Subtitle',
      spans: [{ text }],
      line,
      keepNext: true,
    })),
  ];
}

const officesOf = ({ letterhead, signatures }: OfficialDocument): readonly string[] => [
  ...letterhead,
  ...signatures.map(({ text }) => text),
];

/** @param offices names that are not broken */
function titleParagraph(
  { text, line }: Element,
  profile: LayoutProfile,
  before: number,
  offices: readonly string[] = [],
): FlowParagraph {
  const widest = Math.floor(points(profile.textWidth) / profile.titleSize);
  const lines = titleLines(text, widest, offices)
    .map((one) => one.trim())
    .join('\n');
  return { kind: 'paragraph', style: 'Title', spans: [{ text: lines }], line, before, keepNext: true };
}

const recipientsOf = ({ recipients, form }: OfficialDocument, profile: LayoutProfile): readonly FlowParagraph[] =>
  recipients
    ? [
        {
          kind: 'paragraph',
          style: 'GwRecipients',
          spans: [{ text: recipients.text }],
          line: recipients.line,
          before: form === 'order' ? 0 : pitchOf(profile),
        },
      ]
    : [];

/** The text. Where nobody is addressed a line is left free above it, in an order two (10.2). */
function bodyOf({ body, recipients, title, form }: OfficialDocument, profile: LayoutProfile): readonly FlowItem[] {
  const [first, ...others] = blockItems(body, profile);
  // The subject of a meeting below the head of its minutes.
  if (form === 'minutes' && first?.kind === 'paragraph' && /^[^，。；：]{6,60}纪要$/.test(textOf(first.spans))) {
    const subject = { text: textOf(first.spans), line: first.line };
    return [titleParagraph(subject, profile, 2 * pitchOf(profile)), ...spaced(others, profile)];
  }
  if (!first || recipients || !title || first.kind !== 'paragraph') return first ? [first, ...others] : [];
  return [{ ...first, before: (form === 'order' ? 2 : 1) * pitchOf(profile) }, ...others];
}

/** Blocks of the text. Between two tables there is white: programs make one of tables that touch. */
const blockItems = (blocks: readonly Block[], profile: LayoutProfile): readonly FlowItem[] =>
  blocks
    .flatMap(blockItem)
    .map((item, at, all) =>
      item.kind === 'table' && all[at - 1]?.kind === 'table' ? { ...item, before: pitchOf(profile) / 2 } : item,
    );

/** A block of the text. */
function blockItem(block: Block): readonly FlowItem[] {
  if (block.kind === 'table' || block.kind === 'picture') return [block];
  const { spans, line } = block;
  return block.kind === 'heading'
    ? [{ kind: 'paragraph', style: `Heading${block.level}`, spans, line, keepNext: true }]
    : [{ kind: 'paragraph', style: 'BodyText', spans, line }];
}

/** 附件说明: a line below the text, 左空二字; names are aligned where they turn over. */
function attachmentsOf({ attachments }: OfficialDocument, profile: LayoutProfile): readonly FlowParagraph[] {
  const isList = attachments.length > 1;
  return attachments.map(({ text, line }, at): FlowParagraph => {
    const lead = at === 0 ? '附件：' : '';
    const number = isList ? `${at + 1}. ` : '';
    const width = 3 + (isList ? textWidth(`${attachments.length}. `) : 0);
    return {
      kind: 'paragraph',
      style: 'GwAttachments',
      spans: [{ text: `${lead}${number}${text}` }],
      line,
      ...(at === 0 && { before: pitchOf(profile) }),
      indent: { left: 2 + width, hanging: at === 0 ? width : width - 3 },
    };
  });
}

/** 出席, 请假, 列席: a line below the text, the word in 黑体, names aligned behind the colon. */
const attendanceOf = ({ attendance }: OfficialDocument, profile: LayoutProfile): readonly FlowParagraph[] =>
  attendance.map(({ text, line }, at): FlowParagraph => {
    const [, label = '', names = ''] = /^([^：:]+[：:])\s*(\S.*)?$/.exec(text) ?? [];
    const width = textWidth(label);
    return {
      kind: 'paragraph',
      style: 'GwAttendance',
      spans: [{ text: label, heading: 1 }, { text: names }],
      line,
      ...(at === 0 && { before: pitchOf(profile) }),
      indent: { left: 2 + width, hanging: width },
    };
  });

/** 附件 on a page of its own: its label flush left in the first line, its title in the third. */
function annexItems({ label, title, body }: Annex, profile: LayoutProfile): readonly FlowItem[] {
  const first: FlowParagraph[] = label
    ? [
        {
          kind: 'paragraph',
          style: 'GwAnnex',
          spans: [{ text: label.text }],
          line: label.line,
          pageBreak: true,
          keepNext: true,
        },
      ]
    : [];
  const heading = title ? [titleParagraph(title, profile, label ? pitchOf(profile) : 0)] : [];
  const [lead, ...others] = [...first, ...heading];
  const blocks = blockItems(body, profile);
  const below = title ? spaced(blocks, profile) : blocks;
  return lead ? [{ ...lead, pageBreak: true }, ...others, ...below] : below;
}

/** A line is free between a title and what follows. */
function spaced([first, ...others]: readonly FlowItem[], profile: LayoutProfile): readonly FlowItem[] {
  if (!first) return [];
  const isFree = first.kind === 'paragraph' || first.kind === 'table';
  return [isFree ? { ...first, before: pitchOf(profile) } : first, ...others];
}

function imprintOf({ copies, printer, printDate, form }: OfficialDocument): FlowImprint | undefined {
  const isLetter = form === 'letter';
  if (copies.length === 0 && (isLetter || (!printer && !printDate))) return undefined;
  return {
    copies,
    printer: isLetter ? '' : (printer?.text ?? ''),
    printed: !isLetter && printDate ? `${printDate}印发` : '',
    line: printer?.line,
    ruled: !isLetter,
  };
}
