import type { Bilingual } from '../draft/checks/rule';
import type { SetDraft } from './exportDraft';
import type { Form, OfficialDocument } from './officialDocument';
import type { LayoutProfile } from './profile';
import { deviations, kindOfFont } from './profile';

/** A remark on what was exported. `{0}` and so on stand for the arguments. */
export interface ExportNote {
  readonly kind: 'reading' | 'missing' | 'deviation' | 'page' | 'picture';
  readonly message: Bilingual;
  readonly args: readonly string[];
}

interface Wanted {
  readonly name: Bilingual;
  readonly source: string;
  readonly forms: readonly Form[];
  readonly isThere: (document: OfficialDocument) => boolean;
  /** Documents that do without. */
  readonly unless?: (document: OfficialDocument) => boolean;
}

const issued: readonly Form[] = ['general', 'upward', 'letter'];
/** 题注 of what a meeting has adopted: 2026年6月28日……通过. It says who and when, in place of a signature. */
const isAdopted = ({ subtitles }: OfficialDocument): boolean =>
  subtitles.some(({ text }) => /^[（(].*通过[）)]$/.test(text));
/** 文种 that are published to all. */
const published = /^(?:公告|通告|公报|决议|决定|命令|令|通报|意见|纪要|办法|规定)$/;

/** What a document of a form must have. Sources: GB/T 9704—2012, and 党政机关公文处理工作条例 (2012) where it says so. */
const wanted: readonly Wanted[] = [
  {
    name: { en: 'title', zh: '标题' },
    source: '7.3.1',
    forms: ['general', 'upward', 'letter', 'order', 'minutes', 'plain'],
    isThere: ({ title }) => title !== undefined,
  },
  {
    name: { en: 'letterhead (发文机关)', zh: '发文机关标志（发文机关）' },
    source: '7.2.4',
    forms: issued,
    isThere: ({ letterhead }) => letterhead.length > 0,
    unless: isAdopted,
  },
  {
    name: { en: 'document number (发文字号)', zh: '发文字号' },
    source: '7.2.5',
    forms: [...issued, 'order'],
    isThere: ({ number, subtitles }) => number !== undefined || subtitles.some(({ text }) => text.includes('号')),
    unless: isAdopted,
  },
  {
    name: { en: 'signer (签发人)', zh: '签发人' },
    source: '7.2.6',
    forms: ['upward'],
    isThere: ({ signers }) => signers.length > 0,
  },
  {
    name: { en: 'addressees (主送)', zh: '主送机关' },
    source: '7.3.2',
    forms: issued,
    isThere: ({ recipients }) => recipients !== undefined,
    unless: ({ genre }) => published.test(genre),
  },
  {
    name: { en: 'signature of the office (署名)', zh: '发文机关署名' },
    source: '7.3.5',
    forms: [...issued, 'order'],
    isThere: ({ signatures }) => signatures.length > 0,
    unless: isAdopted,
  },
  {
    name: { en: 'date of signing (成文日期)', zh: '成文日期' },
    source: '7.3.5.4',
    forms: [...issued, 'order'],
    isThere: ({ date }) => date !== undefined,
    unless: isAdopted,
  },
  {
    name: { en: 'contact in brackets (附注)', zh: '附注（联系人）' },
    source: '7.3.6',
    forms: ['upward'],
    isThere: ({ notes }) => notes.length > 0,
    unless: ({ genre }) => genre !== '请示',
  },
  {
    name: { en: 'printing office and date (印发机关, 印发日期)', zh: '印发机关和印发日期' },
    source: '7.4.3',
    forms: ['general', 'upward'],
    isThere: ({ printer, printDate }) => printer !== undefined && printDate !== '',
    unless: isAdopted,
  },
  {
    name: { en: 'those present (出席)', zh: '出席人员' },
    source: '10.3',
    forms: ['minutes'],
    isThere: ({ attendance }) => attendance.length > 0,
  },
];

/** What a person should know of an exported draft: what is missing, what deviates from the standard, what to look at. */
export function exportNotes({
  document,
  profile,
  pages,
  place,
  flow,
  pictures,
  remarks,
}: SetDraft): readonly ExportNote[] {
  const missing = wanted
    .filter(({ forms, isThere, unless }) => forms.includes(document.form) && !isThere(document) && !unless?.(document))
    .map(({ name, source }): ExportNote => ({
      kind: 'missing',
      message: {
        en: `Missing: ${name.en} (GB/T 9704—2012 ${source}).`,
        zh: `缺少要素：${name.zh}（GB/T 9704—2012 ${source}）。`,
      },
      args: [],
    }));
  const addresses = flow.items.flatMap((item) => (item.kind === 'picture' ? [item.address] : []));
  const unread = addresses
    .filter((address) => !pictures.has(address))
    .map((address): ExportNote => ({
      kind: 'picture',
      message: {
        en: 'The picture {0} could not be read: its name stands in its place.',
        zh: '图片“{0}”无法读取，原处写有其名称。',
      },
      args: [address],
    }));
  return [
    ...remarks.map((one): ExportNote => ({ kind: 'reading', ...one })),
    ...missing,
    ...unread,
    ...deviationNotes(profile),
    ...imprintNotes(place, flow.imprint !== undefined, pages.length),
  ];
}

/** What a profile has otherwise than the standard, one remark a parameter. */
export const deviationNotes = (profile: LayoutProfile): readonly ExportNote[] =>
  deviations(profile).map(({ parameter: { key, title, unit, source, standard: given }, value }): ExportNote => {
    const clause = source ? `GB/T 9704—2012 ${source}` : '';
    const standard = key.endsWith('Font') ? kindOfFont(String(given)) : String(given || '');
    const text = standard && unit ? `${standard} ${unit}` : standard;
    return {
      kind: 'deviation',
      message: {
        en: `Deviates: ${title.en} is {0}, the standard’s ${text || 'is not given'}${clause && ` (${clause})`}.`,
        zh: `与标准不同：${title.zh}为{0}，标准${text ? `为${text}` : '未作规定'}${clause && `（${clause}）`}。`,
      },
      args: [`${String(value)}${unit && ` ${unit}`}`],
    };
  });

function imprintNotes(place: SetDraft['place'], hasImprint: boolean, pages: number): readonly ExportNote[] {
  if (!hasImprint) return [];
  const isOdd = pages % 2 === 1;
  const number = pages + { here: 0, nextPage: 1, evenPage: isOdd ? 1 : 2, afterBlank: 2 }[place];
  return [
    {
      kind: 'page',
      message: {
        en: 'The imprint (版记) stands at the foot of page {0}, as far as the pages can be foretold: have a look after later changes.',
        zh: '按推算的页数，版记位于第{0}页版心下边缘；如再改动文字，请核对版记所在页。',
      },
      args: [String(number)],
    },
  ];
}

/** The fonts that a document needs. */
export const fontsOf = ({ profile }: SetDraft): readonly string[] => [
  ...new Set([
    profile.bodyFont,
    profile.titleFont,
    profile.heading1Font,
    profile.heading2Font,
    profile.pageNumberFont,
    ...(profile.latinFont ? [profile.latinFont] : []),
  ]),
];
