import assert from 'node:assert/strict';
import { categoryOf, categoryOfTitle } from '../../../../src/intake/split/articleCategory';

const nothing = { blocks: [], source: '' };

describe('categoryOfTitle', () => {
  const titles: Readonly<Record<string, readonly string[]>> = {
    讲话致辞: [
      '在全县春耕会上的讲话',
      '在全市招商引资工作推进会上的经验交流',
      '在县委全会结束时的总结讲话（摘要）',
      '党风廉政建设工作会议主持词',
      '党组理论学习中心组发言材料',
      '在青年干部培训班上的党课',
      '欢迎词',
    ],
    工作综述: [
      '临江县乡村振兴经验交流',
      '机关党建典型案例',
      '个人述职述廉述学报告',
      '全市秋粮生产综述',
      '年度工作总结（2）',
    ],
    公文范文: [
      '文明出行倡议书',
      '致全县果农的一封信',
      '召开年度工作会议的通知',
      '关于印发临江县林长制考核办法的通知（试行）',
      '城管局关于占道经营整治的情况说明',
      '全县作风建设报告',
      '城市管理工作调研报告',
      '对照检查材料',
      '先进事迹材料',
      '防汛应急预案',
      '工作简报第12期',
      '临江县河道管理条例',
    ],
    理论文章: [
      '学习贯彻全会精神心得体会',
      '关于推进城市更新的几点思考',
      '评论员文章：把实事办实',
      '浅谈基层减负',
      '民生是最大的政治——学习关于民生工作的重要论述',
    ],
    新闻发布: ['防汛工作新闻发布会实录', '市水利局负责人答记者问'],
    金句: ['实干金句'],
    '': [
      '扛牢粮食安全政治责任',
      '全县召开春耕会议 县长出席并讲话',
      '县长向农民丰收节致贺信',
      '两市达成引水协议',
      '为全球治理贡献中国方案',
      '基层治理的好办法',
      '严格公正司法',
    ],
  };
  for (const [category, known] of Object.entries(titles))
    it(`knows ${category || 'that a title may tell nothing'}`, () => {
      for (const title of known) assert.equal(categoryOfTitle(title), category, title);
    });
});

describe('categoryOf', () => {
  const title = '扛牢粮食安全政治责任';
  const blocks = (...texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

  it('goes by the title first', () =>
    assert.equal(categoryOf('文明出行倡议书', { ...nothing, blocks: blocks('各位市民朋友：') }), '公文范文'));

  it('takes what addresses people for a speech, what is asked and answered for a press conference', () => {
    assert.equal(
      categoryOf(title, { ...nothing, blocks: blocks('2026年3月1日', '同志们：', '今天开会。') }),
      '讲话致辞',
    );
    const asked = blocks('晚报记者：有多少？', '局长：三成。', '电视台记者：何时？', '局长：年底。');
    assert.equal(categoryOf(title, { ...nothing, blocks: asked }), '新闻发布');
  });

  it('takes what has a document number or recipients for an official document, and what a journal of theory printed for theory', () => {
    assert.equal(categoryOf(title, { ...nothing, number: '临政发〔2026〕9号' }), '公文范文');
    assert.equal(categoryOf(title, { ...nothing, recipients: '各乡镇人民政府' }), '公文范文');
    assert.equal(categoryOf(title, { ...nothing, source: '学习时报' }), '理论文章');
    assert.equal(categoryOf(title, { ...nothing, blocks: blocks('粮稳天下安。'), source: '网络' }), '');
  });
});
