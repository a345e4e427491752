import type { DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';

/** Parts that do not add up to the sum that is stated beside them. */
export const sumRule: Rule = {
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
    { text: '完成投资共125.6亿元（其中：政府投资25.6亿元、社会投资90亿元）。', found: ['125.6'] },
    { text: '分管领导2名、联络员3名，共6人。', found: ['6'] },
  ],
  silent: [
    '共梳理问题28项，其中共性问题19项、个性问题9项。',
    '指标体系共计28项指标，其中预期性指标19项、约束性指标9项。',
    '参训学员共28人，其中男13人、女15人。',
    '分管领导2名、联络员2名，共4人。',
    '共有干部20人，其中男12人、女8人、党员9人。',
    '共有干部120人，其中女干部35人、党员98人。',
    '共梳理问题28项，其中重点问题3项、难点问题5项。',
    '完成投资125.6亿元，其中产业投资80.3亿元、民生投资45.2亿元。',
    '共有企业28家，其中规上企业约19家、专精特新企业8家。',
    '新建学校3所、医院2家，共投资5亿元。',
  ],
};

interface Part {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

const amount = String.raw`(\d{1,9}(?:\.\d{1,4})?)([万亿]*\p{Script=Han})`;
const part = String.raw`[^，。；：、\d]{1,14}?${amount}[^，。；：、\d]{0,6}`;
const parts = `${part}(?:[、，](?:和)?${part}){1,7}`;
const ahead = new RegExp(
  String.raw`(?:共|总|合计|总计|达|为)[^，。；：、\d]{0,12}(?<![\d.])${amount}[^，。；：、\d]{0,8}[，（(]其中[，：:]?(${parts})(?=[。；）)]|$)`,
  'gu',
);
const behind = new RegExp(
  String.raw`(?<=^|[，。；：])(${parts})，(?:合计|共计|总计|共)(?:为)?${amount}[^，。；：、\d]{0,8}(?=[，。；]|$)`,
  'gu',
);
const vague = /[约近超仅](?=\d)|\d[多余]|以上|不足|主要|等|包括|分别|增长|下降|同比|占|新增|女|党员/;

/** 名, 位 and 人 count the same. */
const kindOf = (unit: string): string => (/^[名位]$/.test(unit) ? '人' : unit);

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
  if (all.length < 2 || all.some((one) => kindOf(one.unit) !== kindOf(unit))) return undefined;
  const decimals = Math.max(total.split('.')[1]?.length ?? 0, ...all.map((one) => one.decimals));
  const sum = all.reduce((whole, { value }) => whole + value, 0);
  // Rounded numbers may miss the total by half a unit each.
  const tolerance = decimals > 0 ? ((all.length + 1) / 2) * 10 ** -decimals : 0;
  if (Math.abs(sum - Number(total)) <= tolerance + 1e-9 || !isSlip(sum, Number(total))) return undefined;
  return sum.toFixed(decimals);
}
