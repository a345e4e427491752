import type { Steps } from '../../base/slices';
import type { Line } from '../../library/document';
import { textWidth } from '../../text/width';
import type { ChangeLog } from './changeLog';
import { endsSentence, goesOn } from '../../text/characters';
import { numberingOf } from '../../text/numbering';
import { isSourceLine } from '../split/metadata';
import { attachmentList, isDateLine } from '../split/officialForm';
import { frameFormsOf, opensHeadlines } from './frameForms';

/*
 * Takes out what sites and sellers of texts put into them. One pattern is never enough, for official documents speak of
 * accounts, sites, members and violations, too: an advertisement says what is sold *and* where, or an account *and* what
 * there is to get; a line of a page's frame has two forms, or one form in a place where frames stand: near the beginning
 * or the end of the file, beside another such line, or of a kind that comes back again and again.
 * Cost: every line is matched against a fixed number of bounded patterns, O(n).
 * Rejected: a single list of patterns (on 4,590 published laws it removed 1 to 9 % of some of them).
 */

/** Lines looked at in one step. */
const linesPerStep = 500;
/** A line of an advertisement; longer ones are taken for text that mentions such a thing. */
const longestAdvertisement = 120;

/** Lines from the beginning and the end of a file in which a frame stands, with no running text beyond it. */
const edges = { first: 6, last: 60 };
/** Longest headline of another article, and longest name of an account or a button between lines of a frame. */
const longestHeadline = 45;
const longestName = 20;
/** A form that so many lines of a file have is the frame of its pages. */
const fewestRepeats = 3;

/** What somebody has to do is a sentence of a document, wherever it stands. */
const provision = /应当|各(?:单位|部门|级|地|校|乡|县|区|科室)|责令|严肃/;

const account =
  /(?:群\s{0,9}(?:号码?)?|QQ\s{0,9}号?)[\s:：]{0,9}\d{5,}|(?:微信|威信|VX|V信|薇信|公众号)\s{0,9}号?\s{0,9}[:：]\s{0,9}[\w-]{4,}/i;
const address = /(?:https?:\/\/|www\.)(?![\w./-]*\.gov\.cn)/i;
const invitation =
  /(?:关注|搜索|订阅)[^。，；]{0,10}(?:公众号|微信号|小程序|订阅号)|(?:扫码|扫一扫|长按)[^。]{0,12}(?:关注|领取|加群|二维码|入群|下载)|(?:入群|加群|进群|加微信|加V信?)|(?:点击|免费)(?:此处|这里)?(?:下载|领取|获取)|(?:更多|全部|完整)[^。]{0,16}(?:请(?:访问|登录|关注|加|点击|搜索)|尽在)/i;
/** What sellers of texts sell. */
const goods =
  /(?:海量|更多|免费|全部|完整|公文|写作)[^。，；]{0,8}(?:素材|材料|范文|文稿)|(?:素材|材料|范文|公文|写作|文秘)(?:网|库|大全|合集|星球|社群)|文库|(?:代写|代笔)[^。]{0,12}(?:公文|材料|文章|联系)|笔杆子/;
const offer = /(?:加入|开通|成为|充值)[^。]{0,6}(?:会员|VIP)|会员群|随便下|打包下载|包年/i;
/** What there is to get; a notice says so, too, but not alone in brackets beside an account. */
const giveaway = /领取|免费(?:下载|领)|[领送]资料/;

/** Where offices put what they provide; nobody sells there. */
const ofOffice = /政府|门户网站|官网|官方网站|[县市区省局委厅校院]网站|内网|校园网/;
/** What nobody but a seller has. */
const seller = /公众号|微信|QQ|VIP|会员|笔杆子|文秘|(?:素材|材料|范文|公文)网|文库/i;

/** Whether a text asks writers to come and get something, as no office does in a sentence of its own. */
const invites = (text: string): boolean =>
  invitation.test(text) && !ofOffice.test(text) && (seller.test(text) || !/[。；]$/.test(text));

