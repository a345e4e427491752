import assert from 'node:assert/strict';
import { blocksOf, intake, shortBlocks } from '../intakeFixtures';

/** A text broken at a width. */
const wrapped = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];

/** A compendium with the faults that writers get, in small. */
const compendium = `春耕生产专题合集公文素材5篇(群分享)(全文12345字)

目录

一、理论文章
论春耕的重要意义…………………………………………2二、讲话致辞
在全县春耕生产现场推进会暨高标准农田建设工作会议上的致辞………………………………..11在全县农机春检动员会上的讲话………………………..16三、新闻发布
春耕备耕专题新闻发布会实录1…………………………26四、金句
春耕金句……………………………………………………..83

论春耕的重要意义

    春争日,夏争时,一年农事不宜迟。今年全县计划播种水稻1.17万亩,比上年增长4.7%,需要种子、化肥、农膜等

物资及早到位,各乡镇要按照“4+4+1”的分工,把任务落实到
村组,确保不误农时。
水利设施是春耕的命脉
    各地要检修水渠、水闸、泵站,让每一亩田都能喝上“春水”。 【来自:某某素材网,QQ12345678,加入会员群,海量文档】
***同志指出,要把饭碗端牢。

在全县春耕生产现场推进会
暨高标准农田建设工作会议上的致辞
网络
春耕生产 推进会 致辞

尊敬的X局长,各位来宾:大家好!很高兴在春天里和大家见面。
    我代表X县表示欢迎。
谢谢大家!

在全县农机春检动员会上的讲话
网络
农机 春检 讲话

同志们:今天开会,讲三点意见。
    一、抓好机具检修工作全面排查拖拉机、插秧机、植保无人机等各类机具的安全隐患,
    (一)查得细。逐台登记,逐项打分,问题机具一律不准下田。
    (二)修得快。维修点开到村口,零件备到乡镇,当天送修当天交付。
    目前,X

本文由网友自发投稿,仅代表作者本人观点,如有侵权请联系管理员删除。
欢迎转载,请保留本文链接:https://www.example.com/1.html
`;

describe('a compendium with a damaged table of contents', () => {
  const { drafts, categories, promised, missing, removed } = intake(compendium);

  it('gives the categories and articles that it promises, and names those that are not there', () => {
    assert.deepEqual(categories, ['理论文章', '讲话致辞', '新闻发布', '金句']);
    assert.equal(promised, 5);
    assert.deepEqual(
      drafts.map(({ front }) => [front.category, front.title]),
      [
        ['理论文章', '论春耕的重要意义'],
        ['讲话致辞', '在全县春耕生产现场推进会暨高标准农田建设工作会议上的致辞'],
        ['讲话致辞', '在全县农机春检动员会上的讲话'],
      ],
    );
    assert.deepEqual(missing, [
      { title: '春耕备耕专题新闻发布会实录1', category: '新闻发布' },
      { title: '春耕金句', category: '金句' },
    ]);
  });

  it('tells which article breaks off', () => {
    assert.deepEqual(
      drafts.map(({ complete }) => complete),
      [true, true, false],
    );
  });

  it('turns source and tag lines into front matter', () => {
    assert.deepEqual(
      drafts.map(({ front }) => [front.source, ...front.tags]),
      [[''], ['网络', '春耕生产', '推进会', '致辞'], ['网络', '农机', '春检', '讲话']],
    );
  });

  it('joins what pages broke, splits what was fused and keeps the rest apart', () => {
    assert.deepEqual(shortBlocks(drafts[0]?.blocks), [
      '春争日，夏争时，一年农事不宜迟。今年全县计划播种水稻1.17万亩，比上年增长4.7%，需要种子、化肥、农膜等物资及早到位，各乡镇要按照“4+4+1”的分工，把任务落实到村组，确保不误农时。',
      '1 水利设施是春耕的命脉',
      '各地要检修水渠、水闸、泵站，让每一亩田都能喝上“春水”。',
      '***同志指出，要把饭碗端牢。',
    ]);
    assert.deepEqual(shortBlocks(drafts[1]?.blocks).slice(0, 2), [
      '尊敬的X局长，各位来宾：',
      '大家好！很高兴在春天里和大家见面。',
    ]);
    assert.deepEqual(shortBlocks(drafts[2]?.blocks).slice(2), [
      '1 一、抓好机具检修工作',
      '全面排查拖拉机、插秧机、植保无人机等各类机具的安全隐患，',
      '（一）查得细。逐台登记，逐项打分，问题机具一律不准下田。',
      '（二）修得快。维修点开到村口，零件备到乡镇，当天送修当天交付。',
      '目前，X',
    ]);
  });

  it('lists what it took out', () => {
    const kinds = new Map<string, number>();
    for (const { kind } of removed) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries(kinds), {
      advertisement: 1,
      footer: 2,
      compendiumTitle: 1,
      contents: 6,
      title: 4,
      source: 4,
    });
  });
});

const paragraph = '各级各部门要提高认识，压实责任，把各项任务落到实处，确保取得实效。';

