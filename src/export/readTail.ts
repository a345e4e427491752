import { withoutEnd } from '../base/endRun';
import type { DraftBlock } from './draftBlocks';
import { textOfBlock } from './draftBlocks';
import { dateBehind, readDate } from './draftDates';
import type { DraftRemark } from './draftRemark';
import { remark } from './draftRemark';
import type { Element } from './officialDocument';
import { textOf } from './officialDocument';
import { isOffice } from './officeNames';
import { isDateLine } from './readAnnexes';
import { readAttachments } from './readAttachments';
import { textAtGap } from './textAtGap';

/** What stands below the text. */
export interface DraftTail {
  readonly attachments: readonly Element[];
  readonly attendance: readonly Element[];
  readonly signatures: readonly Element[];
  readonly date: Element | undefined;
  readonly notes: readonly Element[];
}

/** The last part of a document. */
export interface DraftImprint {
  readonly copies: readonly Element[];
  readonly printer: Element | undefined;
  readonly printDate: string;
}

const copiesLine = /^(?:抄送|分送|主送|抄报)[：:]/;
/** How many copies were printed, as older documents say below everything. */
const printRun = /^[（(]?(?:共印|印)\s*[\d×X]{1,6}\s*份[）)]?$/;
const attendanceLine = /^(?:出席|请假|列席|参加|主持|记录|缺席)[：:]/;
const noteLine = /^[（(].{2,200}[）)]$/;

/** Longest signature in characters. */
const longestSignature = 60;
/** What may stand below a date that is not in brackets, and still belong to the document. */
const mostBelow = 4;
const longestBelow = 100;

/** 某某办公室  2026年3月1日印发: who printed a document, and when. */
function printedBy(text: string): { printer: string; date: string } | undefined {
  const printed = text.endsWith('印发') ? withoutEnd(text.slice(0, -2), /\s/) : '';
  const alone = readDate(printed);
  if (alone) return { printer: '', date: alone };
  const pair = textAtGap(printed) ?? { left: '', right: '' };
  const { left, date } = dateBehind(printed) ?? { left: pair.left, date: pair.right };
  const read = readDate(date);
  return read && left.length <= longestSignature && !/[，。；]/.test(left) ? { printer: left, date: read } : undefined;
}

const elementOf = (block: DraftBlock | undefined): Element | undefined =>
  block?.kind === 'paragraph' ? { text: textOf(block.spans), line: block.line } : undefined;

/** Takes 版记 off the end. Returns the blocks above it. */
export function readImprint(blocks: readonly DraftBlock[]): { imprint: DraftImprint; rest: readonly DraftBlock[] } {
  const copies: Element[] = [];
  let printer: Element | undefined;
  let printDate = '';
  let end = blocks.length;
  for (; end > 0; end--) {
    const block = blocks[end - 1];
    if (block?.kind === 'rule') continue;
    const element = elementOf(block);
    const printed = printedBy(element?.text ?? '');
    if (element && printed && !printer && !printDate) {
      printer = printed.printer ? { text: printed.printer, line: element.line } : undefined;
      printDate = printed.date;
    } else if (element && (copiesLine.test(element.text) || printRun.test(element.text))) copies.unshift(element);
    else break;
  }
  const found = copies.length > 0 || printDate !== '';
  return { imprint: { copies, printer, printDate }, rest: found ? blocks.slice(0, end) : blocks };
}

/** What front matter says of the end of a document. */
export interface StatedTail {
  readonly offices: readonly string[];
  readonly isDated: boolean;
}

/** Takes 附件说明, 署名, 成文日期 and 附注 off the end of the text. Returns the blocks above them. */
export function readTail(
  blocks: readonly DraftBlock[],
  stated: StatedTail,
): { tail: DraftTail; rest: readonly DraftBlock[]; remarks: readonly DraftRemark[] } {
  let end = blocks.length;
  const takeWhile = (accept: (element: Element) => boolean): Element[] => {
    const taken: Element[] = [];
    for (let element = elementOf(blocks[end - 1]); element && accept(element); element = elementOf(blocks[end - 1])) {
      taken.unshift(element);
      end--;
    }
    return taken;
  };
  const attendance = takeWhile(({ text }) => attendanceLine.test(text));
  const remarks: DraftRemark[] = [];
  const dated = dateAbove(blocks, end, stated);
  const closing = dated === undefined ? undefined : closingOf(blocks[dated]);
  if (dated === undefined || !closing) {
    // A remark in brackets belongs to the document only where a date stands above it; an office alone only where the date is stated.
    const below = end;
    const lower = stated.isDated ? takeWhile(({ text }) => noteLine.test(text)) : [];
    const signatures = takeWhile(
      ({ text }) => stated.offices.includes(text) || (stated.isDated && isOffice(text) && isSignature(text)),
    );
    if (signatures.length === 0) end = below;
    const { attachments, start, remarks: numbered } = readAttachments(blocks, end);
    const notes = signatures.length > 0 ? lower : [];
    const tail = { attachments, attendance, signatures, date: undefined, notes };
    return { tail, rest: blocks.slice(0, start), remarks: numbered };
  }
  const below = readBelow(blocks.slice(dated + 1, end));
  end = dated;
  const above = closing.name
    ? [closing.name]
    : takeWhile(({ text, line }) => line === blocks[dated - 1]?.line && isSignature(text));
  // Only the line above the date may be anything: a person, an office of any name.
  const others = takeWhile(({ text }) => isSignature(text) && (isOffice(text) || stated.offices.includes(text)));
  if (closing.remark) remarks.push(closing.remark);
  const found = readAttachments(blocks, end);
  const attachments = below.attachments.length > 0 ? below.attachments : found.attachments;
  const start = below.attachments.length > 0 ? end : found.start;
  const tail = { attachments, attendance, signatures: [...others, ...above], date: closing.date, notes: below.notes };
  return { tail, rest: blocks.slice(0, start), remarks: [...remarks, ...below.remarks, ...found.remarks] };
}