/** Whether a text sells something to writers and says where. */
const isAdvertisement = (text: string): boolean =>
  (goods.test(text) && (account.test(text) || address.test(text) || invites(text))) ||
  (account.test(text) && offer.test(text));

/** Whether what stands in brackets does: the text around it goes on without it. */
const isBracketedAdvertisement = (text: string): boolean =>
  isAdvertisement(text) || (account.test(text) && giveaway.test(text));

/** Something in brackets; brackets within it are not looked for. */
const bracketed = /[ \u3000]?(?:【[^【】\n]{2,160}】|\[[^[\]\n]{2,160}\]|（[^（）\n]{2,160}）|\([^()\n]{2,160}\))/g;

/**
 * Takes out advertisements, within a line too, and what a web page puts around a text: disclaimers, navigation, addresses.
 * Headings, list items and table rows that a format marks are looked at like any line; code is not.
 */
export function* removeNoise(lines: readonly Line[], changes: ChangeLog): Steps<Line[]> {
  const closed = closedBrackets(lines);
  const frames = yield* frameLines(closed);
  const kept: Line[] = [];
  let blanks = 0;
  let page = false;
  for (const [at, line] of closed.entries()) {
    if (at % linesPerStep === 0) yield;
    const text = isCode(line) ? line.text : withoutAdvertisements(line.text, changes, kept.at(-1)?.text);
    const isSold = text !== '' && !isCode(line) && isAdvertisingLine(text);
    const kind = isSold ? 'advertisement' : text && frames.has(at) ? 'footer' : undefined;
    if (kind) changes.remove(kind, text, kept.at(-1)?.text);
    if (text && !kind) {
      const taken = (line.taken ?? 0) + (text === line.text ? 0 : textWidth(line.text) - textWidth(text));
      kept.push({
        ...line,
        text,
        blanks: line.blanks + blanks,
        page: line.page || page,
        ...(taken > 0 ? { taken } : {}),
      });
      [blanks, page] = [0, false];
    } else {
      // What was around a removed line is now next to each other, as far apart as before.
      [blanks, page] = [blanks + line.blanks, page || line.page];
    }
  }
  return kept;
}

const isCode = ({ mark }: Line): boolean => mark?.kind === 'code';

/** Whether a line of its own, or a paragraph, is nothing but an advertisement. */
export const isAdvertisingLine = (text: string): boolean =>
  text.length <= longestAdvertisement && isAdvertisement(text);

