import { draftFields } from './draftFields';
import { readDate } from './draftDates';
import type { DraftRemark } from './draftRemark';
import { remark } from './draftRemark';
import type { ElementName } from './elementKeys';
import { elementNames } from './elementKeys';
import type { Flow, FlowItem } from './flow';
import type { OfficialDocument } from './officialDocument';
import { textOf } from './officialDocument';
import { withoutNumber } from './readAttachments';

const plain = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');
/** What front matter says to the export, and no element of the page. */
const silent: readonly ElementName[] = ['文种', '印章'];

/**
 * Elements that a draft states and its form has no place for: 签发人 of a letter, 印发机关 of a letter. Each costs a remark; where front
 * matter and text differ, there is one already.
 * @param text line ends LF
 */
export function unprintedElements(text: string, document: OfficialDocument, flow: Flow): readonly DraftRemark[] {
  const printed = plain(textOfFlow(flow));
  const fields = draftFields(text);
  const stated = elementNames
    .filter((name) => !silent.includes(name))
    .flatMap((name) => fields.list(name).map((value) => [name, value] as const));
  const { signers, printer, printDate } = document;
  const found = [
    ...signers.map((name) => ['签发人', name] as const),
    ...(printer ? [['印发机关', printer.text] as const] : []),
    ...(printDate ? [['印发日期', printDate] as const] : []),
  ];
  const told = new Set(document.remarks.map(({ args: [name] }) => name));
  const isPrinted = (value: string): boolean =>
    printed.includes(plain(readDate(value.replace(/印发$/, '').trimEnd()) ?? withoutNumber(value))) ||
    value.split(/[、，,；;\s]+/).every((part) => printed.includes(plain(part)));
  const missing = [...stated, ...found].filter(([name, value]) => !told.has(name) && !isPrinted(value));
  return [...new Map(missing)].map(([name, value]) =>
    remark(
      '{0} “{1}” is not printed: this form of document has no place for it.',
      '{0}“{1}”没有排印：这种格式的公文没有这一要素。',
      name,
      value,
    ),
  );
}

const textOfFlow = ({ letterHead, items, imprint }: Flow): string =>
  [...(letterHead ? [letterHead] : []), ...items].map(textOfItem).join('') +
  [...(imprint?.copies ?? []).map(({ text }) => text), imprint?.printer, imprint?.printed].join('');

function textOfItem(item: FlowItem): string {
  switch (item.kind) {
    case 'paragraph':
      return textOf(item.spans);
    case 'picture':
      return '';
    case 'jointHead':
      return item.names.join('') + item.end;
    case 'table':
    case 'signatures':
      return item.rows.flat().join('');
  }
}
