import { isByline } from './byline';
import { linesPerMetadata, quotedSourceOf } from './titles';
import { isDocumentNumber } from './officialForm';
import { isButton } from './button';
import type { ChangeLog } from '../clean/changeLog';
import type { Line } from '../../library/document';

/** What the lines below a title say about an article. */
export interface Metadata {
  readonly source: string;
  readonly tags: readonly string[];
  /** YYYY-MM-DD, or empty. */
  readonly date: string;
  /** 发文字号, where it stands below the title. */
  readonly number?: string | undefined;
}

const named =
  /^(?:网络|互联网|网上|佚名|不详|原创|新华社|新华网|人民网|人民日报|光明日报|经济日报|求是|求是网|学习时报|半月谈|中国政府网|央视网|中新网|[\p{Script=Han}X×]{2,8}(?:日报|晚报|网|党校|研究室|杂志))$/u;
/** Whose experience or report it is, below the title of one; elsewhere the name of an office may be a heading. */
const office =
  /^[（(]?([\p{Script=Han}X×]{2,16}(?:局|委|办|办公室|委员会|厅|院|中心|公司|集团|镇|乡|街道|办事处|政府|党委|党组|支部|大学|学校|医院|银行))[）)]?$/u;
const delivered = /(?:经验|交流|做法|发言|汇报|总结|述职|表态)(?:材料|稿|报告|提纲)?$/;

/** 来源：, 发布时间：: what it names stands on the next line. */
const label = /^(?:(?:文章|信息|内容|稿件)?(?:来源|出处|稿源)|(?:发布|发表|成文|更新)?(?:时间|日期))\s{0,3}[:：]$/;

/** When and where something was said, below its title: ——2026年2月3日在……会议上. It stays in the text. */
const occasion = /^(?:[—―-]{1,2}|[（(])?\s{0,3}(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,10}日在.{4,60}上[）)]?$/;

const stated = /^(?:文章|信息|内容|稿件)?(?:来源|出处|稿源|作者单位)\s*[:：]\s*(\S.{0,40}?)\s*$/;
const tagList = /^(?:标签|关键词|关键字|主题词)\s*[:：]\s*(.{2,80})$/;
const anyDate = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?/;
const dateLine =
  /^[（(]?\s*(?:(?:发布|发表|成文|更新)?(?:时间|日期)[\s:：]{0,9})?\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?(?:\s{1,9}\d{1,2}(?::\d{2}(?::\d{2})?|时\d{1,2}分))?\s{0,9}[）)]?(?:\s{0,9}(?:来源|出处|稿源)\s*[:：]\s*(\S{1,30}))?(?:\s{0,9}(?:浏览|点击|阅读)\S{0,4}[\s:：]{0,9}\d{0,9}\S{0,2})?$/;
/** Who issued minutes, and when, on one line below their number. */
const issuedLine = /^(\p{Script=Han}{3,30})\s{2,9}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/u;

/** A row of fields is no longer. */
const longestRow = 200;

/** What WeChat shows below a title: 原创 张三 青阳发布 2026-03-01 08:00 安徽. The account stands before the time. */
const accountRow =
  /^(?:原创\s{1,4})?(?:[^\s，。；：:]{1,20}\s{1,4}){0,3}?([^\s，。；：:]{1,20})\s{1,4}\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?\s{1,4}\d{1,2}:\d{2}(?::\d{2})?(?:\s{1,4}(?:发表于\s?)?\p{Script=Han}{2,4})?$/u;
const accountRowOf = (text: string): RegExpExecArray | null =>
  text.length <= longestRow ? accountRow.exec(text) : null;

/** What a site says below a title beside date and source, and the buttons there. */
const besides =
  /(?:作者|编辑|责任编辑|审核|校对|发布人|撰稿)\s{0,3}[:：]\s{0,3}\S{1,12}|(?:浏览|点击|阅读|访问)(?:次数|数|量)?\s{0,3}[:：]?\s{0,3}\d{0,9}\s?次?|(?:字体|字号|大小)\s{0,3}[:：]?|[【[]?(?:\s?[大中小]){3}[】\]]?|[【[]?(?:打印|关闭|分享|收藏)(?:本页|页面|窗口|到)?[】\]]?/g;
const sourceField = /(?:文章|信息|内容|稿件)?(?:来源|出处|稿源)\s{0,3}[:：]\s{0,3}(\S{1,30})/;
const dateField =
  /(?:(?:发布|成文|更新)?(?:时间|日期)\s{0,3}[:：]?\s{0,3})?\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?/;
