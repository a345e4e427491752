import type { DraftBlock } from './draftBlocks';
import type { Element } from './officialDocument';
import { statedElement, textOf } from './officialDocument';

const addressed = /^[^。；！？]{2,400}[：:]$/;
/** 题注 in brackets, 副标题 behind a dash, number of an order or of minutes, a name, a date, an office with a date. */
const subtitle =
  /^(?:[（(].{2,80}[）)]|——.{2,60}|第[\dX×〔〕一二三四五六七八九十百]{1,8}[号期]|[〔［[].{1,6}[〕］\]].{1,4}号|.{1,12}年.{1,4}月.{1,4}日(?:[\s\u3000]{1,4}\S{2,20}号)?|.{2,30}[\s\u3000]{2,}.{1,12}年.{1,4}月.{1,4}日|[\p{Script=Han}〔〕X×]{2,12}[\s\u3000]+[\p{Script=Han}〔〕X×]{2,8}|〔[^〔〕]{2,20}〕)$/u;

/** Titles of what somebody says or writes in his own name, and the line below that names him. */
const spoken =
  /(?:讲话|发言|致辞|讲话稿|发言稿|演讲稿?|宣讲稿?|党课讲稿|汇报|报告|贺词|献词|体会|总结)(?:[（(].*[）)])?$/;
const speaker =
  /^(?:(?!目录|前言|引言|导语|摘要|概述|背景|附件)\p{Script=Han}(?:\p{Script=Han}{1,3}|[\s\u3000]+\p{Script=Han})|(?:发言|讲话|报告|汇报|宣讲|主讲|演讲|作者|撰稿|执笔|述职)人?[：:].{2,20})$/u;

/**
 * Lines below the title, and who is addressed.
 * @param stated who is addressed as front matter says
 */
export function readOpening(
  blocks: readonly DraftBlock[],
  stated: readonly string[],
  title: string,
): { subtitles: readonly Element[]; recipients: Element | undefined; text: readonly DraftBlock[] } {
  const isSpoken = spoken.test(title);
  let at = 0;
  const subtitles: Element[] = [];
  for (let block = blocks[at]; block?.kind === 'paragraph' && at < 4 && at < blocks.length - 1; block = blocks[++at]) {
    const text = textOf(block.spans);
    if (!subtitle.test(text) && !(isSpoken && speaker.test(text))) break;
    subtitles.push({ text, line: block.line });
  }
  const next = blocks[at];
  const text = next?.kind === 'paragraph' ? textOf(next.spans) : '';
  const isAddressed =
    next !== undefined &&
    at < blocks.length - 1 &&
    addressed.test(text) &&
    !isIntroduction(text) &&
    // What the front matter says stands, and the text keeps what is something else.
    stated.every((one) => text.includes(one.replace(/[：:]$/, '')));
  if (isAddressed) return { subtitles, recipients: { text, line: next.line }, text: blocks.slice(at + 1) };
  const recipients = stated.length > 0 ? statedElement(`${stated.join('，').replace(/[：:]$/, '')}：`) : undefined;
  return { subtitles, recipients, text: blocks.slice(at) };
}

/** 各县（市、区）人民政府：, and not 同志们：. */
export const isAddressedToOffices = (recipients: Element | undefined): boolean =>
  recipients !== undefined &&
  !/(?:同志|朋友|同事|代表|委员|来宾|领导|女士|先生|乡亲|同学|老师|员工)(?:们|朋友)?[！：:，]/.test(recipients.text);

const isIntroduction = (text: string): boolean =>
  /^(?:现将|现就|为|根据|按照|依据|经|鉴于)/.test(text) ||
  (/(?:如下|下列|以下|通知|决定|意见|强调|要求|指出)[^，。]{0,6}[：:]$/.test(text) && !text.startsWith('各'));
