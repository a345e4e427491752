import { textAtGap } from './textAtGap';
import type { DraftBlock } from './draftBlocks';
import type { Element } from './officialDocument';
import { textOf } from './officialDocument';

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

const year = '(?:(?:19|20)\\d{2}|[一二][〇○零一二三四五六七八九]{3}|(?:20)?[X×]{1,4}|20[X×]{2})';
const day = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[X×]{1,2})';
const dateText = `${year}年${day}月${day}日`;
const dateLine = new RegExp(`^(?:${dateText}|〔成文日期〕)$`);
const printDateOnly = new RegExp(`^(?:${dateText}|〔印发日期〕)$`);
const copiesLine = /^(?:抄送|分送|主送|抄报)[：:]/;
const attendanceLine = /^(?:出席|请假|列席|参加|主持|记录|缺席)[：:]/;
const noteLine = /^[（(].{2,200}[）)]$/;
/** 附件：1. 名称, and the lines below it. */
const attachmentsLine = /^附\s*件\s*[：:]\s*(\S.*)?$/;
const numbered = /^(\d{1,2})\s*[.．、]\s*(\S.*)$/;
/** 成文日期 on a line of its own. */
export const isDateLine = (text: string): boolean => dateLine.test(text);

/** Longest signature in characters. */
const longestSignature = 60;

/** 某某办公室  2026年3月1日印发: who printed a document, and when. */
function printedBy(text: string): ReturnType<typeof textAtGap> {
  const pair = text.endsWith('印发') ? textAtGap(text.slice(0, -2).trimEnd()) : undefined;
  return pair && printDateOnly.test(pair.right) ? pair : undefined;
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
    if (element && printed && !printer) {
      printer = { text: printed.left, line: element.line };
      printDate = printed.right;
    } else if (element && copiesLine.test(element.text)) copies.unshift(element);
    else break;
  }
  const found = copies.length > 0 || printer !== undefined;
  return { imprint: { copies, printer, printDate }, rest: found ? blocks.slice(0, end) : blocks };
}

/** Takes 附件说明, 署名, 成文日期 and 附注 off the end of the text. Returns the blocks above them. */
export function readTail(blocks: readonly DraftBlock[]): { tail: DraftTail; rest: readonly DraftBlock[] } {
  let end = blocks.length;
  const last = (): Element | undefined => elementOf(blocks[end - 1]);
  const takeWhile = (accept: (text: string) => boolean): Element[] => {
    const taken: Element[] = [];
    for (let element = last(); element && accept(element.text); element = last()) {
      taken.unshift(element);
      end--;
    }
    return taken;
  };
  const attendance = takeWhile((text) => attendanceLine.test(text));
  const lower = takeWhile((text) => noteLine.test(text));
  const [date] = last() && isDateLine(last()?.text ?? '') ? takeOne() : [undefined];
  function takeOne(): Element[] {
    end--;
    return [elementOf(blocks[end])].filter((one) => one !== undefined);
  }
  // A remark in brackets belongs to the document only where a date stands above it.
  if (!date) end += lower.length;
  const notes = date ? lower : [];
  const signatures = date ? takeWhile(isSignature) : [];
  const { attachments, start } = readAttachments(blocks, end);
  return { tail: { attachments, attendance, signatures, date, notes }, rest: blocks.slice(0, start) };
}

/** A line that may be 发文机关署名, above 成文日期. */
export const isSignature = (text: string): boolean =>
  text.length <= longestSignature &&
  !/[。；：！？，:;]/.test(text) &&
  !attachmentsLine.test(text) &&
  !/^(?:特此|专此|此[复令致]|以上|妥否|当否|[-*•·]|第[一二三四五六七八九十百\d]{1,4}[章节条部])/.test(text) &&
  !/^[\d（(一二三四五六七八九十]{1,3}[.．、）)]/.test(text);

/** 附件说明 that ends at `end`. */
function readAttachments(blocks: readonly DraftBlock[], end: number): { attachments: Element[]; start: number } {
  let start = end - 1;
  while (start >= 0 && numbered.test(elementOf(blocks[start])?.text ?? '') && end - start <= 40) start--;
  const first = elementOf(blocks[start]);
  const [, named] = attachmentsLine.exec(first?.text ?? '') ?? [];
  if (!first || named === undefined) return { attachments: [], start: end };
  const texts = [{ text: named, line: first.line }, ...blocks.slice(start + 1, end).map(elementOf)];
  const attachments = texts
    .filter((one) => one !== undefined)
    .map(({ text, line }) => ({ text: numbered.exec(text)?.[2] ?? text, line }))
    .filter(({ text }) => text);
  return { attachments, start };
}
