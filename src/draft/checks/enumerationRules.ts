import type { Rule } from './rule';
import { patternRule } from './rule';

const numerals = '一二三四五六七八九';
const consecutive = (first = '', second = ''): boolean => numerals.indexOf(second) === numerals.indexOf(first) + 1;

/** Words that begin with 等 and stand behind 、 by right: 按劳分配、等价交换. */
const dengWords = '级|级别|候|待|量|额|距|价|值|效|同|于|号|式|高|速|比|差|身|腰|压|温|离子|分|闲|次|第|位';

/** Where 、 stands, and where it does not. */
export const enumerationRules: readonly Rule[] = [
  patternRule({
    id: 'between-title-marks',
    title: { en: 'No 、 between 》 and 《', zh: '书名号之间不用顿号' },
    message: { en: 'Usually no 、 stands between 》 and 《.', zh: '标有书名号的并列成分之间通常不用顿号。' },
    source: 'GB/T 15834—2011 4.5.3.5',
    force: 'general',
    severity: 'hint',
    on: true,
    pattern: /(?<=》)、(?=《)/g,
    fix: () => '',
    triggers: [{ text: '学习《甲文件》、《乙文件》', found: ['、'], fixed: '学习《甲文件》《乙文件》' }],
    silent: ['《甲文件》（2012年）、《乙文件》', '《甲文件》《乙文件》'],
  }),
  patternRule({
    id: 'between-quotes',
    title: { en: 'No 、 between ” and “', zh: '引号之间不用顿号' },
    message: { en: 'Usually no 、 stands between ” and “.', zh: '标有引号的并列成分之间通常不用顿号。' },
    source: 'GB/T 15834—2011 4.5.3.5',
    force: 'general',
    severity: 'hint',
    // Published text of every level has it: off until somebody wants it.
    on: false,
    pattern: /(?<=”)、(?=“)/g,
    fix: () => '',
    triggers: [{ text: '树牢“甲”、“乙”', found: ['、'], fixed: '树牢“甲”“乙”' }],
    silent: ['“甲”“乙”', '“甲”（见上）、“乙”'],
  }),
  patternRule({
    id: 'approximate-number',
    title: { en: 'No 、 in an approximate number', zh: '概数之间不用顿号' },
    message: { en: 'No 、 stands in the approximate number “{0}”.', zh: '相邻数字连用表示概数，“{0}”中间不用顿号。' },
    source: 'GB/T 15834—2011 4.5.3.4',
    force: 'standard',
    severity: 'information',
    on: true,
    pattern:
      /(?<![第、一二三四五六七八九十百千零])([一二三四五六七八])(、)([二三四五六七八九])(?=[个天年周]|小时|分钟|公里|百|千|万)(?!年级)/g,
    accept: ([, first, , second]) => consecutive(first, second),
    part: () => ({ at: 1, text: '、' }),
    fix: () => '',
    args: ([, first = '', , second = '']) => [`${first}、${second}`],
    triggers: [{ text: '用了三、四天走访七、八个村', found: ['、', '、'], fixed: '用了三四天走访七八个村' }],
    silent: ['一、二级重点项目', '第三、四条规定', '一、一心一意谋发展', '一、三个方面成效', '一、二、三年级'],
  }),
  patternRule({
    id: 'mark-before-deng',
    title: { en: 'No 、 before 等', zh: '“等”之前不用顿号' },
    message: { en: 'No 、 stands before 等.', zh: '“等”“等等”之前不用顿号。' },
    source: 'GB/T 15834—2011 附录 B.1.2',
    force: 'standard',
    severity: 'information',
    on: true,
    pattern: new RegExp(`(?<!、)、+(?=等(?!${dengWords}))`, 'g'),
    fix: () => '',
    triggers: [{ text: '资金、人才、等要素', found: ['、'], fixed: '资金、人才等要素' }],
    silent: ['按劳分配、等价交换', '公平、等次明确', '资金、人才等要素', '特等、一等、二等'],
  }),
  patternRule({
    id: 'doubled-mark',
    title: { en: 'Mark written twice', zh: '标点重复' },
    message: { en: 'The mark “{0}” stands twice.', zh: '标点“{0}”重复。' },
    source: 'GB/T 15834—2011 5.1',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /(?<!，)，{2,}|(?<!、)、{2,}|(?<!；)；{2,}|(?<!：)：{2,}|(?<!。)。。(?!。)/g,
    fix: ([match]) => match.slice(0, 1),
    args: ([match]) => [match.slice(0, 1)],
    triggers: [{ text: '抓紧抓实，，确保落地。。', found: ['，，', '。。'], fixed: '抓紧抓实，确保落地。' }],
    silent: ['真的吗？！', '如此种种……。', '条条框框。'],
  }),
  patternRule({
    id: 'colliding-marks',
    title: { en: 'Two marks that exclude each other', zh: '标点冲突' },
    message: { en: '“{0}”: of these marks only one can stand here.', zh: '“{0}”：两个点号不能连用。' },
    source: 'GB/T 15834—2011 5.1',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /(?<![，、；：。])[，、；：。]{2,}/g,
    // One mark over and over is `doubled-mark`'s, three full stops are an ellipsis.
    accept: ([match]) => new Set(match).size > 1 && !match.includes('。。。'),
    fix: ([match]) => [...'。；：'].find((mark) => match.includes(mark)) ?? '，',
    args: ([match]) => [match],
    triggers: [
      { text: '要压实责任，。各单位照此执行、。', found: ['，。', '、。'], fixed: '要压实责任。各单位照此执行。' },
      { text: '优化流程、，提高效率', found: ['、，'], fixed: '优化流程，提高效率' },
      { text: '通知如下：，', found: ['：，'], fixed: '通知如下：' },
    ],
    silent: ['他说：“好。”，转身离开', '（见附件。）', '“请示。”'],
  }),
];