/** Source of a line that holds nothing but fields, with a date or a source among them; undefined for any other line. */
function sourceInFields(text: string): string | undefined {
  if (text.length > longestRow) return undefined;
  const dateless = text.replace(dateField, ' ');
  const [field, source = ''] = sourceField.exec(dateless) ?? [];
  if (dateless === text && field === undefined) return undefined;
  const rest = dateless.replace(field ?? '', ' ').replace(besides, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : source;
}

/**
 * Reads source, tags and date from the lines right below a title, as far as there are such lines.
 * @param title the article's, whose words tags are made of
 * @returns what they say, and the lines that follow them
 */
export function readMetadata(
  lines: readonly Line[],
  title: string,
  changes: ChangeLog,
): { metadata: Metadata; rest: readonly Line[] } {
  let source = '';
  let date = '';
  let tags: readonly string[] = [];
  let number: string | undefined;
  let used = 0;
  let read = 0;
  const kept: Line[] = [];
  for (let line = lines[0]; line && read < linesPerMetadata; line = lines[used]) {
    const below = lines[used + 1];
    const parted = label.test(line.text) && below !== undefined;
    const text = parted ? line.text + below.text : line.text;
    if (used === 0 && occasion.test(text)) {
      kept.push(line);
      date = isoDate(text);
      used++;
      continue;
    }
    // Who wrote or spoke stays in the text, above what says when and where.
    if (kept.length === 0 && isByline(text) && below !== undefined && isSourceLine(below.text)) {
      kept.push(line);
      used++;
      continue;
    }
    if (read > 0 && isButton(text)) {
      changes.remove('footer', text);
      used++;
      continue;
    }
    const dated = dateLine.exec(text) ?? issuedLine.exec(text) ?? accountRowOf(text);
    const fields = sourceInFields(text);
    const from =
      stated.exec(text)?.[1] ??
      quotedSourceOf(text) ??
      (named.test(text) ? text : undefined) ??
      (delivered.test(title) ? office.exec(text)?.[1] : undefined);
    if (line.mark && line.mark.kind !== 'paragraph') break;
    if (dated ?? fields !== undefined) {
      date ||= isoDate(text);
      source ||= dated?.[1] ?? fields ?? '';
    } else if (from !== undefined && !source) {
      source = sourceName(from);
      date ||= isoDate(from);
    } else if (number === undefined && isDocumentNumber(text)) number = text.replace(/\s+/g, '');
    else if (tags.length === 0 && isTagLine(text, title, source !== '')) tags = splitTags(text);
    else break;
    changes.remove('source', text);
    used += parted ? 2 : 1;
    read++;
  }
  return { metadata: { source, tags, date, number }, rest: [...kept, ...lines.slice(used)] };
}

/** 《青阳日报》2026年3月1日: the name alone. */
const sourceName = (text: string): string => /^《([^《》]{2,30})》/.exec(text)?.[1] ?? text;

/** Whether a line says when and where something was said. */
export const isOccasion = (text: string): boolean => occasion.test(text);

/** Whether a line gives a source: a title stands right above it. */
export const isSourceLine = (text: string): boolean =>
  named.test(text) ||
  label.test(text) ||
  stated.test(text) ||
  dateLine.test(text) ||
  accountRowOf(text) !== null ||
  sourceInFields(text) !== undefined;

export function isoDate(text: string): string {
  const [, year = '', month = '', day = ''] = anyDate.exec(text) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : '';
}

const splitTags = (text: string): readonly string[] => [
  ...new Set(
    (tagList.exec(text)?.[1] ?? text)
      .split(/[\s\u3000,，、;；|]+/)
      .map((tag) => tag.replace(/^#/, ''))
      .filter(Boolean),
  ),
];

/** Two to eight short words with blanks between; without a source line above, one of them must be in the title. */
export function isTagLine(text: string, title: string, afterSource: boolean): boolean {
  if (tagList.test(text)) return true;
  const words = text.split(/[\s\u3000]+/);
  if (words.length < 2 || words.length > 8) return false;
  if (!words.every((word) => /^#?[\p{Script=Han}A-Za-z0-9]{2,10}$/u.test(word))) return false;
  return afterSource || words.filter((word) => title.includes(word)).length * 2 >= words.length;
}
