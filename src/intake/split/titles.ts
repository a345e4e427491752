import { endsSentence, goesOn } from '../../text/characters';
import type { Line } from '../../library/document';
import { numberingOf } from '../../text/numbering';

/** Most lines below a title that say where it comes from. */
export const linesPerMetadata = 4;

/** Longest line that is a title, or half of one. */
export const longestTitleLine = 45;

/** What titles of official documents end with. */
const genre =
  /(?:讲话|致辞|致词|发言|演讲|报告|意见|通知|通报|方案|总结|综述|汇报|实录|纪实|纪要|主持词|倡议书|体会|材料|提纲|党课|述职|评论|社论|简报|信息|请示|批复|函|决议|决定|命令|[府院部委局]令|公报|公告|通告|议案|条例|章程|守则|预案|办法|规定|细则|规划|计划|要点|贺词|献词|开幕词|闭幕词|讲稿|稿|金句|文章|启示|思考|路径|经验(?:交流|介绍)?|调研)(?:稿|提纲|摘要|实录|材料)?(?:[（(][^（()）]{1,12}[）)]|\d{1,2}|[一二三四五六七八九十])?$/;

/** 第一篇, 篇一:, 【篇2】, 范文三, 例文4: what a collection numbers its articles with. */
const numberedPiece =
  /^[【[〔(（]?(?:第\s*([一二三四五六七八九十\d]{1,3})\s*篇|篇\s*([一二三四五六七八九十\d]{1,3})|(?:范文|例文|材料|样本|示例)\s*([一二三四五六七八九十\d]{1,3}))[】\]〕)）]?\s*[:：、.．\s]?\s*/;

/** ——在全县农业工作会议上的讲话: the second title of an article. */
const subtitle = /^(?:—{1,2}|―{1,2}|--)\s*[\p{Script=Han}“《][^。；！？]{4,50}$/u;
/** ——摘自《青阳日报》2026年3月1日: where a text was taken from. */
const quotedSource =
  /^(?:[—―-]{1,2}\s?)?[（(]?(?:摘[自编引抄]自?|选自|转自|转载自|原载|节选自|引自|载于|刊于)\s?[:：]?\s?([^\s。；！？，][^。；！？，]{1,40}?)[）)]?$/;
/** （征求意见稿）, （试行）: at what stage a document is, on a line below its title. */
const stage =
  /^[（(](?:第?[一二三四五六七八九十]稿|(?:征求意见|讨论|送审|审议|报批|表决|修改|修订|送阅|公开征求意见)稿|初稿|定稿|代拟稿|草案|试行|暂行|修订|修正|摘要|节选|摘登|全文|[上中下])[）)]$/;

/** Whether a line is a second title. */
export const isSubtitle = (text: string): boolean =>
  subtitle.test(text) && !/[，、：:]$/.test(text) && !quotedSource.test(text);

/** Whether a line goes on with the title above it, at what stage the document is. */
export const isStage = (text: string): boolean => stage.test(text);

/** Where a text was taken from, of a line that says nothing else; undefined for any other line. */
export const quotedSourceOf = (text: string): string | undefined => quotedSource.exec(text)?.[1];

/** Whether a line addresses an audience. */
export const isSalutation = (text: string): boolean =>
  /^(?:尊敬的|各位|同志们|女士们|朋友们|老师们|同学们|亲爱的).{0,40}[:：]/.test(text);

/** Whether a line has the shape of a title: short, one clause or two, no mark at its end, no number of a section. */
export const canBeTitleLine = ({ text, mark, goesOn: broken }: Line): boolean =>
  !broken &&
  (!mark || (mark.kind === 'heading' && mark.level <= 2) || mark.kind === 'paragraph') &&
  text.length >= 4 &&
  text.length <= longestTitleLine &&
  /\p{Script=Han}/u.test(text) &&
  !endsSentence(text) &&
  !goesOn(text) &&
  !/[。；]|[;：:]$/.test(text) &&
  // What somebody does at this point of a meeting: ……（通报）.
  !/^[…⋯]|[…⋯][（(]/.test(text) &&
  !numberingOf(text) &&
  !/^[（(]/.test(text);

/** Whether a line reads like the title of a document of a known kind. */
export const namesGenre = (text: string): boolean => genre.test(text);

/** The number of a piece (第三篇 gives 3) and what follows it on the line. */
export function pieceNumber(text: string): { readonly number: number; readonly rest: string } | undefined {
  const found = text.length <= longestTitleLine + 10 ? numberedPiece.exec(text) : null;
  if (!found || endsSentence(text)) return undefined;
  const number = numeral(found[1] ?? found[2] ?? found[3] ?? '');
  return number > 0 ? { number, rest: text.slice(found[0].length).trim() } : undefined;
}

/** Value of a numeral up to ninety-nine, in Han characters or digits; 0 for anything else. */
export function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = '一二三四五六七八九';
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  const value = (character: string | undefined): number => (character ? digits.indexOf(character) + 1 : 0);
  if (!ten) return tens && ones ? 0 : value(tens) + value(ones);
  return (tens ? value(tens) : 1) * 10 + value(ones);
}

/** 8篇, 十二篇: what the title of a collection promises. */
export function statedPieces(lines: readonly Line[]): number | undefined {
  for (const { text } of lines.slice(0, 3)) {
    const found = /([一二三四五六七八九十]{1,3}|\d{1,3})\s*篇/.exec(text)?.[1];
    const number = found === undefined ? 0 : numeral(found);
    if (number > 1) return number;
  }
  return undefined;
}
