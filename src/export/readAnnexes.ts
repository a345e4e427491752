import { numberingOf } from '../text/numbering';
import { bodyBlock } from './bodyBlock';
import type { DraftBlock } from './draftBlocks';
import { textOfBlock } from './draftBlocks';
import { dateBehind, readDate } from './draftDates';
import type { Annex, Element } from './officialDocument';
import { isOffice } from './officeNames';
import { isAttachmentList } from './readAttachments';

const number = '(?:\\d{1,2}(?:[-—－–]\\d{1,2})?|[一二三四五六七八九十]{1,3})';
/** 附件1 alone on its line. */
const bareLabel = new RegExp(`^附\\s{0,4}件\\s{0,4}${number}?\\s{0,4}[:：]?$`);
/** 附件1：名称, 附件1 名称, 附件1《名称》. */
const titledLabel = new RegExp(
  `^(附\\s{0,4}件\\s{0,4}${number}?)(?:\\s{0,4}[:：.．、]\\s{0,8}|\\s{1,8}|(?=[《（(]))(\\S.{0,79})$`,
);
const longestTitle = 50;

/** 成文日期, on a line of its own or behind the office. */
export const isDateLine = (block: DraftBlock | undefined): boolean => {
  const text = textOfBlock(block);
  return readDate(text) !== undefined || isOffice(dateBehind(text)?.left ?? '');
};

/**
 * 附件 begin at a line that says so or, without a label, at a second title.
 * @param isDated whether front matter has 成文日期, so that a date in the text is another
 */
export function readAnnexes(
  blocks: readonly DraftBlock[],
  isDated: boolean,
): { readonly main: readonly DraftBlock[]; readonly annexes: readonly Annex[] } {
  // A date right below the title is no signature.
  const dated = blocks.findIndex((block, at) => at > 1 && isDateLine(block));
  const starts = blocks.flatMap((block, at) => {
    const isBelow = dated >= 0 && dated < at;
    // A title above the signature heads a part of the text.
    const isAnnex =
      beginsAnnex(blocks, block, at, isBelow) || (isSecondTitle(blocks, at) && (isBelow || dated < 0 || isDated));
    return isAnnex ? [at] : [];
  });
  const annexes = starts.map((start, index) => annexOf(blocks.slice(start, starts[index + 1])));
  return { main: blocks.slice(0, starts[0]), annexes };
}

/** @param isBelowDate whether the document was signed above, and lists nothing any more */
function beginsAnnex(blocks: readonly DraftBlock[], block: DraftBlock, at: number, isBelowDate: boolean): boolean {
  const text = textOfBlock(block);
  if (bareLabel.test(text)) return isBelowDate || !isAttachmentList(blocks, at, isDateLine);
  const [, , title = ''] = titledLabel.exec(text) ?? [];
  if (title && !/[。；：:]$/.test(title)) {
    const next = blocks[at + 1];
    const hasContent =
      next !== undefined &&
      !isDateLine(next) &&
      !titledLabel.test(textOfBlock(next)) &&
      !bareLabel.test(textOfBlock(next));
    const isListed = /^附\s*件\s*[:：]/.test(text) || /^\d{1,2}\s*[.．、]/.test(textOfBlock(next));
    if (block.kind === 'heading') return isBelowDate || !isAttachmentList(blocks, at, isDateLine);
    return (
      hasContent &&
      (isBelowDate ? !/^\d{1,2}[.．、]/.test(title) : !isListed && !isAttachmentList(blocks, at, isDateLine))
    );
  }
  return false;
}

/** Some write every heading with one mark: a numbered one is no title. */
function isSecondTitle(blocks: readonly DraftBlock[], at: number): boolean {
  const block = blocks[at];
  const isTitled = bareLabel.test(textOfBlock(blocks[at - 1]));
  return block?.kind === 'heading' && block.depth === 1 && !numberingOf(textOfBlock(block)) && !isTitled;
}

function annexOf(blocks: readonly DraftBlock[]): Annex {
  const [first, second] = blocks;
  const text = textOfBlock(first);
  const elementOf = (block: DraftBlock): Element => ({ text: textOfBlock(block), line: block.line });
  const [, lead, named] = bareLabel.test(text) ? [] : (titledLabel.exec(text) ?? []);
  if (first && lead && named) {
    const [label, title] = [lead.trim(), named].map((one): Element => ({ text: one, line: first.line }));
    return { label, title, body: blocks.slice(1).flatMap(bodyBlock) };
  }
  const label = first && bareLabel.test(text) ? elementOf(first) : undefined;
  const next = label ? second : first;
  const title = next && isTitle(next) ? elementOf(next) : undefined;
  const used = (label ? 1 : 0) + (title ? 1 : 0);
  return { label, title, body: blocks.slice(used).flatMap(bodyBlock) };
}

const isTitle = (block: DraftBlock): boolean =>
  block.kind === 'heading' ||
  (block.kind === 'paragraph' && textOfBlock(block).length <= longestTitle && !/[。：；]$/.test(textOfBlock(block)));
