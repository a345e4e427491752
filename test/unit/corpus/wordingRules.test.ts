import assert from 'node:assert/strict';
import { makePiece, sample } from './piece';
import {
  genreFormulas,
  knownPlaceholders,
  noFigures,
  nothingBanned,
  plausibleDates,
  plausibleOffices,
  wholeFormulas,
} from './wordingRules';

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
      ...['坚持以习近平新时代中国特色社会主义思想为指导', '在以习近平同志为核心的党中央坚强领导下'],
      ...['深入学习贯彻习近平总书记关于科技创新的重要论述，强调一条', '学习习近平经济思想', '《习近平谈治国理政》'],
      ...['深入贯彻习近平总书记视察X省重要讲话精神', '贯彻习近平总书记重要讲话和重要指示批示精神', '总书记提出的要求'],
      ...['全面贯彻党的二十大和二十届历次全会精神', '二十届四中全会', '“十五五”规划', '“十四五”时期', '党的十八大以来'],
    ],
    [
      ...['习近平总书记指出：“要抓紧”', '总书记在讲话中强调，要抓紧', '习近平总书记亲自部署', '习近平同志来到X市'],
      ...['李强总理', '张三总书记', '王小二国家主席', '赵四委员长'],
      ...['华为公司', '清华大学', '小米公司', '百度公司', '特斯拉公司'],
      ...['编制“十四五”规划', '“十三五”目标', '贯彻党的十九大精神', '巩固深化主题教育成果', '党纪学习教育'],
      ...['实施提振消费专项行动', '正处于重要战略机遇期'],
    ],
  );
});

describe('corpus rule wholeFormulas', () => {
  cases(
    wholeFormulas,
    [
      ...['习近平新时代中国特色社会主义思想', '新时代中国特色社会主义事业', '以习近平同志为核心的党中央'],
      ...['党的二十大和二十届历次全会精神', '二十届三中、四中全会', '增强“四个意识”、坚定“四个自信”、做到“两个维护”'],
    ],
    [
      ...[
        '用新时代中国特色社会主义思想武装头脑',
        '以同志为核心的党中央',
        '以习近平同志为核心，',
        '党的二十大和历次全会精神',
      ],
      ...['领悟“两个确立”的决定性作用', '做到两个维护', '增强“四个自信”', '“五位一体”战略布局'],
    ],
  );
});

describe('corpus rule genreFormulas', () => {
  const found = (path: string, title: string, body: string): number =>
    genreFormulas(makePiece(path, `---\ntitle: ${title}\n---\n\n${body}\n`)).length;
  it('asks a speech for what guides it, and a report for who leads it', () => {
    assert.equal(found('讲话致辞/a.md', '在推进会上的讲话', '同志们：'), 1);
    assert.equal(found('讲话致辞/a.md', '在推进会上的讲话', '坚持以习近平新时代中国特色社会主义思想为指导。'), 0);
    assert.equal(found('公文范文/a.md', '工作汇报', '成绩很大。'), 1);
    assert.equal(found('公文范文/a.md', '工作汇报', '在市委坚强领导下，成绩很大。'), 0);
  });
  it('asks neither of greetings and everyday papers', () => {
    assert.equal(found('讲话致辞/a.md', '在年会上的致辞', '各位来宾：'), 0);
    assert.equal(found('公文范文/a.md', '放假通知', '各科室：'), 0);
  });
});

describe('corpus rule noFigures', () => {
  cases(noFigures, ['增长X%，达到X亿元', '12345热线', '3年行动'], ['增长5.2%', '达到300亿元', '2个百分点']);

  it('lets an indicator define its limits, in the definition alone', () => {
    const entry = (example: string) => sample(`- 投资\n  口径：500万元及以上。\n  例句：${example}`, '指标/样稿.md');
    assert.deepEqual(noFigures(entry('增长X%。')), []);
    assert.equal(noFigures(entry('增长5%。')).length, 1);
  });
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
