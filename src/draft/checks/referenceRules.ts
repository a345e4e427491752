import { dateLine, numberLine } from './draftDate';
import type { DraftText } from './draftText';
import { valuesOf } from './draftText';
import { hanNumber } from './hanNumerals';
import type { Rule, RuleFinding } from './rule';

/** What points to another place of the draft, or has to agree with it. */
export const referenceRules: readonly Rule[] = [
  {
    id: 'missing-section',
    title: { en: 'Reference to a part that is not there', zh: '所引部分、条款不存在' },
    message: { en: 'The draft has no {0}.', zh: '文中没有{0}。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: missingSections,
    triggers: [
      { text: '一、总体要求\n\n任务分工详见第四部分。\n\n二、主要任务\n\n三、工作要求', found: ['第四部分'] },
      {
        text: '一、总体要求\n\n详见第二部分和第五部分、第六部分。\n\n二、主要任务',
        found: ['第五部分', '第六部分'],
      },
      {
        text: '第一条 甲。\n\n第二条 依照本办法第一条第二款、第八条处理。',
        found: ['第八条'],
      },
      { text: '第一条 为了规范管理。\n\n第二条 违反本办法第六条的，责令改正。\n\n第三条 施行。', found: ['第六条'] },
    ],
    silent: [
      '一、总体要求\n\n任务分工详见第三部分。\n\n二、主要任务\n\n三、工作要求',
      '第一条 依照《条例》第六条制定。\n\n第二条 违反本办法第一条的，责令改正。',
      '一、总体要求\n\n见《规划》第四部分。\n\n二、主要任务',
      '详见第四部分。',
      '见本方案第四条措施。',
      '第一条 依照本办法第一条和《条例》第八条处理。',
    ],
  },
  {
    id: 'number-and-year',
    title: { en: 'Document number and year disagree', zh: '发文字号与成文日期年份不符' },
    message: {
      en: 'The document number says {0}, the date of signing {1}.',
      zh: '发文字号年份为{0}，成文日期为{1}年。',
    },
    source: 'GB/T 9704—2012 7.2.5、7.3.5.4',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: numberAndYear,
    triggers: [
      { text: '青政发〔2025〕5号\n\n# 关于开展督查的通知\n\n特此通知。\n\n2026年3月5日', found: ['2025'] },
      { text: '---\n发文字号: 青政发〔2025〕5号\n---\n\n特此通知。\n\n2026年3月5日', found: ['2025'] },
      { text: '---\n发文字号: 青政发〔2025〕5号\n成文日期: 2026-03-05\n---\n\n特此通知。', found: ['2025'] },
    ],
    silent: [
      '青政发〔2026〕5号\n\n# 关于开展督查的通知\n\n特此通知。\n\n2026年3月5日',
      '# 关于贯彻青政发〔2025〕5号文件的通知\n\n特此通知。\n\n2026年3月5日',
      '青政发〔2025〕5号\n\n# 关于开展督查的通知',
      '---\n发文字号: 青政发〔2026〕5号\n成文日期: 2026年3月5日\n---\n\n特此通知。',
    ],
  },
];

/** @returns the value of a Han numeral below 1000, or of Arabic digits; 0 for another text */
const sectionNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : hanNumber(text));

const han = '[一二三四五六七八九十百零]{1,7}';
const document =
  '(?:办法|方案|意见|通知|规定|细则|报告|规划|条例|制度|规则|决定|法|章程|纲要|要点|标准|指南|措施|预案)';
const section = `(第(${han}|\\d{1,3})(部分|条|章)(?!例|目|理|建|规))(?:第[一二三四五六七八九十]{1,2}款)?`;
const reference = new RegExp(
  `(?:(?:详见|参见|见|同)(?:本文|本${document}|上述|后文|下文|前文)?|本${document})(?=${section})`,
  'g',
);
/** The first section behind the words that refer, and those named after it. */
const sectionAt = new RegExp(
  `(?:(?<=第[^《》。；]{1,12})(?:、|，|和|及|与|或|以及|或者))?(?:本${document})?${section}`,
  'y',
);

/** The numbers of the parts, chapters and articles that a draft has. */
function sectionsOf({ lines }: DraftText): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map([
    ['部分', new Set<number>()],
    ['条', new Set<number>()],
    ['章', new Set<number>()],
  ]);
  for (const { masked, contentStart, isProse } of lines) {
    if (!isProse) continue;
    const text = masked.slice(contentStart);
    const [, number = '', kind = ''] = new RegExp(`^第(${han}|\\d{1,3})(部分|条|章)`).exec(text) ?? [];
    if (number) found.get(kind)?.add(sectionNumber(number));
    const first = /^([一二三四五六七八九十]{1,3})、/.exec(text)?.[1];
    if (first) found.get('部分')?.add(sectionNumber(first));
  }
  return found;
}

/** A part that is referred to and is not there; silent in a draft that has no parts of the kind, and for other documents. */
function* missingSections(draft: DraftText): Iterable<RuleFinding> {
  const sections = sectionsOf(draft);
  for (const { masked, offset, isProse } of draft.lines) {
    if (!isProse) continue;
    for (const match of masked.matchAll(reference)) {
      sectionAt.lastIndex = match.index + match[0].length;
      for (let named = sectionAt.exec(masked); named; named = sectionAt.exec(masked)) {
        const [whole, found = '', number = '', kind = ''] = named;
        const present = sections.get(kind);
        const value = sectionNumber(number);
        if (!present || present.size === 0 || present.has(value) || value === 0) continue;
        yield { offset: offset + named.index + whole.indexOf(found), length: found.length, args: [found] };
      }
    }
  }
}

/**
 * The document number of a draft itself stands alone on a line near the top; the date of signing is the last line that is a
 * date. Front matter may give both.
 */
function* numberAndYear(draft: DraftText): Iterable<RuleFinding> {
  const prose = draft.lines.filter(({ isProse }) => isProse);
  const number = numberLine(draft);
  const year = number && /〔((?:19|20)\d{2})〕/.exec(number.text)?.[1];
  const date = prose.findLast(({ masked }) => dateLine.test(masked));
  const signed = /\d{4}/.exec((valuesOf(draft, '成文日期')[0] ?? date)?.text ?? '')?.[0];
  if (!year || signed === undefined || signed === year) return;
  yield { offset: number.offset + number.text.indexOf(`〔${year}`) + 1, length: 4, args: [year, signed] };
}