describe('a compendium without a table of contents', () => {
  it('is split at numbered pieces', () => {
    const { drafts, promised } = intake(
      `党课讲稿范文3篇\n\n篇一：坚定信念\n${paragraph.repeat(3)}\n\n篇二：严守纪律\n${paragraph.repeat(3)}\n\n篇三：担当作为\n${paragraph.repeat(3)}`,
    );
    assert.equal(promised, 3);
    assert.deepEqual(
      drafts.map(({ front }) => front.title),
      ['坚定信念', '严守纪律', '担当作为'],
    );
  });

  it('is split at titles with a source or tags below', () => {
    const { drafts } = intake(
      `在全市水利会议上的讲话\n来源：市水利局\n\n${paragraph.repeat(3)}\n\n在全市林业会议上的讲话\n来源：市林业局\n2024年3月5日\n\n${paragraph.repeat(3)}`,
    );
    assert.deepEqual(
      drafts.map(({ front }) => [front.title, front.source, front.date]),
      [
        ['在全市水利会议上的讲话', '市水利局', ''],
        ['在全市林业会议上的讲话', '市林业局', '2024-03-05'],
      ],
    );
  });

  it('is split at titles of documents after an end', () => {
    const speech = `同志们：\n    ${paragraph.repeat(2)}\n    谢谢大家！`;
    const { drafts } = intake(`在开工仪式上的致辞\n\n${speech}\n\n在竣工仪式上的致辞\n\n${speech}\n`);
    assert.deepEqual(
      drafts.map(({ front }) => front.title),
      ['在开工仪式上的致辞', '在竣工仪式上的致辞'],
    );
  });
});

describe('a plain list of titles', () => {
  it('is a table of contents, too, where pages stand in brackets', () => {
    const titles = ['在开工仪式上的致辞', '修渠工作汇报', '护林防火工作方案'];
    const list = titles.map((title, at) => `${at + 1}、${title}（${at + 1}）`).join('\n');
    const articles = titles.map((title) => `${title}\n\n    ${paragraph}\n\n`).join('');
    const { drafts, missing } = intake(`目录\n${list}\n\n${articles}`);
    assert.deepEqual([drafts.map(({ front }) => front.title), missing], [titles, []]);
  });
});

describe('a single article', () => {
  const isWhole = (text: string): void => assert.equal(intake(text).drafts.length, 1);

  it('is not split at its sections, numbered or not', () => {
    isWhole(
      `关于防汛工作的意见\n\n一、总体要求\n    ${paragraph}\n工作总结\n    ${paragraph}\n下步打算和工作方案\n    ${paragraph}`,
    );
  });

  it('is not split at documents that it names, nor at its attachments', () => {
    isWhole(
      `关于印发两个方案的通知\n\n    ${paragraph}\n    附件：1.防汛工作方案\n    2.抗旱工作方案\n\n    ${paragraph}\n\nX县人民政府\n2024年5月1日`,
    );
  });

  it('with a table of contents of its own sections stays whole and loses the table', () => {
    const text = `调研报告\n\n目录\n一、基本情况……1\n二、存在问题……3\n\n一、基本情况\n    ${paragraph}\n二、存在问题\n    ${paragraph}`;
    isWhole(text);
    assert.ok(!blocksOf(text).some((block) => block.includes('…')));
  });

  it('is not split at the sections of a plan that its table of contents numbers', () => {
    const sections = ['1.1 编制目的', '1.2 适用范围', '2.1 指挥机构'];
    const body = sections.flatMap((section) => [section, '', paragraph.repeat(3), '']);
    const { drafts } = intake(['防汛应急预案', '', '目 录', '', ...sections, '', ...body].join('\n'));
    assert.deepEqual(
      drafts.map(({ front }) => front.title),
      ['防汛应急预案'],
    );
  });

  it('takes its name from the file when it begins with text', () => {
    assert.equal(intake(`    ${paragraph}\n    ${paragraph}`, '会议纪要').drafts[0]?.front.title, '会议纪要');
  });

  it('takes its name from the file when it begins with a paragraph that was broken over lines, however it was set', () => {
    const text =
      '修渠一事关系全县夏粮，各乡镇要提早安排人手机具，按期完成清淤。水利站要把住质量关口，一段一段验收，哪里漏水就在哪里返工。';
    for (const width of [14, 18, 22, 27])
      for (const [indent, margin, end] of [
        ['　　', '', '\n'],
        ['', '', '\n'],
        ['    ', '', '\n'],
        ['　　', '　　', '\n'],
        ['　　', '', '\n\n'],
        ['', '', '\n\n'],
      ] as const) {
        const lines = wrapped(`${indent}${text}`, width).map((line) => margin + line);
        const { drafts, removed } = intake(lines.join(end), '修渠安排');
        const got = [drafts[0]?.front.title, ...shortBlocks(drafts[0]?.blocks), ...removed];
        assert.deepEqual(got, ['修渠安排', text], `${width} ${JSON.stringify([indent, margin, end])}`);
      }
  });

  it('keeps its title above lines that were broken, and above short paragraphs', () => {
    const body = wrapped(`　　${paragraph}`, 24).join('\n');
    for (const [title, text] of [
      ['凝心聚力，推动春耕生产再上新台阶', `凝心聚力，推动春耕生产再上新台阶\n${body}`],
      ['凝心聚力，推动春耕生产再上新台阶', `凝心聚力，推动春耕生产再上新台阶\n\n各级要抓落实。\n\n各村要抓落实。`],
      ['关于修渠的通知', `　　关于修渠的通知\n各乡镇：\n${body}`],
      ['关于修渠的通知', `　　　　　　关于修渠的通知\n${body}`],
    ] as const)
      assert.equal(intake(text, '文件').drafts[0]?.front.title, title, text);
  });
});
