import { withoutEnd } from '../base/endRun';
import { endsSentence } from '../text/characters';
import { numberingOf } from '../text/numbering';
import type { DraftBlock } from './draftBlocks';
import { draftBlocks } from './draftBlocks';
import type { DraftFields } from './draftFields';
import { draftFields } from './draftFields';
import { formOf, genreOf } from './form';
import type { Annex, Block, Element, OfficialDocument, Span } from './officialDocument';
import { textOf } from './officialDocument';
import type { DraftHead } from './readHead';
import { namesIn, readHead } from './readHead';
import { readImprint, readTail } from './readTail';

/** Longest heading that is one by its number alone, and longest first sentence that heads a paragraph. */
const longestHeading = 40;
const longestRunIn = 30;

/**
 * Reads a draft as an official document: its elements from the front matter and, where that is silent, from the text. Linear in
 * the text; every character of it stands in the result.
 * @param languageId `markdown`, or anything else for plain text
 */
export function readDraft(draft: string, languageId = 'markdown'): OfficialDocument {
  const text = draft.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const fields = draftFields(text);
  const blocks = draftBlocks(text, fields.bodyOffset, languageId === 'markdown');
  const { imprint, rest } = readImprint(blocks);
  const { head, title, below } = readTop(rest, fields);
  const { main, annexes } = splitAnnexes(below);
  const genre = genreOf(title?.text ?? '');
  const { subtitles, recipients, text: body } = readOpening(main, fields);
  const { tail, rest: prose } = readTail(body);
  const numberText = fields.one('发文字号', 'number');
  const number = numberText ? { text: numberText, line: undefined } : head.number;
  const signers = fields.list('签发人', 'signer').flatMap(namesIn);
  const offices = fields.list('发文机关标志', '发文机关');
  const isIssued = number !== undefined || offices.length > 0 || head.letterhead !== undefined;
  const form = formOf(
    fields.one('文种'),
    genre,
    isIssued || isAddressedToOffices(recipients),
    signers.length + head.signers.length > 0,
  );
  const lead = letterheadOf(head, fields);
  const hasHead = form !== 'plain' && form !== 'minutes' && form !== 'order';
  const date = tail.date ?? fieldElement(fields, '成文日期');
  const signatures =
    tail.signatures.length > 0 || form === 'plain' || form === 'minutes' || !date
      ? tail.signatures
      : fields.list('发文机关').map(plainElement);
  return {
    form,
    genre: fields.one('文种') || genre,
    marks: marksOf(head, fields),
    letterhead: hasHead ? lead.names : [],
    letterheadEnd: hasHead && form !== 'letter' ? '文件' : '',
    letterheadLine: head.letterhead?.line,
    number,
    signers: signers.length > 0 ? signers : head.signers,
    title,
    subtitles,
    recipients,
    body: prose.flatMap(bodyBlock),
    attachments: tail.attachments.length > 0 ? tail.attachments : fields.list('附件').map(plainElement),
    attendance: tail.attendance,
    // Names side by side; in an order it is a post and who holds it.
    signatures:
      form === 'order'
        ? signatures
        : signatures.flatMap(({ text: names, line }) =>
            names.split(/[\s\u3000]{2,}/).map((name) => ({ text: name, line })),
          ),
    date,
    isSealed: !/^(?:否|无|不|no|false)/i.test(fields.one('印章')),
    notes: tail.notes.length > 0 ? tail.notes : fields.list('附注').map((note) => plainElement(inBrackets(note))),
    annexes,
    copies:
      imprint.copies.length > 0 || !fields.one('抄送')
        ? imprint.copies
        : [plainElement(`抄送：${withoutEnd(fields.list('抄送').join('，'), /[。，]/)}。`)],
    printer: imprint.printer ?? fieldElement(fields, '印发机关'),
    printDate: imprint.printDate || fields.one('印发日期').replace(/印发$/, '').trimEnd(),
  };
}

