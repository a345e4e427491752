import type { DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';

/** Indicators that a report gives more than once. */
const indicators = [
  '地区生产总值',
  '生产总值',
  'GDP',
  '一般公共预算收入',
  '一般公共预算支出',
  '规模以上工业增加值',
  '固定资产投资',
  '社会消费品零售总额',
  '外贸进出口总额',
  '进出口总额',
  '货物进出口总额',
  '实际使用外资',
  '城镇新增就业',
  '居民人均可支配收入',
  '城镇居民人均可支配收入',
  '农村居民人均可支配收入',
  '粮食总产量',
  '粮食产量',
  '粮食播种面积',
  '常住人口城镇化率',
  '城镇调查失业率',
  '居民消费价格',
  '森林覆盖率',
  '高新技术企业',
  '经营主体',
  '税收收入',
  '常住人口',
  '脱贫人口人均纯收入',
  '村集体经济收入',
];

const units =
  '个百分点|[%％]|[万亿]*元|[万亿]*美元|[万亿]*公斤|[万亿]*斤|[万亿]*吨|[万亿]*亩|[万亿]*人|[万亿]*户|[万亿]*家';
const mention = new RegExp(
  String.raw`(?<![\p{Script=Han}](?<![省市县区国年月度季内中区现成成上]))(${indicators.sort((a, b) => b.length - a.length).join('|')})(?:\p{Script=Han}{0,2}?)(达到|达|为|完成|实现|增长|同比增长|增速(?:为|达)?|突破)?(\d{1,9}(?:\.\d{1,4})?)(${units})(?!左右|以上|以内|以下|—|～|~)`,
  'gu',
);

/** When, where, and whether as a fact or an aim. */
const qualifier =
  /(?:19|20)\d{2}年|[“"]十[一二三四五六]五[”"]|今年|去年|上年|当年|明年|前年|全年|上半年|下半年|[一二三四前][一二三四]?季度|\d{1,2}(?:月份?)?[—-]\d{1,2}月|\d{1,2}月份?|五年|十年|年均|累计|预计|预期|目标|力争|确保|计划|到20\d{2}年|同期|平均|全国|全省|全市|全县|全区|全州|[\p{Script=Han}]{2,3}[省市县区州镇乡](?=[\p{Script=Han}])|第[一二三]产业/gu;

interface Mention {
  readonly offset: number;
  readonly text: string;
  readonly value: number;
}

/** The same indicator with two values: only where both sentences say the same of time, place and aim, and name a time. */
export const indicatorRule: Rule = {
  id: 'indicator-value',
  title: { en: 'One indicator, two values', zh: '同一指标前后数值不一' },
  message: { en: '{0} is {1} elsewhere in the draft.', zh: '“{0}”在文中另一处为{1}。' },
  source: '',
  force: 'hint',
  severity: 'information',
  on: true,
  scope: 'draft',
  check: twoValues,
  triggers: [
    {
      text: '2025年，全市地区生产总值达到3256.8亿元。\n\n2025年，全市地区生产总值达到3265.8亿元。',
      found: ['3265.8亿元'],
    },
  ],
  silent: [
    '2025年，全市地区生产总值达到3256.8亿元。\n\n2025年，全市地区生产总值达到3256.8亿元。',
    '2024年，全市地区生产总值达到3056.8亿元。\n\n2025年，全市地区生产总值达到3256.8亿元。',
    '2025年，全市地区生产总值达到3256.8亿元，同比增长6.1%。2026年，地区生产总值增长6.5%左右。',
    '2025年，全市地区生产总值增长6.1%。\n\n2025年，青阳区地区生产总值增长7.2%。',
    '地区生产总值增长6.1%。\n\n地区生产总值增长7%。',
    '2025年，地区生产总值增长6.1%，预期目标是2025年地区生产总值增长6%。',
  ],
};

function* twoValues({ lines }: DraftText): Iterable<RuleFinding> {
  const known = new Map<string, Mention>();
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const match of masked.matchAll(mention)) {
      const [whole, name = '', verb = '', value = '', unit = ''] = match;
      const start = Math.max(0, ...[...'。；！？'].map((mark) => masked.lastIndexOf(mark, match.index) + 1));
      const qualifiers = [...masked.slice(start, match.index).matchAll(qualifier)].map(([found]) => found).sort();
      if (!qualifiers.some((one) => /^(?:19|20)\d{2}年/.test(one))) continue;
      const kind = verb.includes('增') ? '增长' : '';
      const key = [name, kind, unit, ...new Set(qualifiers)].join('|');
      const text = value + unit;
      const before = known.get(key);
      if (!before) known.set(key, { offset, text, value: Number(value) });
      else if (before.value !== Number(value))
        yield {
          offset: offset + match.index + whole.length - text.length,
          length: text.length,
          args: [name, before.text],
        };
    }
  }
}
