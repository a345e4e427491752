import assert from 'node:assert/strict';
import { sample } from './piece';
import { knownPlaceholders, nothingBanned, plausibleDates, plausibleOffices } from './wordingRules';

const cases = (rule: typeof nothingBanned, good: readonly string[], bad: readonly string[]): void => {
  for (const body of good) it(`passes ${body}`, () => assert.deepEqual(rule(sample(body)), []));
  for (const body of bad) it(`finds ${body}`, () => assert.notDeepEqual(rule(sample(body)), []));
};

describe('corpus rule knownPlaceholders', () => {
  cases(
    knownPlaceholders,
    [
      'X市科技局X局长说，X年X月X日投入X亿元，增长X%，X家。',
      'X晚报记者、X广播电视台记者',
      '印发X份',
      '用X光检查，X射线衍射仪',
      '某市场主体、某区间',
    ],
    ['XX市', '××市', '***市', '某市', '某机关', '某单位', '__万元', '○○同志', '共X。', 'X这个'],
  );
});

describe('corpus rule nothingBanned', () => {
  cases(
    nothingBanned,
    [
      ...['党的创新理论', '希望李希望同志', '党中央决策部署', '党中央总书记', '国家主席令', '根据国家主席令公布施行'],
      ...['全国人大常委会委员长会议', '当选国家主席', '小米加步枪', '五百度高温', '3特斯拉磁体', '国防主题教育活动'],
    ],
    [
      ...[
        '李强总理',
        '张三总书记',
        '王小二国家主席',
        '赵四委员长',
        '华为公司',
        '清华大学',
        '小米公司',
        '百度公司',
        '特斯拉公司',
      ],
      ...['“十四五”规划', '党的二十大', '二十届三中全会', '党的十九大', '巩固深化主题教育成果', '党纪学习教育'],
      ...['实施提振消费专项行动', '正处于重要战略机遇期'],
    ],
  );
});

describe('corpus rule plausibleOffices', () => {
  cases(
    plausibleOffices,
    ['省科技厅', '市科技局', 'X县财政局', '省市场监督管理局', '自治区科技厅', '市政务服务大厅'],
    ['省科技局', '市科技厅', 'X县财政厅', 'X区教育厅'],
  );
});

describe('corpus rule plausibleDates', () => {
  cases(
    plausibleDates,
    ['1978年12月18日', '2024年1月31日', 'X年X月X日', '12个月', '三十年'],
    ['13月', '20月1日', '0月', '1月32日', '2月0日', '2025年', '1200年'],
  );
});