const plainElement = (text: string): Element => ({ text, line: undefined });
const fieldElement = (fields: DraftFields, ...keys: readonly string[]): Element | undefined => {
  const text = fields.one(...keys);
  return text ? plainElement(text) : undefined;
};
const inBrackets = (note: string): string => (/^[（(].*[）)]$/.test(note) ? note : `（${note}）`);

const marksOf = (head: DraftHead, fields: DraftFields): readonly Element[] => {
  const stated = ['份号', '密级', '紧急程度'].flatMap((key) => fieldElement(fields, key) ?? []);
  return stated.length > 0 ? stated : head.marks;
};

function letterheadOf(head: DraftHead, fields: DraftFields): { readonly names: readonly string[] } {
  const stated = fields.list('发文机关标志', '发文机关');
  const names = stated.length > 0 ? stated : head.letterhead ? [head.letterhead.text] : [];
  return { names: names.flatMap((name) => name.replace(/文\s*件$/, '').split(/、/)).filter(Boolean) };
}

/** The head, the title, and what stands below it. */
function readTop(
  blocks: readonly DraftBlock[],
  fields: DraftFields,
): { head: DraftHead; title: Element | undefined; below: readonly DraftBlock[] } {
  const heading = blocks.findIndex((block) => block.kind === 'heading' && block.depth === 1);
  const above = blocks.slice(0, Math.max(0, heading));
  const lines = (heading >= 0 ? above : blocks.slice(0, 12)).map((block) => ({
    text: block.kind === 'paragraph' ? textOf(block.spans) : '',
    line: block.line,
  }));
  const { head, taken } = readHead(lines);
  const stated = fields.one('title', '标题');
  const found = blocks[heading];
  if (found?.kind === 'heading') {
    // What stands above the title and is no head is text all the same.
    const below = [...above.slice(taken), ...blocks.slice(heading + 1)];
    return { head, title: { text: textOf(found.spans), line: found.line }, below };
  }
  if (stated) return { head, title: plainElement(stated), below: blocks.slice(taken) };
  const first = blocks[taken];
  const text = first?.kind === 'paragraph' || first?.kind === 'heading' ? textOf(first.spans) : '';
  const isTitle = first !== undefined && text.length > 0 && text.length <= 100 && !/[。；：:]$/.test(text);
  const title =
    isTitle && (first.kind === 'paragraph' || (first.kind === 'heading' && first.depth === 1))
      ? { text, line: first.line }
      : undefined;
  return { head, title, below: blocks.slice(taken + (title ? 1 : 0)) };
}

const annexLabel = /^附\s*件\s*(?:\d{0,2}|[一二三四五六七八九十]{1,3})$/;
const textOfBlock = (block: DraftBlock): string =>
  block.kind === 'paragraph' || block.kind === 'heading' ? textOf(block.spans).trim() : '';

/** 附件 begin at a line that says so or, without a label, at a second title. */
function splitAnnexes(blocks: readonly DraftBlock[]): { main: readonly DraftBlock[]; annexes: readonly Annex[] } {
  const starts = blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    if (annexLabel.test(textOfBlock(block))) return [at];
    // Some write every heading with one mark: a numbered one is no title.
    const isTitle = block.kind === 'heading' && block.depth === 1 && !numberingOf(textOfBlock(block));
    return isTitle && !(before && annexLabel.test(textOfBlock(before))) ? [at] : [];
  });
  const annexes = starts.map((start, index) => annexOf(blocks.slice(start, starts[index + 1])));
  return { main: blocks.slice(0, starts[0]), annexes };
}

function annexOf(blocks: readonly DraftBlock[]): Annex {
  const [first, second] = blocks;
  const elementOf = (block: DraftBlock): Element => ({ text: textOfBlock(block), line: block.line });
  const label = first && annexLabel.test(textOfBlock(first)) ? elementOf(first) : undefined;
  const next = label ? second : first;
  const isTitle =
    next !== undefined &&
    (next.kind === 'heading' ||
      (next.kind === 'paragraph' && textOfBlock(next).length <= 50 && !/[。：；]$/.test(textOfBlock(next))));
  const title = isTitle ? elementOf(next) : undefined;
  const used = (label ? 1 : 0) + (title ? 1 : 0);
  return { label, title, body: blocks.slice(used).flatMap(bodyBlock) };
}

