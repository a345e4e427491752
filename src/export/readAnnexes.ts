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
 * @param title of the document, which may name what it promulgates
 * @param isDated whether front matter has 成文日期, so that a date in the text is another
 */
export function readAnnexes(
  blocks: readonly DraftBlock[],
  title: string,
  isDated: boolean,
): { readonly main: readonly DraftBlock[]; readonly annexes: readonly Annex[] } {
  // A date right below the title is no signature.
  const dated = blocks.findIndex((block, at) => at > 1 && isDateLine(block));
  const promulgated = namesPromulgated(title);
  const starts = blocks.flatMap((block, at) => {
    const isBelow = dated >= 0 && dated < at;
    if (isBelow && isPromulgated(blocks, at, promulgated)) return [at];
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
  if (bareLabel.test(text) && at === blocks.length - 1) return false;
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

const withoutBlanks = (text: string): string => text.replace(/[\s《》〈〉“”]/g, '');

/** What a document promulgates: 关于印发《办法》的通知. */
function namesPromulgated(title: string): readonly string[] {
  const [, behind = ''] = /(?:印发|转发|批转|发布|公布)(.{4,100}?)的?(?:通知|公告|决定|命令|令)$/.exec(title) ?? [];
  const named = [...title.matchAll(/[《〈]([^《》]{4,100})[》〉]/g)].map(([, name = '']) => name);
  return [...named, behind].map(withoutBlanks).filter(Boolean);
}

/** What stands below a signature and is a text of its own. */
const ownText =
  /(?:方案|办法|意见|规定|细则|规则|条例|制度|名单|计划|要点|规划|纲要|预案|章程|准则|标准|指南|清单|一览表|分工|安排)(?:[（(].{1,12}[）)])?$/;

/** Whether the text that was promulgated begins at a block, with its title in one line or two. */
function isPromulgated(blocks: readonly DraftBlock[], at: number, names: readonly string[]): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  const text = withoutBlanks(textOfBlock(block));
  if (
    block?.kind !== 'paragraph' ||
    !next ||
    text.length < 4 ||
    text.length > longestTitle ||
    bareLabel.test(textOfBlock(blocks[at - 1]))
  )
    return false;
  // The second line of a title begins nothing.
  if (titleCount(blocks.slice(at - 1, at + 1)) === 2) return false;
  if (names.includes(text) || names.includes(text + withoutBlanks(textOfBlock(next)))) return true;
  if (titleCount(blocks.slice(at, at + 2)) === 2) return true;
  return at + 2 < blocks.length && ownText.test(text) && !/[。；：，,;:]/.test(text) && !numberingOf(text);
}

/** Some write every heading with one mark: a numbered one is no title. */
function isSecondTitle(blocks: readonly DraftBlock[], at: number): boolean {
  const block = blocks[at];
  const isTitled = bareLabel.test(textOfBlock(blocks[at - 1]));
  return block?.kind === 'heading' && block.depth === 1 && !numberingOf(textOfBlock(block)) && !isTitled;
}

function annexOf(blocks: readonly DraftBlock[]): Annex {
  const [first] = blocks;
  const text = textOfBlock(first);
  const elementOf = (block: DraftBlock): Element => ({ text: textOfBlock(block), line: block.line });
  const [, lead, named] = bareLabel.test(text) ? [] : (titledLabel.exec(text) ?? []);
  if (first && lead && named) {
    const [label, title] = [lead.trim(), named].map((one): Element => ({ text: one, line: first.line }));
    return { label, title, body: blocks.slice(1).flatMap(bodyBlock) };
  }
  const label = first && bareLabel.test(text) ? elementOf(first) : undefined;
  const rest = label ? blocks.slice(1) : blocks;
  const count = titleCount(rest);
  const lines = rest.slice(0, count).map(textOfBlock).join('');
  const title = count > 0 ? { text: lines, line: rest[0]?.line } : undefined;
  return { label, title, body: rest.slice(count).flatMap(bodyBlock) };
}

/** Lines of a title that a text begins with: none, one, or two where it was broken. */
function titleCount([first, second]: readonly DraftBlock[]): number {
  if (!first || !isTitle(first)) return 0;
  const [text, next] = [textOfBlock(first), textOfBlock(second)];
  const isBroken =
    first.kind === 'paragraph' &&
    !isDateLine(first) &&
    second?.kind === 'paragraph' &&
    !ownText.test(text) &&
    ownText.test(next) &&
    text.length + next.length <= longestTitle &&
    !/[，、；：,;:]/.test(text + next) &&
    !numberingOf(text) &&
    !numberingOf(next);
  return isBroken ? 2 : 1;
}

const isTitle = (block: DraftBlock): boolean =>
  block.kind === 'heading' ||
  (block.kind === 'paragraph' && textOfBlock(block).length <= longestTitle && !/[。：；]$/.test(textOfBlock(block)));
