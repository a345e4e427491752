import type { DraftBlock } from './draftBlocks';
import { textOfBlock } from './draftBlocks';
import type { DraftRemark } from './draftRemark';
import { remark } from './draftRemark';
import { isOffice } from './officeNames';
import type { Element } from './officialDocument';

/** 附件：1. 名称, and the lines below it. */
const headLine = /^附\s{0,4}件(?:说明|名称|目录|清单)?\s{0,4}[：:]\s*(\S.*)?$/;
const bareHead = /^附\s{0,4}件(?:说明|名称|目录|清单)?$/;
/** 1. 名称, （1）名称, ①名称, 附件1：名称. */
const entryLine =
  /^(?:附\s{0,4}件\s{0,4})?(?:(\d{1,2})\s{0,4}[.．、：:]|[（(](\d{1,2})[）)][.．、]?|([①-⑳])|附\s{0,4}件\s{0,4}([一二三四五六七八九十]{1,3})[：:.．、])\s*(\S.*)$/;
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** 附件1：名称 or 附件1 名称, which need no line above that says 附件. */
const labelledEntry =
  /^附\s{0,4}件\s{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s{0,4}[：:.．、]\s{0,8}|\s{1,8})(?=\S)/;
const mostEntries = 60;
/** From this length on a name goes on in an indented line below. */
const wrappedName = 15;
const longestName = 80;

/** The name of an attachment without its number. */
export const withoutNumber = (text: string): string => {
  const name = entryLine.exec(text)?.at(-1) ?? text.replace(labelledEntry, '');
  return name.trim() || text;
};

const isEntry = (block: DraftBlock | undefined): boolean => {
  const text = textOfBlock(block);
  const isListed = block?.kind === 'paragraph' && block.lead === 'item' && text.length <= longestName;
  return (
    block?.kind === 'paragraph' &&
    (isListed || ((entryLine.test(text) || labelledEntry.test(text)) && !/。./.test(text)))
  );
};

/** A name without a number: what stands below 附件： alone, or goes on with the name above. */
const isPlainName = (block: DraftBlock | undefined): boolean => {
  const text = textOfBlock(block);
  return block?.kind === 'paragraph' && text.length <= longestName && !/[。；：！？，:;]/.test(text) && !isOffice(text);
};

export interface ReadAttachments {
  readonly attachments: readonly Element[];
  /** Where they begin among the blocks. */
  readonly start: number;
  readonly remarks: readonly DraftRemark[];
}

/** Reads 附件说明 that ends before the block `end`; `start` is `end` where there is none. */
export function readAttachments(blocks: readonly DraftBlock[], end: number): ReadAttachments {
  const start = startOf(blocks, end);
  if (start === undefined) return { attachments: [], start: end, remarks: [] };
  const [first = { text: '', line: undefined }, ...others] = blocks
    .slice(start, end)
    .map((block): Element & { lead?: string } => ({
      text: textOfBlock(block),
      line: block.line,
      ...(block.kind === 'paragraph' && block.lead && { lead: block.lead }),
    }));
  const [head, named = ''] = headLine.exec(first.text) ?? bareHead.exec(first.text) ?? [];
  const texts = head === undefined ? [first, ...others] : [{ ...first, text: named }, ...others];
  const attachments: Element[] = [];
  const numbers: (number | undefined)[] = [];
  for (const { text, line, ...more } of texts) {
    if (text === '') continue;
    const last = attachments.at(-1);
    const isNumbered = entryLine.test(text) || labelledEntry.test(text);
    if (last && !isNumbered && more.lead === 'indent' && last.text.length >= wrappedName) {
      attachments[attachments.length - 1] = { ...last, text: last.text + text };
      continue;
    }
    for (const part of isNumbered ? text.split(/[；;。\s]{1,8}(?=\d{1,2}\s{0,4}[.．、]\s{0,4}\D)/) : [text]) {
      attachments.push({ text: withoutNumber(part), line });
      numbers.push(numberIn(part));
    }
  }
  const isCounted = numbers.every((number, at) => number === undefined || number === at + 1 || numbers.length === 1);
  const renumbered = remark(
    'The attachments (附件说明) are numbered from 1 on in the Word document; in the draft their numbers are others.',
    '附件说明的序号不连续，导出时已从1起依次编号。',
  );
  return { attachments, start, remarks: isCounted ? [] : [renumbered] };
}

const numberIn = (text: string): number | undefined => {
  const [, plain, bracketed, circle = ''] = entryLine.exec(text) ?? [];
  const number = plain ?? bracketed;
  return number !== undefined ? Number(number) : circle ? circled.indexOf(circle) + 1 : undefined;
};

function startOf(blocks: readonly DraftBlock[], end: number): number | undefined {
  const up = (accept: (block: DraftBlock | undefined) => boolean): number => {
    let start = end - 1;
    while (start >= 0 && end - start <= mostEntries && accept(blocks[start]) && !isHead(textOfBlock(blocks[start])))
      start--;
    return start;
  };
  const isIndented = (block: DraftBlock | undefined): boolean => block?.kind === 'paragraph' && block.lead === 'indent';
  const at = up((block) => isEntry(block) || (isIndented(block) && isPlainName(block)));
  if (isHead(textOfBlock(blocks[at]), at < end - 1)) return at;
  const labelled = blocks.slice(at + 1, end).findIndex((block) => labelledEntry.test(textOfBlock(block)));
  if (labelled >= 0) return at + 1 + labelled;
  const plain = up((block) => isEntry(block) || isPlainName(block));
  const text = textOfBlock(blocks[plain]);
  return isHead(text, plain < end - 1) && !headLine.exec(text)?.[1] ? plain : undefined;
}

/** @param hasEntries whether names follow, without which 附件 alone is none */
const isHead = (text: string, hasEntries = true): boolean =>
  headLine.test(text) ? hasEntries || headLine.exec(text)?.[1] !== undefined : hasEntries && bareHead.test(text);

/** Whether 附件说明 begins at a block, up to a signature, a date or the end: and no page of its own does. */
export function isAttachmentList(
  blocks: readonly DraftBlock[],
  at: number,
  endsText: (block: DraftBlock | undefined) => boolean,
): boolean {
  const [head, named] = headLine.exec(textOfBlock(blocks[at])) ?? [];
  const isAlone = head !== undefined && named === undefined;
  let next = at + 1;
  while (next < blocks.length && (isEntry(blocks[next]) || (isAlone && isPlainName(blocks[next])))) next++;
  const hasEntries = next > at + 1 || named !== undefined || labelledEntry.test(textOfBlock(blocks[at]));
  return hasEntries && (endsText(blocks[next]) || endsText(blocks[next + 1]) || endsText(blocks[next + 2]));
}
