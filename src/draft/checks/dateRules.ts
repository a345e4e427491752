import type { DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';
import { patternRule } from './rule';

const weekdays = '日一二三四五六';
const dates = /(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/g;

const daysIn = (month: number, year = 2000): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

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
      { text: '预计13月底完成', found: ['13月'] },
    ],
    silent: ['2028年2月29日', '2月29日', '24月龄', '12月31日', '第15月', '18个月', '满36月'],
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
      { text: '2026年11月29日（周六）上午', found: ['六'], fixed: '2026年11月29日（周日）上午' },
    ],
    silent: ['2026年11月27日（星期五）', '11月27日（星期四）', '2026年11月29日（星期天）'],
  },
  patternRule({
    id: 'vague-time',
    title: { en: 'Vague time', zh: '时间表述含糊' },
    message: { en: '“{0}”: better a date.', zh: '“{0}”表述含糊，宜写明具体时间。' },
    source: '',
    force: 'practice',
    severity: 'hint',
    on: true,
    pattern: /(?<=^|[，。；：、“\s])(?:日前|近日|近期|前不久|不久前)(?=，|[\p{Script=Han}])/gu,
    args: ([match]) => [match],
    triggers: [{ text: '近日，全省会议召开。', found: ['近日'] }],
    silent: ['6月30日前完成', '工作日前一天', '今年以来'],
  }),
];

function* impossible({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const { 0: match, 1: year, 2: month, 3: day, index } of masked.matchAll(dates)) {
      const [m, d] = [Number(month), Number(day)];
      if (m >= 1 && m <= 12 && d >= 1 && d <= daysIn(m, year === undefined ? 2000 : Number(year))) continue;
      yield { offset: offset + index, length: match.length, args: [match] };
    }
    for (const { 0: match, index } of masked.matchAll(
      /(?<![\d第满个约近达])(?:0|1[3-9])月(?!龄|\d{1,2}日)(?=[份底初末中上下前])/g,
    )) {
      yield { offset: offset + index, length: match.length, args: [match] };
    }
  }
}

const withWeekday = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日([（(]?)(星期|周|礼拜)([一二三四五六日天])(?!年)/g;

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