/** The date that a document ends with: below it only 附注, or a few short lines. */
function dateAbove(blocks: readonly DraftBlock[], end: number, { offices }: StatedTail): number | undefined {
  for (let at = end - 1, strange = 0; at >= 0 && strange <= mostBelow; at--) {
    const block = blocks[at];
    const text = textOfBlock(block);
    if (block?.kind !== 'paragraph') return undefined;
    if (isDateLine(block)) {
      const above = textOfBlock(blocks[at - 1]);
      const isSigned = isOffice(above) || offices.includes(above) || readDate(text) === undefined || offices.length > 0;
      return strange === 0 || isSigned ? at : undefined;
    }
    if (noteLine.test(text)) continue;
    if (text.length > longestBelow) return undefined;
    strange++;
  }
  return undefined;
}

/** The date of a line, and the office before it where both stand in one. */
function closingOf(block: DraftBlock | undefined): { date: Element; name?: Element; remark?: DraftRemark } | undefined {
  if (!block) return undefined;
  const text = textOfBlock(block);
  const { left, date: written } = dateBehind(text) ?? { left: '', date: text };
  const alone = readDate(text);
  const date = alone ?? readDate(written);
  if (date === undefined) return undefined;
  const source = alone === undefined ? written : text;
  const isOther = date.replace(/\s/g, '') !== source.replace(/\s/g, '');
  return {
    date: { text: date, line: block.line },
    ...(alone === undefined && { name: { text: left, line: block.line } }),
    ...(isOther && {
      remark: remark(
        'The date of signing “{0}” is printed in the form of the standard: {1} (GB/T 9704—2012 7.3.5.4).',
        '成文日期“{0}”已按标准格式排印为“{1}”（GB/T 9704—2012 7.3.5.4）。',
        source,
        date,
      ),
    }),
  };
}

/** What stands below the date: 附注, 附件说明 that belongs above it, other lines. */
function readBelow(blocks: readonly DraftBlock[]): {
  notes: readonly Element[];
  attachments: readonly Element[];
  remarks: readonly DraftRemark[];
} {
  const { attachments, start, remarks } = readAttachments(blocks, blocks.length);
  const moved = remark(
    'The list of attachments (附件说明) stands below the date: it is printed above the signature (GB/T 9704—2012 7.3.4).',
    '附件说明写在成文日期之后，导出时已移至署名之前（GB/T 9704—2012 7.3.4）。',
  );
  const notes = blocks.slice(0, start).flatMap((block) => elementOf(block) ?? []);
  const strange = notes
    .filter(({ text }) => !noteLine.test(text))
    .map(({ text }) =>
      remark(
        'Below the date stands “{0}”: it is printed as a note (附注), which the standard has in brackets (GB/T 9704—2012 7.3.6).',
        '成文日期之后的“{0}”已作为附注排印；附注应加圆括号（GB/T 9704—2012 7.3.6）。',
        text,
      ),
    );
  return { notes, attachments, remarks: [...(attachments.length > 0 ? [moved] : []), ...remarks, ...strange] };
}

/** A line that may be 发文机关署名, above 成文日期. */
export const isSignature = (text: string): boolean =>
  text.length <= longestSignature &&
  !/[。；：！？，:;]/.test(text.replace(/(?<=\p{Script=Han}{4})，(?=\p{Script=Han}{4})/gu, '')) &&
  !/^附\s*件/.test(text) &&
  !/^(?:特此|专此|此[复令致]|以上|妥否|当否|敬请|谢谢|[-*•·]|第[一二三四五六七八九十百\d]{1,4}[章节条部])/.test(text) &&
  !/^[\d（(一二三四五六七八九十]{1,3}[.．、）)]/.test(text);
