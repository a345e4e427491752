import type { DraftText } from './draftText';
import { hanNumber } from './hanNumerals';
import type { Rule, RuleFinding } from './rule';
import { patternRule } from './rule';

const weekdays = '日一二三四五六';
/** Year, month, day and, of a range within the month, its last day. */
const dates = /(?:(?<!\d)(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月 ?(\d{1,2})(?: ?日?[—–～~至-](\d{1,2}))? ?日/g;
const hanDates =
  /([一二][〇○零一二三四五六七八九]{3})年(?:([一二三四五六七八九十]{1,3})月)([一二三四五六七八九十]{1,3})日/g;
const impossibleMonths =
  /(?<!\d)\d{4} ?年 ?(?:0{1,2}|1[3-9]|[2-9]\d) ?月(?!龄| ?\d{1,2} ?日)|(?<![\d第满个约近达])(?:0|1[3-9])月(?!龄|\d{1,2}日)(?=[份底初末中上下前])/g;

/** In front matter. */
const shortDates = /^((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})$/g;

const daysIn = (month: number, year: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** Without a year every day counts that some year has. */
const isDate = (month: number, day: number, year = '2000'): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, Number(year));
const arabicYear = (year: string): string =>
  [...year].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join('');

/** Dates that can be, and say one thing. */
export const dateRules: readonly Rule[] = [
  {
    id: 'impossible-date',
    title: { en: 'A date that does not exist', zh: '不存在的日期' },
    message: { en: 'There is no {0}.', zh: '日期“{0}”不存在。' },
    source: '',
    force: 'hint',
    severity: 'error',
    on: true,
    scope: 'line',
    check: impossible,
    triggers: [
      { text: '于2月30日前完成', found: ['2月30日'] },
      { text: '2027年2月29日召开', found: ['2027年2月29日'] },
      { text: '13月5日', found: ['13月5日'] },
      { text: '---\n成文日期: 2026-02-30\n---\n\n正文', found: ['2026-02-30'] },
      { text: '预计13月底完成', found: ['13月'] },
      { text: '2026年13月', found: ['2026年13月'] },
      { text: '2026 年 2 月 30 日', found: ['2026 年 2 月 30 日'] },
      { text: '9月30—31日、9月30日至31日', found: ['9月30—31日', '9月30日至31日'] },
      { text: '二〇二六年二月三十日', found: ['二〇二六年二月三十日'] },
    ],
    silent: [
      '2028年2月29日',
      '---\n成文日期: 2026-02-28\n---\n\n编号2026-13-45',
      '2月29日',
      '24月龄',
      '12月31日',
      '第15月',
      '18个月',
      '满36月',
      '9月30日至10月1日',
      '1月30—31日',
      '二〇二六年二月二十八日',
      '2026年12月、2027年1月',
      '农历二月三十日',
    ],
  },
  {
    id: 'weekday',
    title: { en: 'Date and weekday disagree', zh: '日期与星期不符' },
    message: { en: '{0} is a {1}.', zh: '{0}是星期{1}。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'line',
    check: wrongWeekday,
    triggers: [
      { text: '定于2026年11月27日（星期四）召开', found: ['四'], fixed: '定于2026年11月27日（星期五）召开' },
      { text: '2026年11月28日 星期日', found: ['日'], fixed: '2026年11月28日 星期六' },
      { text: '2026年11月29日（周六）上午', found: ['六'], fixed: '2026年11月29日（周日）上午' },
    ],
    silent: ['2026年11月28日　星期六', '2026年11月27日（星期五）', '11月27日（星期四）', '2026年11月29日（星期天）'],
  },
  patternRule({
    id: 'vague-time',
    title: { en: 'Vague time', zh: '时间表述含糊' },
    message: { en: '“{0}”: better a date.', zh: '“{0}”表述含糊，宜写明具体时间。' },
    source: '',
    force: 'practice',
    severity: 'hint',
    on: true,
    pattern: /(?<=^|[，。；：、“\s])(?:日前|近日|近期(?=，)|前不久|不久前)(?=，|[\p{Script=Han}])/gu,
    args: ([match]) => [match],
    triggers: [{ text: '近日，全省会议召开。', found: ['近日'] }],
    silent: ['6月30日前完成', '“近期可实施、长期有储备”的项目', '工作日前一天', '今年以来'],
  }),
];

function* impossible({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse, key } of lines) {
    if (!isProse) continue;
    const found = [
      ...[...masked.matchAll(dates)].filter(
        ([, year, month, day, last]) =>
          !isDate(Number(month), Number(day), year) ||
          (last !== undefined && !isDate(Number(month), Number(last), year)),
      ),
      ...[...masked.matchAll(hanDates)].filter(
        ([, year = '', month = '', day = '']) => !isDate(hanNumber(month), hanNumber(day), arabicYear(year)),
      ),
      ...masked.matchAll(impossibleMonths),
      ...[...(key === undefined ? [] : masked.matchAll(shortDates))].filter(
        ([, year, month, day]) => !isDate(Number(month), Number(day), year),
      ),
    ];
    for (const { 0: match, index } of found) yield { offset: offset + index, length: match.length, args: [match] };
  }
}

const withWeekday =
  /(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日[\s\u3000]{0,2}([（(，]?)(星期|周|礼拜)([一二三四五六日天])(?![年期])/g;

function* wrongWeekday({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const match of masked.matchAll(withWeekday)) {
      const [whole, year, month, day, , , stated = ''] = match;
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      if (date.getUTCMonth() !== Number(month) - 1) continue;
      const right = weekdays[date.getUTCDay()] ?? '';
      if (stated.replace('天', '日') === right) continue;
      const at = offset + match.index + whole.length - 1;
      yield {
        offset: at,
        length: 1,
        args: [`${year ?? ''}年${month ?? ''}月${day ?? ''}日`, right],
        fix: { offset: at, length: 1, text: right },
      };
    }
  }
}
