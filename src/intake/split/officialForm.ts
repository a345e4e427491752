import type { FrontMatter, Line } from '../../library/document';
import { endsSentence } from '../../text/characters';
import { numberingOf } from '../../text/numbering';
import type { ChangeLog } from '../clean/changeLog';
import { canBeTitleLine, numeral } from './titles';

/*
 * The parts that the standard form of an official document puts around its text. Source: GB/T 9704—2012, 7.2 (版头: 份号,
 * 密级, 紧急程度, 发文机关标志, 发文字号, 签发人) and 7.3 (主体: 标题, 主送机关, 附件说明, 成文日期).
 */

/** What the standard form says about a document. */
export type Issuing = Pick<FrontMatter, 'number' | 'signer' | 'recipients' | 'attachments'> & {
  readonly source?: string;
  readonly date?: string;
};

/** 2026, 20XX, 二〇二六. */
const year = '(?:(?:19|20)(?:\\d{2}|[Xx×]{2})|二[〇零○]{1,2}[一二三四五六七八九十]{1,2})';
/** 〔2026〕9号, with whatever brackets were typed. */
const yearAndNumber = `[〔［[【（(﹝]\\s*${year}\\s*[〕］\\]】）)﹞]\\s*(?:第\\s*)?(?:\\d{1,5}|[Xx×]{1,4}|[一二三四五六七八九十百]{1,5})\\s*号`;
/** 青政发〔2026〕9号, （2026）青府字第9号, and perhaps its label before it, 签发人 or the kind of an answer to a motion (A) beside it. */
const documentNumber = new RegExp(
  `^[（(【]?(?:(?:发文字号|发文号|文\\s?号|(?:文件)?编号)\\s*[:：]\\s*|(?:等级\\s*[:：]\\s*)?(?:特提|特急|加急|平急)\\s+)?((?:[\\p{Script=Han}A-Za-z×]{1,16}|[\\p{Script=Han}]{1,12}[（(][\\p{Script=Han}]{1,6}[）)])\\s*${yearAndNumber}|[（(〔[【［]${year}[）)〕\\]】］]\\s*\\p{Script=Han}{2,10}(?:字\\s?)?(?:第\\s?)?\\d{1,5}\\s?号|\\p{Script=Han}{1,9}[发函办字电]${year}年第?\\d{1,5}号)[）)】]?(?:\\s{1,20}[A-D]|\\s*签发人\\s*[:：]\\s*(\\S.{0,30}))?$`,
  'u',
);
/** The number of an order, an announcement or minutes, which does not name who issues it: 第12号, 2026年第3号, 〔2026〕3号. */
const bareNumber = new RegExp(
  `^[（(]?(?:(?:19|20)\\d{2}\\s*年\\s*)?第\\s*[\\d一二三四五六七八九十百]{1,5}\\s*号[）)]?$|^${yearAndNumber}$`,
);
const signer = /^签发人\s*[:：]\s*(\S.{0,30})$/;
/** Who signs beside 签发人. */
const cosigner = /^(?:会签人?|核稿|核签|拟稿人?)\s*[:：]\s*\S.{0,30}$/;
/** 份号, 密级和保密期限, 紧急程度, the star of a letterhead, and 文件 of one of several organs, which stands by itself. */
const mark =
  /^(?:\d{6}|[★☆]|文\s*件|(?:绝密|机密|秘密|内部(?:资料|文件)?)(?:[\s★]{0,9}\S{0,6})?|注意保[存密]|(?:等级\s*[:：]\s*)?(?:特急|加急|特提|平急|急件))$/;
const letterhead = /^[\p{Script=Han}\s、·（）X×]{2,40}文\s*件$/u;
const organ =
  /^[\p{Script=Han}\s、（）X×]{3,30}(?:政府|委员会|办公室|办公厅|[委局厅部院会处室署行]|法院|检察院|集团|公司|学校|大学|学院|中心)(?:[（(](?:函|通知|通报|批复)[）)]|公?函|(?:内部)?明电|电子公文|传真电报)?$/u;

const isMark = (text: string): boolean => mark.test(text) || signer.test(text) || cosigner.test(text);

/** Lines that the head of a document takes at most, from its copy number to its title. */
const longestHead = 12;

/** Whether a line is a document number, with whatever stands beside it. */
export const isDocumentNumber = (text: string): boolean => documentNumber.test(text) || bareNumber.test(text);

/**
 * Takes the head off a document: letterhead, number, signer and marks.
 * @returns what they say, and the lines from the title on; nothing is taken where there is no number and no letterhead
 */
export function readHead(lines: readonly Line[], changes: ChangeLog): { issuing: Issuing; rest: readonly Line[] } {
  const head = lines.slice(0, longestHead);
  const numbered = head.findIndex(({ text }) => isDocumentNumber(text));
  const above = head.slice(0, Math.max(0, numbered));
  const isHead = ({ text }: Line): boolean => isMark(text) || letterhead.test(text) || organ.test(text);
  const first = lines[0];
  const alone = numbered < 0 && first !== undefined && letterhead.test(first.text);
  if (!alone && (numbered < 0 || !above.every(isHead))) return { issuing: {}, rest: lines };
  let end = alone ? 1 : numbered + 1;
  while (end < head.length && isMark(head[end]?.text ?? '')) end++;
  // The number of a document that is all there is belongs to its text.
  if (end >= lines.length) return { issuing: {}, rest: lines };
  const taken = lines.slice(0, end);
  for (const { text } of taken) changes.remove('issuing', text);
  const texts = taken.map(({ text }) => text);
  const numberLine = texts.find(isDocumentNumber);
  const [, number = numberLine, beside] = documentNumber.exec(numberLine ?? '') ?? [];
  const signed = beside ?? texts.map((text) => signer.exec(text)?.[1]).find(Boolean);
  const issuer = texts.find((text) => letterhead.test(text) || organ.test(text));
  return {
    issuing: {
      ...(number && { number: number.replace(/\s+/g, '') }),
      ...(signed && { signer: signed.trim() }),
      ...(issuer && {
        source: issuer
          .replace(/\s+/g, '')
          .replace(/(?:文件|[（(](?:函|通知|通报|批复)[）)]|公?函|(?:内部)?明电|电子公文|传真电报)$/, ''),
      }),
    },
    rest: lines.slice(end),
  };
}

