import type { DraftBlock } from './draftBlocks';
import { draftBlocks } from './draftBlocks';
import type { DraftFields } from './draftFields';
import { draftFields } from './draftFields';
import { bodyBlock } from './bodyBlock';
import { markdownRemarks, printableText } from './draftMarkdown';
import { formOf, genreOf } from './form';
import type { DraftRemark } from './draftRemark';
import { remark } from './draftRemark';
import type { Element, OfficialDocument } from './officialDocument';
import { officesIn } from './officeNames';
import { readAnnexes } from './readAnnexes';
import { namesIn } from './readHead';
import { isAddressedToOffices, readOpening } from './readOpening';
import type { DraftImprint } from './readTail';
import { readImprint, readTail } from './readTail';
import { readTop } from './readTop';
import { StatedElements } from './statedElements';

/**
 * Reads a draft as an official document: its elements from the front matter and from the text. Linear in the text; every character of
 * it stands in the result, and what is unusual in its remarks.
 * @param languageId `markdown`, or anything else for plain text
 */
export function readDraft(draft: string, languageId = 'markdown'): OfficialDocument {
  const text = printableText(draft);
  const isMarkdown = languageId === 'markdown';
  const fields = draftFields(text);
  const stated = new StatedElements(fields);
  const { imprint: last, rest } = readImprint(draftBlocks(text, fields.bodyOffset, isMarkdown));
  const { head, title, below } = readTop(rest, fields.one('标题'));
  const offices = fields.list('发文机关').flatMap(officesIn);
  const isDated = fields.one('成文日期') !== '';
  const { main, annexes } = readAnnexes(below, title?.text ?? '', isDated);
  const { imprint, rest: unprinted } = withImprint(main, last);
  const genre = genreOf(title?.text ?? '');
  const { subtitles, recipients, text: body } = readOpening(unprinted, fields.list('主送'), title?.text ?? '');
  const {
    tail,
    rest: prose,
    remarks,
  } = readTail(
    body.filter(({ kind }) => kind !== 'rule'),
    { offices, isDated },
  );
  const number = stated.first('发文字号', head.number);
  const signers = stated.names('签发人', head.signers, namesIn);
  const letterhead = letterheadOf(head.letterhead?.text, fields, stated);
  const isIssued = number !== undefined || letterhead.length > 0;
  const form = formOf(fields.one('文种'), genre, isIssued || isAddressedToOffices(recipients), signers.length > 0);
  const hasHead = form !== 'plain' && form !== 'minutes' && form !== 'order';
  const date = stated.last('成文日期', tail.date);
  return {
    form,
    genre: fields.one('文种') || genre,
    marks: stated.marks(head.marks),
    letterhead: hasHead ? letterhead : [],
    letterheadEnd: hasHead && form !== 'letter' ? '文件' : '',
    letterheadLine: head.letterhead?.line,
    number,
    signers: form === 'order' && tail.signatures.length === 0 ? [] : signers,
    title: stated.last('标题', title),
    subtitles,
    recipients,
    body: prose.flatMap(bodyBlock),
    attachments: stated.lastList('附件', tail.attachments),
    attendance: tail.attendance,
    signatures: signaturesOf(form, tail.signatures, date !== undefined ? offices : [], signers),
    date,
    isSealed: !/^(?:否|无|不|no|false)/i.test(fields.one('印章')),
    notes: stated.lastList('附注', tail.notes),
    annexes,
    copies: stated.lastList('抄送', imprint.copies),
    printer: stated.last('印发机关', imprint.printer),
    printDate: stated.printDate(imprint.printDate),
    remarks: [
      ...markdownRemarks(draft, text.slice(fields.bodyOffset).split('\n'), isMarkdown),
      ...remarks,
      ...stated.remarks,
      ...(hasHead ? [] : letterheadRemark(head.letterhead)),
    ],
  };
}

/** 版记 stands at the end of the draft, or before 附件. */
function withImprint(
  main: readonly DraftBlock[],
  last: DraftImprint,
): { imprint: DraftImprint; rest: readonly DraftBlock[] } {
  const { imprint, rest } = readImprint(main);
  if (imprint.printDate && last.printDate) return { imprint: last, rest: main };
  const printer = last.printer ?? imprint.printer;
  const printDate = last.printDate || imprint.printDate;
  return { imprint: { copies: [...imprint.copies, ...last.copies], printer, printDate }, rest };
}

function letterheadOf(found: string | undefined, fields: DraftFields, stated: StatedElements): readonly string[] {
  const named = fields.list('发文机关标志').length > 0 ? ('发文机关标志' as const) : ('发文机关' as const);
  return stated.names(named, found ? [found] : [], (name) => officesIn(name.replace(/文\s*件$/, '')));
}

/**
 * Names side by side are several signatures; in an order it is a post and who holds it, which may be said as 签发人.
 * @param offices as front matter says, where it has the date of signing or the text has
 */
function signaturesOf(
  form: OfficialDocument['form'],
  found: OfficialDocument['signatures'],
  offices: readonly string[],
  signers: readonly string[],
): OfficialDocument['signatures'] {
  const plain = (text: string): { text: string; line: undefined } => ({ text, line: undefined });
  if (form === 'order') return found.length > 0 ? found : (signers.length > 0 ? signers : offices).map(plain);
  if (found.length > 0) return found.flatMap(({ text, line }) => officesIn(text).map((name) => ({ text: name, line })));
  return form === 'plain' || form === 'minutes' ? [] : offices.map(plain);
}

const letterheadRemark = (found: Element | undefined): readonly DraftRemark[] =>
  found
    ? [
        remark(
          'The letterhead “{0}” is not printed: the head of this form is its title, or it has none.',
          '发文机关标志“{0}”没有排印：这种格式以标题为版头，或没有版头。',
          found.text,
        ),
      ]
    : [];
