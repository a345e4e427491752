import type { DraftLine, DraftText } from './draftText';
import { hanNumber } from './hanNumerals';
import { numberedLines } from './headingRules';
import { indicatorRule } from './indicatorRule';
import type { Rule, RuleFinding } from './rule';

/** What a draft says twice, and must say alike: counts, sums, indicators. */
export const factRules: readonly Rule[] = [
  {
    id: 'stated-count',
    title: { en: 'Stated count and what follows', zh: '所述项数与下文不符' },
    message: { en: 'The text says {0}, and {1} follow.', zh: '前文称“{0}”，下文列出{1}项。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: statedCount,
    triggers: [
      {
        text: '下面，我讲三点意见。\n\n一、提高认识\n\n二、压实责任\n\n三、改进作风\n\n四、强化督查',
        found: ['三点'],
      },
      { text: '重点做好三项工作：一是强化统筹；二是狠抓落实。', found: ['三项'] },
      { text: '我讲三点意见。第一，提高认识。第二，压实责任。第三，改进作风。第四，强化督查。', found: ['三点'] },
      { text: '我讲3点意见。\n\n一、提高认识\n\n二、压实责任', found: ['3点'] },
    ],
    silent: [
      '下面，我讲三点意见。\n\n一、提高认识\n\n二、压实责任\n\n三、改进作风',
      '下面，我讲以下几点。\n\n一、提高认识\n\n二、压实责任',
      '会议明确了三项任务。\n\n一、会议精神\n\n（一）甲\n\n（二）乙\n\n二、下步打算\n\n三、请示事项',
      '我讲三点意见。第一，提高认识。一是学；二是改。第二，压实责任。\n\n第三，改进作风。',
      '会议定于下午3点。\n\n一、提高认识\n\n二、压实责任',
      '重点做好两项工作：一是强化统筹；二是狠抓落实。',
      '要突出三个重点：一是抓项目，一是抓环境。',
      '抓好三件事：一是学，二是改，三是立。此外还有两条：一是严，二是实。',
      '应当在两个月内召开会议：\n\n（一）人数不足；\n\n（二）亏损；\n\n（三）请求。',
      '这次会议的主要任务有两项：学习全会精神，部署今年工作。\n\n一、上半年工作\n\n二、形势\n\n三、打算',
    ],
  },
  {
    id: 'sum-of-parts',
    title: { en: 'Parts that do not add up', zh: '分项之和与总数不符' },
    message: { en: 'The parts make {1}, not {0}.', zh: '分项之和为{1}，与所述总数{0}不符。' },
    source: '',
    force: 'hint',
    severity: 'information',
    on: true,
    scope: 'line',
    check: sums,
    triggers: [
      { text: '共梳理问题28项，其中共性问题19项、个性问题8项。', found: ['28'] },
      { text: '共计28项指标，其中预期性指标19项、约束性指标8项。', found: ['28'] },
      { text: '参训学员共28人，其中男12人、女15人。', found: ['28'] },
      { text: '建成学校12所、医院5所，共计16所。', found: ['16'] },
    ],
    silent: [
      '共梳理问题28项，其中共性问题19项、个性问题9项。',
      '指标体系共计28项指标，其中预期性指标19项、约束性指标9项。',
      '参训学员共28人，其中男13人、女15人。',
      '共有干部20人，其中男12人、女8人、党员9人。',
      '共有干部120人，其中女干部35人、党员98人。',
      '共梳理问题28项，其中重点问题3项、难点问题5项。',
      '完成投资125.6亿元，其中产业投资80.3亿元、民生投资45.2亿元。',
      '共有企业28家，其中规上企业约19家、专精特新企业8家。',
      '新建学校3所、医院2家，共投资5亿元。',
    ],
  },
  indicatorRule,
];

const numeral = '两|[二三四五六七八九]|十[一二三四五六七八九]?';
/** A count of things to come, at the end of a sentence or heading: 讲三点意见。 */
const stated = new RegExp(
  `(?:讲|谈|提(?:出)?|抓(?:好)?|抓了|做好|办好|把握(?:好)?|以下|如下|突出(?:了)?|实现|报告|汇报|通报|强调|明确(?:了)?|坚持|注意|落实|推进|开展|总结|部署(?:了)?|聚焦|有|为|从|在|围绕)(?:[^，。；：、“”《》]{0,6}?)(?<![第几“数近上多])((?:${numeral})(?:点|条|件|项|个|大|个方面|方面)|(?<!\\d)[2-9](?:[点条](?=意见|要求|建议|体会|希望|考虑|想法|说明|措施)|个方面))(?![十几多余月年]|工作日|小时|星期|世纪|百分点)[^，。；：、“”《》几\\d]{0,10}(?:突破|发力|用力|入手|推进)?([：:。])`,
  'gu',
);

const countOf = (text: string): number =>
  /^\d/.test(text)
    ? Number.parseInt(text)
    : text.startsWith('两')
      ? 2
      : hanNumber(/^[二三四五六七八九十一]+/.exec(text)?.[0] ?? '');

function* statedCount(draft: DraftText): Iterable<RuleFinding> {
  const prose = draft.lines.filter(({ isProse }) => isProse);
  const numbered = new Map(numberedLines(draft).map((one) => [one.line, one]));
  for (const [at, line] of prose.entries()) {
    for (const match of line.masked.matchAll(stated)) {
      const count = match[1] ?? '';
      const behind = line.masked.slice(match.index + match[0].length);
      const actual =
        behind.trim() === ''
          ? headingsFrom(prose, at + 1, numbered)
          : match[2] === '。'
            ? ordinalsFrom(behind, prose, at + 1)
            : inSentence(behind);
      if (actual < 2 || actual === countOf(count)) continue;
      yield {
        offset: line.offset + match.index + match[0].indexOf(count, 1),
        length: count.length,
        args: [count, String(actual)],
      };
    }
  }
}

/** How far headings of one level count on from 1, if the line at `from` begins such a list; else 0. */
function headingsFrom(
  lines: readonly DraftLine[],
  from: number,
  numbered: ReadonlyMap<DraftLine, { readonly level: number; readonly value: number }>,
): number {
  const line = lines[from];
  const first = line && numbered.get(line);
  if (!line) return 0;
  if (first?.value !== 1) return enumeratedLines(lines.slice(from));
  let last = 1;
  for (const next of lines.slice(from + 1)) {
    const one = numbered.get(next);
    if (next.heading === 1 || next.text.slice(next.contentStart).startsWith('附件')) break;
    if (!one || one.level > first.level) continue;
    if (one.level < first.level || one.value !== last + 1) break;
    last = one.value;
  }
  // A list of one is no list; and one that stands within a longer text says nothing of its end.
  return last;
}

const ordinals = '一二三四五六七八九十';
const marker =
  /(?:^|[。；：:，])(?:第?([一二三四五六七八九十])(?:是|要|，|、(?=\p{Script=Han}))|(首先|其次|再次|最后)，)/gu;

/** Paragraphs that begin 一是, 二是 … or 第一，第二，…, one after the other. */
function enumeratedLines(lines: readonly DraftLine[]): number {
  let last = 0;
  for (const { masked, contentStart } of lines) {
    const [, one] =
      /^(?:第([一二三四五六七八九十])，|([一二三四五六七八九十])(?=是))/.exec(masked.slice(contentStart)) ?? [];
    const ordinal = one ?? /^([一二三四五六七八九十])是/.exec(masked.slice(contentStart))?.[1];
    if (ordinal === undefined || ordinals.indexOf(ordinal) !== last) break;
    last++;
  }
  return last;
}

const ordinalMarker = /(?:^|[。；])第([一二三四五六七八九十])(?:，|、|是|要)/gu;

/** How far 第一，… 第二，… count on in a paragraph that begins with 第一 behind the count, and in those below it; else 0. */
function ordinalsFrom(behind: string, lines: readonly DraftLine[], below: number): number {
  let last = 0;
  let text = behind.trimStart();
  for (let at = below; ; at++) {
    let isFirst = true;
    for (const { 1: ordinal = '', index } of text.matchAll(ordinalMarker)) {
      if ((isFirst && index > 0) || ordinals.indexOf(ordinal) !== last) return last;
      isFirst = false;
      last++;
    }
    const next = lines[at];
    if (isFirst || !next) return last;
    text = next.masked.slice(next.contentStart);
  }
}

/** How far 一是 …二是 … count on, if the text begins with 一是; else 0. */
function inSentence(text: string): number {
  let last = 0;
  for (const { 1: ordinal, index } of text.matchAll(marker)) {
    if (last === 0 && index > 0) return 0;
    const value = ordinals.indexOf(ordinal ?? '') + 1;
    // 一是 … 一是 …, or a second list.
    if (value === 1 && last > 0) return text.slice(0, index).includes('。') || last > 1 ? last : 0;
    if (value !== last + 1) break;
    last = value;
  }
  return last;
}

interface Part {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

const amount = String.raw`(\d{1,9}(?:\.\d{1,4})?)([万亿]*\p{Script=Han})`;
const part = String.raw`[^，。；：、\d]{1,14}?${amount}[^，。；：、\d]{0,6}`;
const parts = `${part}(?:[、，](?:和)?${part}){1,7}`;
const ahead = new RegExp(
  String.raw`(?:共|总|合计|总计|达|为)[^，。；：、\d]{0,12}(?<![\d.])${amount}[^，。；：、\d]{0,8}，其中[，：]?(${parts})(?=[。；]|$)`,
  'gu',
);
const behind = new RegExp(
  String.raw`(?<=^|[，。；：])(${parts})，(?:合计|共计|总计|共)(?:为)?${amount}[^，。；：、\d]{0,8}(?=[，。；]|$)`,
  'gu',
);
const vague = /[约近超仅](?=\d)|\d[多余]|以上|不足|主要|等|包括|分别|增长|下降|同比|占|新增|女|党员/;

/** Nearly right is a slip; far off, the parts are a choice among others, or overlap. */
const isSlip = (sum: number, total: number): boolean => sum > 0.75 * total && sum < 1.34 * total;

function* sums({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const match of masked.matchAll(ahead)) {
      const [whole, total = '', unit = '', list = ''] = match;
      const sum = sumOf(list, unit, total);
      if (sum !== undefined)
        yield { offset: offset + match.index + whole.indexOf(total + unit), length: total.length, args: [total, sum] };
    }
    for (const match of masked.matchAll(behind)) {
      const [whole, list = ''] = match;
      const [total = '', unit = ''] = match.slice(-2);
      const sum = sumOf(list, unit, total);
      if (sum !== undefined)
        yield {
          offset: offset + match.index + whole.lastIndexOf(total + unit),
          length: total.length,
          args: [total, sum],
        };
    }
  }
}

/** The sum of parts of one unit, where it is not the total; undefined where it is, or where nothing can be said. */
function sumOf(list: string, unit: string, total: string): string | undefined {
  if (vague.test(/^男[^男女]*[、，]女[^男女、，]*$/.test(list) ? list.replace('女', '') : list)) return undefined;
  const all = [...list.matchAll(new RegExp(amount, 'gu'))].map(([, value = '', own = '']): Part => ({
    value: Number(value),
    decimals: value.split('.')[1]?.length ?? 0,
    unit: own,
  }));
  if (all.length < 2 || all.some((one) => one.unit !== unit)) return undefined;
  const decimals = Math.max(total.split('.')[1]?.length ?? 0, ...all.map((one) => one.decimals));
  const sum = all.reduce((whole, { value }) => whole + value, 0);
  // Rounded numbers may miss the total by half a unit each.
  const tolerance = decimals > 0 ? ((all.length + 1) / 2) * 10 ** -decimals : 0;
  if (Math.abs(sum - Number(total)) <= tolerance + 1e-9 || !isSlip(sum, Number(total))) return undefined;
  return sum.toFixed(decimals);
}