/** Who a document is addressed to: organs, not people (同志们：). */
const recipients =
  /^[^。；！？:：]{2,300}(?:政府|委|办|局|厅|部|院|署|处|室|部门|单位|机构|公司|企业|学校|大学|银行|中心|协会|支队|大队|街道|乡镇|镇|乡|村|社区)[^。；！？:：]{0,30}[:：]$/;
/** What leads to a list or a quotation, and addresses nobody: 其中：, 各单位分工如下：, 现将任务明确为：, 会议认为：. */
const leadsOn =
  /^(?:其中|根据|按照|依据|依照|经|为|现将|围绕|针对|结合|通过|此外|同时|目前|例如|比如|注|备注|来源|[一二三四五六七八九十]是)|(?:[为有是对于即到说道问答及和]|分工|职责|要求|情况|任务|名单|内容|通知|认为|指出|强调|提出|表示|决定|部署|明确|包括|分别|意见|问题|措施|事项|通报|规定|安排|[如以]下)\s?[:：]$|(?:现将|认为|指出|强调|提出|[如以]下)[^、，（(]{0,12}[:：]$/;
/** Whether a line says whom a document is addressed to. */
export const isRecipients = (text: string): boolean => recipients.test(text) && !leadsOn.test(text);
/** 2026年3月1日, 二〇二六年三月一日. */
const dateLine =
  /^[（(]?\s*((?:19|20)\d{2}|[一二][〇零○九]?[〇零○一二三四五六七八九]{2,3})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*[）)]?$/;
/** Whether a line is nothing but the date of a document. */
export const isDateLine = (text: string): boolean => dateLine.test(text);

/** Lines from the end in which a date and attachments stand. */
const longestTail = 30;

/** What the body of a document says about it: who it goes to, what is attached, when it was made. Nothing is taken away. */
export function readBody(lines: readonly Line[]): Issuing {
  const first = lines.find(({ text }) => !isDocumentNumber(text));
  const tail = lines.slice(0, signatureEnd(lines)).slice(-longestTail);
  const dated = tail.findLast(({ text }) => dateLine.test(text));
  const date = dated && isoDateOf(dated.text);
  const attachments = attachmentsIn(tail);
  return {
    ...(first && isRecipients(first.text) && { recipients: first.text.slice(0, -1).trimEnd() }),
    ...(attachments.length > 0 && { attachments }),
    ...(date && { date }),
  };
}

/** 附注, and what introduces the text of an attachment. */
const belowSignature = /^[（(][^（()）]{2,40}[）)]$|^附\s*件\s*(?:[\d一二三四五六七八九十]{1,2}\s*)?[:：]?$/;

/**
 * Lines down to where a document is signed that has the text of an attachment below: who issues it, the date, then 附注,
 * 附件 or a title. All lines where it has none.
 */
function signatureEnd(lines: readonly Line[]): number {
  const dated = lines.findIndex(({ text }, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (!above || !below || !dateLine.test(text) || !organ.test(above.text)) return false;
    return belowSignature.test(below.text) || canBeTitleLine(below);
  });
  return dated < 0 ? lines.length : dated + 1;
}

/** What the list of attachments begins with. */
export const attachmentList = /^附\s*(?:件\s*)?[:：]\s*/;
/** Or each of its names: 附件1：…. */
const attachmentName = /^附\s*件\s*[\d一二三四五六七八九十]{1,2}\s*[:：]\s*(?=\S)/;

/** Names in the list 附件：1. … 2. …, or the one name behind 附件：; one that is broken over lines goes on further in. */
function attachmentsIn(lines: readonly Line[]): readonly string[] {
  const start = lines.findIndex(({ text }) => attachmentList.test(text) || attachmentName.test(text));
  if (start < 0) return [];
  const names: string[] = [];
  let last: Line | undefined;
  for (const line of lines.slice(start)) {
    const text = line.text.replace(attachmentList, '');
    const numbering = numberingOf(text);
    const mark = attachmentName.exec(text)?.[0] ?? (numbering?.level === 3 ? numbering.mark : undefined);
    const goesOn = last !== undefined && !mark && !numbering && line.blanks === 0 && line.indent > last.indent;
    if (goesOn && names.length > 0) names.push((names.pop() ?? '') + text);
    else if (last && (mark === undefined || endsSentence(text))) break;
    else if (text) names.push(text.slice(mark?.length ?? 0).trim());
    if (!goesOn) last = line;
  }
  return names;
}

const digits = '〇一二三四五六七八九';

function isoDateOf(text: string): string {
  const [, year = '', month = '', day = ''] = dateLine.exec(text) ?? [];
  const years = /^\d+$/.test(year)
    ? year
    : [...year.replace(/[零○]/g, '〇')].map((one) => digits.indexOf(one)).join('');
  const [months, days] = [numeral(month), numeral(day)];
  if (!/^(?:19|20)\d\d$/.test(years) || months < 1 || months > 12 || days < 1 || days > 31) return '';
  return `${years}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
}
