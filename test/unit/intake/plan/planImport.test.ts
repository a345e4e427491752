import assert from 'node:assert/strict';
import type { PlannedArticle } from '../../../../src/intake/plan/planImport';
import { ImportPlanner } from '../../../../src/intake/plan/planImport';
import { quoteCandidates } from '../../../../src/intake/plan/quoteCandidates';
import { toMarkdown } from '../../../../src/intake/plan/toMarkdown';
import { parseArticle } from '../../../../src/library/parseArticle';
import { finish } from '../../../../src/base/slices';
import { intake } from '../intakeFixtures';

const paragraphs = [
  '春耕生产时间紧、任务重，各乡镇要把种子、化肥、农膜备足备齐，绝不能误了农时。',
  '水利设施是农业的命脉，要赶在汛期之前把水渠、泵站、闸门全部检修一遍。',
  '要把农技人员派到田间地头，手把手教、面对面讲，让新技术真正落到地里。',
  '农资打假要常抓不懈，对坑农害农的行为发现一起、查处一起、曝光一起。',
];
const phrase = '各县（市、区）人民政府，市政府各部门、各直属机构，各大企业、各高等院校';
const speech = (title: string, ...texts: readonly string[]): string =>
  `${title}\n\n${texts.map((text) => `    ${text}`).join('\n')}\n`;

/** Plans a text against a library that holds the speech of all paragraphs. */
function plan(text: string): PlannedArticle | undefined {
  const held = intake(speech('在全县春耕会上的讲话', ...paragraphs)).drafts[0];
  assert.ok(held);
  const { article } = parseArticle({ uri: 'a', path: 'a.md', origin: 'personal' }, toMarkdown(held.front, held.blocks));
  const phrases = parseArticle(
    { uri: 'b', path: 'b.md', origin: 'personal' },
    `---\ncategory: 短语\n---\n- ${phrase}\n`,
  );
  const planner = new ImportPlanner();
  finish(planner.remember([article, phrases.article]));
  return finish(planner.plan(intake(text), '文件.txt'))[0];
}

describe('ImportPlanner', () => {
  it('knows an article again whatever its title and punctuation', () => {
    const half = paragraphs.map((text) => text.replaceAll('，', ','));
    assert.deepEqual(plan(speech('另一个标题的讲话', ...half))?.known, { title: '在全县春耕会上的讲话', same: true });
  });

  it('knows one again that is nearly the same, or part of another', () => {
    const changed = paragraphs.map((text, at) => (at === 0 ? text.replace('绝不能', '决不能') : text));
    assert.equal(plan(speech('在全县春耕会上的讲话', ...changed))?.known?.title, '在全县春耕会上的讲话');
    assert.deepEqual(plan(speech('摘要', ...paragraphs.slice(1, 3)))?.known, {
      title: '在全县春耕会上的讲话',
      same: false,
    });
  });

  it('points out single passages that are there already', () => {
    const fresh = [
      '收购资金要提前落实到位，坚决不打白条，让种粮农民安心放心。',
      '仓储设施要提前腾仓并库，做到应收尽收，让每一粒粮食都有归处。',
      '要严格落实粮食安全党政同责，层层压实责任，确保全年目标实现。',
    ];
    const planned = plan(speech('在全县夏收会上的讲话', ...fresh, paragraphs[1] ?? ''));
    assert.equal(planned?.known, undefined);
    assert.deepEqual(planned?.knownPassages, [{ text: paragraphs[1], title: '在全县春耕会上的讲话' }]);
    // A phrase is everybody's.
    assert.deepEqual(plan(speech('关于夏收的通知', `${phrase}：`, ...fresh))?.knownPassages, []);
  });

  it('compares the articles of one import with each other', () => {
    const planner = new ImportPlanner();
    const [first] = finish(planner.plan(intake(speech('甲的讲话', ...paragraphs)), '甲.txt'));
    const [second] = finish(planner.plan(intake(speech('乙的讲话', ...paragraphs)), '乙.txt'));
    assert.deepEqual([first?.known, second?.known], [undefined, { title: '甲的讲话', same: true }]);
  });
});

describe('quoteCandidates', () => {
  const candidates = (text: string): string[] => quoteCandidates([{ kind: 'paragraph', text }]).map((one) => one.text);

  it('proposes parallel and antithetical sentences that stand alone', () => {
    for (const quote of [
      '春种一粒粟，秋收万颗子。',
      '把论文写在大地上，把成果送到农户家。',
      '既要仰望星空，又要脚踏实地。',
      '栽好“梧桐树”，才能引来“金凤凰”。',
      '清清白白为官、干干净净做事、老老实实做人。',
      '实践没有止境，创新也没有止境。',
      '廉，重在自觉，贵在持久，难在彻底。',
      '蓝图已经绘就，实干创造未来。',
      '营商环境不需要花大钱，但好的营商环境值大钱。',
    ]) {
      assert.deepEqual(candidates(`会议指出要抓好春耕。${quote}大家要认真落实好各项任务。`), [quote]);
    }
  });

  it('proposes what says what a thing is, takes or rests on', () => {
    for (const quote of [
      '作风是干部的立身之本。',
      '土地是农业的命脉，是农民的根本，也是乡村的未来。',
      '只有把路修到田头、把水引到地边、把课讲到院里，才能让丰收落到实处。',
      '学深一层，方能行稳一程。',
      '靠的就是干部带头，靠的就是群众齐心协力。',
      '高质量发展首先是创新的发展，是协调的发展。',
    ]) {
      assert.deepEqual(candidates(`会议指出要抓好春耕。${quote}大家要认真落实好各项任务。`), [quote]);
    }
  });

  it('leaves out what only introduces a sentence', () => {
    for (const introduction of ['实践证明，', '春耕实践告诉我们：', '同时，', '从今天发言的几家合作社看，'])
      assert.deepEqual(candidates(`${introduction}种子是现代农业的命脉。`), ['种子是现代农业的命脉。']);
  });

  it('proposes nothing that leans on its context, counts or holds a place open', () => {
    for (const text of [
      '这是发展的根基，这是群众的期盼。',
      '今年增收12万元，去年增收10万元。',
      'X市要抓好春耕，X县要抓好秋收。',
      '各地要高度重视春耕生产工作。',
      '从今天发言的几家企业发展情况看，创新投入在增加，创新能力在增强。',
      '要加强组织领导，要强化责任落实，要完善工作机制。',
      '市委组织部、市委宣传部要各负其责、协同推进。',
      '商务部门要每周更新信息、每月集中研判。',
      '实施节能改造行动，推广节水灌溉技术。',
      '加快建设东山至西河铁路、南岭至北湖铁路。',
      '粮食储备、物资储备、能源储备、资金储备。',
      '实验室建设加快推进，研究中心挂牌运行。',
      '消费活力还不足，财政压力有所加大。',
      '“十五五”时期是打基础的关键时期，也是谋长远的窗口时期。',
      '全市是一盘棋。',
      '抓好春耕是当前的重点工作。',
    ]) {
      assert.deepEqual(candidates(text), []);
    }
  });
});
