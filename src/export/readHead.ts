import type { Element } from './officialDocument';

/** What stands above the title. */
export interface DraftHead {
  readonly marks: readonly Element[];
  readonly letterhead: Element | undefined;
  readonly number: Element | undefined;
  readonly signers: readonly string[];
}

const copyNumber = /^(?:\d{6}|〔份号〕)$/;
const secrecy = /^(?:绝密|机密|秘密|〔密级〕)(?:\s*★\s*\S{1,10})?$/;
const urgency = /^(?:特急|加急|特提|平急|急件|〔紧急程度〕)$/;
const documentNumber =
  /^((?:[\p{Script=Han}A-Za-z×X（）()]{1,20}|〔[^〔〕]{1,10}〕)\s*[〔［[【（(﹝][^〔〕［］[\]【】（）()]{1,6}[〕］\]】）)﹞]\s*(?:第\s*)?[\dX×〔〕]{1,6}\s*号)(?:[\s\u3000]+签发人[:：]\s*(.{1,60}))?$/u;
const signer = /^签发人[:：]\s*(.{1,60})$/;
const letterhead = /^(?:[\p{Script=Han}\s、·（）X×]{2,60}|〔[^〔〕]{2,20}〕)文\s*件$/u;
const organ =
  /^(?:[\p{Script=Han}、（）X×]{3,30}(?:政府|委员会|办公室|办公厅|[委局厅部院会处室署]|法院|检察院|公司|学校|大学|学院|中心)|〔发文机关[^〔〕]*〕)$/u;
/** 份号 and 发文字号 on one line, as a letter has them. */
const numberPair = /^(\d{6}|〔份号〕)[\s\u3000]+(\S.*号)$/;

export const isDocumentNumber = (text: string): boolean => documentNumber.test(text);

/** Names in a list: by 、，or blanks. */
export const namesIn = (text: string): readonly string[] => text.split(/[、，,\s\u3000]+/).filter(Boolean);

/**
 * Takes the head off a draft: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, in any order.
 * @param lines paragraphs above the title, or from the beginning on
 * @returns the head, and how many lines it takes; none where no number or letterhead is among them
 */
export function readHead(lines: readonly Element[]): { readonly head: DraftHead; readonly taken: number } {
  const marks: Element[] = [];
  let [found, number]: (Element | undefined)[] = [];
  const signers: string[] = [];
  let taken = 0;
  for (const { text, line } of lines) {
    const pair = numberPair.exec(text);
    const numbered = documentNumber.exec(pair?.[2] ?? text);
    const signed = signer.exec(text)?.[1] ?? numbered?.[2];
    if (pair?.[1] && numbered) marks.push({ text: pair[1], line });
    if (signed) signers.push(...namesIn(signed));
    if (numbered?.[1]) number = { text: numbered[1].replace(/\s+/g, ''), line };
    else if (copyNumber.test(text) || secrecy.test(text) || urgency.test(text)) marks.push({ text, line });
    else if (letterhead.test(text) || organ.test(text)) found = { text: text.replace(/[\s\u3000]+/g, ''), line };
    else if (!signed) break;
    taken++;
  }
  const nothing = { marks: [], letterhead: undefined, number: undefined, signers: [] };
  if (!number && !found?.text.endsWith('文件') && marks.length === 0 && signers.length === 0)
    return { head: nothing, taken: 0 };
  return { head: { marks, letterhead: found, number, signers }, taken };
}