const addressed = /^[^。；！？]{2,400}[：:]$/;
/** 题注 in brackets, 副标题 behind a dash, number of an order or of minutes, a name, a date, an office with a date. */
const subtitle =
  /^(?:[（(].{2,80}[）)]|——.{2,60}|第[\dX×〔〕一二三四五六七八九十百]{1,8}[号期]|[〔［[].{1,6}[〕］\]].{1,4}号|.{1,12}年.{1,4}月.{1,4}日|.{2,30}[\s\u3000]{2,}.{1,12}年.{1,4}月.{1,4}日|[\p{Script=Han}〔〕X×]{2,12}[\s\u3000]+[\p{Script=Han}〔〕X×]{2,8}|〔[^〔〕]{2,20}〕)$/u;

/** Lines below the title, and who is addressed. */
function readOpening(
  blocks: readonly DraftBlock[],
  fields: DraftFields,
): { subtitles: readonly Element[]; recipients: Element | undefined; text: readonly DraftBlock[] } {
  let at = 0;
  const subtitles: Element[] = [];
  for (let block = blocks[at]; block?.kind === 'paragraph' && at < 4 && at < blocks.length - 1; block = blocks[++at]) {
    const text = textOf(block.spans);
    if (!subtitle.test(text)) break;
    subtitles.push({ text, line: block.line });
  }
  const stated = fields.list('主送', 'recipients');
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
  const recipients = stated.length > 0 ? plainElement(`${stated.join('，').replace(/[：:]$/, '')}：`) : undefined;
  return { subtitles, recipients, text: blocks.slice(at) };
}

/** 各县（市、区）人民政府：, and not 同志们：. */
const isAddressedToOffices = (recipients: Element | undefined): boolean =>
  recipients !== undefined &&
  !/(?:同志|朋友|同事|代表|委员|来宾|领导|女士|先生|乡亲|同学|老师|员工)(?:们|朋友)?[！：:，]/.test(recipients.text);

const isIntroduction = (text: string): boolean =>
  /^(?:现将|现就|为|根据|按照|依据|经|鉴于)/.test(text) ||
  (/(?:如下|下列|以下|通知|决定|意见|强调|要求|指出)[^，。]{0,6}[：:]$/.test(text) && !text.startsWith('各'));

/** A block of the text, with its level by number or by Markdown's mark. */
function bodyBlock(block: DraftBlock): readonly Block[] {
  if (block.kind === 'rule') return [];
  if (block.kind === 'heading') {
    const level = numberingOf(textOf(block.spans))?.level ?? Math.max(1, block.depth - 1);
    return [{ kind: 'heading', level: levelOf(level), spans: block.spans, line: block.line }];
  }
  if (block.kind !== 'paragraph') return [block];
  const text = textOf(block.spans);
  const numbering = numberingOf(text);
  if (!numbering) return [block];
  const isHeading =
    numbering.level <= 2 && text.length <= longestHeading && !endsSentence(text) && !/[；;，,：:]$/.test(text);
  if (isHeading) return [{ kind: 'heading', level: levelOf(numbering.level), spans: block.spans, line: block.line }];
  return [{ ...block, spans: numbering.level === 2 ? withRunIn(block.spans) : block.spans }];
}

const levelOf = (level: number): 1 | 2 | 3 | 4 => (level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4);

/** Tells the first sentence apart where it heads the paragraph: （一）加强领导。各地要…… */
function withRunIn(spans: readonly Span[]): readonly Span[] {
  const [first, ...others] = spans;
  const [heading] = /^[^。；]{2,40}。(?=.)/.exec(first?.text ?? '') ?? [];
  if (!first || !heading || heading.length > longestRunIn) return spans;
  return [{ ...first, text: heading, heading: 2 }, { ...first, text: first.text.slice(heading.length) }, ...others];
}