/** Places of lines that belong to the frame of a page: two forms, or one where frames stand. */
function* frameLines(lines: readonly Line[]): Steps<ReadonlySet<number>> {
  const found = new Map<number, readonly RegExp[]>();
  const counts = new Map<RegExp, number>();
  for (const [at, line] of lines.entries()) {
    if (at % linesPerStep === 0) yield;
    const own = isCode(line) ? [] : frameFormsOf(line.text);
    if (own.length > 0) found.set(at, own);
    for (const form of own) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const frames = new Set<number>();
  const isRunning = ({ text }: Line, at: number): boolean => /[，。；！？]/.test(text) && !found.has(at);
  const firstText = lines.findIndex(isRunning);
  const headlines = headlinesFrom(lines, found);
  // Above a date of issue, and above attachments, stands what the document itself says.
  const endsText = (line: Line, at: number): boolean =>
    at < headlines && (isRunning(line, at) || isDateLine(line.text) || attachmentList.test(line.text));
  const lastText = lines.findLastIndex(endsText);
  for (const [at, own] of found) {
    const above = at < edges.first && (at < firstText || firstText < 0);
    const below = at >= lines.length - edges.last && at > lastText;
    const atEdge = above || below;
    const mayStandWithin = !provision.test(lines[at]?.text ?? '');
    const beside = found.has(at - 1) || found.has(at + 1);
    const repeated = own.some((form) => (counts.get(form) ?? 0) >= fewestRepeats);
    if (!atEdge && !mayStandWithin) continue;
    if (own.length > 1 || ((atEdge || beside || repeated) && standsApart(lines, at))) frames.add(at);
  }
  for (let at = Math.max(lastText + 1, lines.length - edges.last); at < lines.length; at++) {
    const between = frames.has(at - 1) && found.has(at + 1) && isName(lines[at]);
    if (at >= headlines || between) frames.add(at);
  }
  return frames;
}

/** The name of an account, or a button, as it stands between lines of a frame. */
const isName = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.text.length <= longestName &&
  !/[，。；！？：:]/.test(line.text) &&
  !isSourceLine(line.text);

/**
 * Where headlines of other articles begin that end a file, below what announces them (相关阅读); its length where there are
 * none. Nothing there is a sentence, a section, a source or what a document ends with.
 */
function headlinesFrom(lines: readonly Line[], found: ReadonlyMap<number, unknown>): number {
  const isHeadline = ({ text }: Line): boolean =>
    text.length <= longestHeadline &&
    !/[。；：:]$|[。；]/.test(text) &&
    !goesOn(text) &&
    (numberingOf(text)?.level ?? 3) >= 3 &&
    !isDateLine(text) &&
    !isSourceLine(text) &&
    !attachmentList.test(text);
  const other = lines.findLastIndex((line, at) => !found.has(at) && !isHeadline(line));
  const begin = lines.findIndex(({ text }, at) => at > other && opensHeadlines(text));
  return begin < 0 || other < 0 ? lines.length : begin;
}

/** Whether the text around a line goes on without it: what is above does not lead to it. */
function standsApart(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]?.text ?? '';
  return endsSentence(above) || !/[，、：:,]$/.test(above);
}

/** Most lines that an advertisement in brackets runs over. */
const linesPerAdvertisement = 4;

/** Lines where an advertisement in brackets that was broken over several is on the one where it begins. */
function closedBrackets(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const open = /[【[（(][^【】[\]（）()]{0,80}$/.exec(line.text.slice(-81));
    const part = open ? restOfBracket(lines, at, open[0]) : undefined;
    if (open && part) {
      result.push({ ...line, text: line.text + part.text, goesOn: true });
      const after = lines[at + part.lines];
      const rest = after?.text.slice(part.used).trim();
      const taken = textWidth(after?.text.slice(0, part.used) ?? '');
      if (after && rest) result.push({ ...after, text: rest, indent: 0, blanks: 0, taken });
      at += part.lines;
    } else result.push(line);
  }
  return result;
}

/** What follows an open bracket on the next lines up to where it closes, if all of it is an advertisement. */
function restOfBracket(
  lines: readonly Line[],
  at: number,
  open: string,
): { text: string; lines: number; used: number } | undefined {
  let text = '';
  for (let count = 1; count <= linesPerAdvertisement; count++) {
    const line = lines[at + count];
    if (!line || line.mark) return undefined;
    const close = /^[^【】[\]（）()]{0,80}[】\]）)]/.exec(line.text)?.[0];
    text += close ?? line.text;
    if (close !== undefined) {
      return isBracketedAdvertisement(open + text) ? { text, lines: count, used: close.length } : undefined;
    }
  }
  return undefined;
}

/** A text without advertisements in brackets; each is written down. @param above the text before it */
export function withoutAdvertisements(text: string, changes: ChangeLog, above?: string): string {
  if (!/[【[（(]/.test(text)) return text;
  const removed: string[] = [];
  const rest = text
    .replace(bracketed, (part) => {
      if (!isBracketedAdvertisement(part)) return part;
      removed.push(part.trim());
      return '';
    })
    .trim();
  for (const part of removed) changes.remove('advertisement', part, rest || above);
  return removed.length > 0 ? rest : text;
}
