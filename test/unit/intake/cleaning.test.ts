import assert from 'node:assert/strict';
import { blocksOf, intake } from './intakeFixtures';

const removedOf = (text: string): string[] => intake(text).removed.map(({ kind, text: one }) => `${kind} ${one}`);

const pageNumbersOf = (text: string): string[] => removedOf(text).filter((one) => one.startsWith('pageNumber'));

/** Sets a paragraph in lines of a width. */
const wrap = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n');

const long =
  '春耕生产时间紧、任务重，各乡镇要把种子、化肥、农膜备足备齐，把水渠、泵站、机耕道修好修通，把技术人员派到田间地头，做到人等苗、不让苗等人，确保在谷雨之前完成全部插秧任务，为全年粮食丰收打下坚实基础。';

describe('joining lines', () => {
  it('joins the lines of a column and keeps paragraphs that are indented apart', () => {
    assert.deepEqual(blocksOf(`　　${wrap(long, 20)}\n　　${wrap(long, 20)}`), [long, long]);
  });

  it('joins the two lines of a text too short to know its width, where an indent tells paragraphs', () => {
    const text = '各乡镇要提早安排人手、机具，按期完成清淤任务，逐段验收。';
    const [first, second] = [text.slice(0, 15), text.slice(15)];
    assert.deepEqual(blocksOf(`修渠通知\n\n　　${first}\n${second}\n　　秋收要快。`), [text, '秋收要快。']);
  });

  it('keeps paragraphs apart that lost their indent after a line that happens to be full', () => {
    // The column is 20 wide; a first line that lost its indent is still two characters narrower.
    const set = (text: string): string => `${text.slice(0, 18)}\n${wrap(text.slice(18), 20)}`;
    const full = '县里组织技术人员逐村指导，水利站清理干渠支渠，供销社送农资到田头，不误农时。';
    const flush = `各部门也要行动起来，${long}`;
    assert.deepEqual(blocksOf(`春耕方案\n\n　　${set(long)}\n　　${set(full)}\n${set(flush)}\n　　${set(long)}`), [
      long,
      full,
      flush,
      long,
    ]);
  });

  it('joins what a page break with number and running head tore apart', () => {
    const [one, two] = [long.indexOf('渠'), long.indexOf('田间')];
    const text = `　　${long}\n　　${long.slice(0, one)}\n\n内部资料\n- 1 -\n\n${long.slice(one)}\n　　${long.slice(0, two)}\n\n内部资料\n- 2 -\n\n${long.slice(two)}`;
    assert.deepEqual(blocksOf(text), [long, long, long]);
    assert.deepEqual(removedOf(text), [
      'runningHead 内部资料',
      'pageNumber - 1 -',
      'runningHead 内部资料',
      'pageNumber - 2 -',
    ]);
  });

  it('never takes a signature and its date for the end of a paragraph', () => {
    const text = ['春播要早。', '夏管要细。', '秋收要快。', '冬藏要实。', '各地要抓紧落实，不误农时。'];
    assert.deepEqual(blocksOf(`　　${text.join('\n　　')}\n\nX县水利局\n2026年3月1日`), [
      ...text,
      'X县水利局',
      '2026年3月1日',
    ]);
  });

  it('joins an item that hangs below its number, and no paragraph below a numbered heading', () => {
    const body = '　　各地要抓紧落实，不误农时。';
    const list = '　　附件：1.任务清单\n　　　　　2.联系表（含各乡镇\n　　　　　　负责人）\n　　　　　3.时间安排';
    assert.deepEqual(blocksOf(`修渠通知\n\n一、备耕\n${body}\n　　二、播种\n${body}\n${list}`), [
      '1 一、备耕',
      body.trim(),
      '1 二、播种',
      body.trim(),
      '附件：1.任务清单',
      '2.联系表（含各乡镇负责人）',
      '3.时间安排',
    ]);
  });

  it('never joins what ends a sentence on a line of its own', () => {
    assert.deepEqual(blocksOf('　　春播要早。\n　　夏管要细。\n　　秋收要快。'), [
      '春播要早。',
      '夏管要细。',
      '秋收要快。',
    ]);
  });

  it('keeps the speakers of a transcript', () => {
    assert.deepEqual(
      blocksOf('春耕发布会实录\n\n时间:X地点:X\n主持人:X\n主持人:请记者提问。\n记者:种子备足了吗?\nX:备足了。'),
      ['时间：X', '地点：X', '主持人：X', '主持人：请记者提问。', '记者：种子备足了吗？', 'X：备足了。'],
    );
  });

  it('leaves a refrain where it stands', () => {
    const text = '　　春播要早。\n\n谢谢大家！\n\n　　夏管要细。\n\n谢谢大家！\n\n　　秋收要快。\n\n谢谢大家！';
    assert.equal(blocksOf(text).filter((block) => block === '谢谢大家！').length, 3);
  });
});

describe('who is charged with a task, in brackets behind it', () => {
  it('ends its paragraph, and stays with it where the line was broken', () => {
    const tasks = [
      '实行挂牌督办。对涉及多个部门的重大隐患，由安委会挂牌督办，整改完成前每周调度。（市安委办负责，长期坚持）',
      '加快技术改造。支持企业应用先进适用的技术装备，淘汰落后工艺设备，实现联网。（市应急局、市工信局牵头，各县区配合）',
    ];
    assert.deepEqual(blocksOf(`安全方案\n\n${tasks.map((task) => `    ${task}`).join('\n')}`), tasks);
    const broken = tasks.map((task) => `    ${task.replace('（', '\n（')}`).join('\n');
    assert.deepEqual(blocksOf(`安全方案\n\n${broken}`), tasks);
  });
});

describe('headings', () => {
  it('have the level of their number', () => {
    const body = '　　各地要抓紧落实，不误农时。';
    assert.deepEqual(
      blocksOf(`春耕方案\n\n一、备耕\n（一）备种\n1.选种\n（1）验种\n${body}\n二、播种\n${body}`).filter((block) =>
        /^\d /.test(block),
      ),
      ['1 一、备耕', '2 （一）备种', '3 1.选种', '4 （1）验种', '1 二、播种'],
    );
  });

  it('stay in the paragraph that they were run into with a full stop', () => {
    const lines = ['（一）备足种子。各乡镇要在月底前完成调运。', '（二）修好水渠。确保通水。'];
    assert.deepEqual(blocksOf(`春耕方案\n\n${lines.join('\n')}`), lines);
  });

  it('are split from the paragraph that they were fused with', () => {
    const text = '二、抓好田间管理今年以来，各乡镇对田间管理抓得紧，追肥、除草一样不落。';
    assert.deepEqual(blocksOf(`春耕方案\n\n一、抓好春耕备耕\n　　各地要抓紧落实，不误农时。\n${text}`).slice(-2), [
      '1 二、抓好田间管理',
      text.slice(8),
    ]);
  });

  it('are not made of provisions, numbered sentences and lists', () => {
    const lines = [
      '（一）违反本办法的，由县政府责令改正。逾期不改的，通报批评。',
      '（二）本办法自发布之日起施行。',
      '（三）拥护集体决定。',
    ];
    assert.deepEqual(blocksOf(`管理办法\n\n${lines.join('\n')}`), lines);
  });

  it('are not made of attachments, however they are numbered', () => {
    const body = '　　各地要抓紧落实，不误农时。';
    for (const list of [
      ['附件：（1）修渠任务分解表', '（2）验收标准'],
      ['附：1.修渠任务分解表', '2.验收标准'],
      ['附件：', '一、修渠任务分解表', '二、验收标准'],
    ])
      assert.deepEqual(blocksOf(`关于春耕的通知\n\n${body}\n　　${list.join('\n　　')}`).slice(1), list);
  });

  it('are not made of signatures and dates', () => {
    const blocks = blocksOf('关于春耕的通知\n\n　　各地要抓紧落实，不误农时。\n\nX县人民政府\n2024年3月1日');
    assert.deepEqual(blocks.slice(-2), ['X县人民政府', '2024年3月1日']);
  });
});

describe('removing', () => {
  it('takes advertisements out of a paragraph, also broken over lines', () => {
    assert.deepEqual(blocksOf('　　春播要早，【更多材料请关注微信公众号某某文库】夏管要细。'), [
      '春播要早，夏管要细。',
    ]);
    assert.deepEqual(blocksOf('　　春播要早，【来自:某某网,QQ群\n12345678,加入会员】夏管要细。\n　　秋收要快。'), [
      '春播要早，夏管要细。',
      '秋收要快。',
    ]);
  });

  it('takes out the frame of a web page', () => {
    const frame = ['上一篇：春播', '责任编辑：某某', '免责声明：内容仅供参考', '©2024 某某网', 'www.example.com'];
    assert.deepEqual(
      removedOf(`　　春播要早。\n${frame.join('\n')}`),
      frame.map((line) => `footer ${line}`),
    );
  });

  it('leaves text that mentions such things', () => {
    const texts = [
      '　　要办好政务微信公众号，回应群众关切。',
      '　　本站位于城北，是全市最大的农机服务站，年服务农户三千户。',
      '　　会员单位（共12家）都参加了（见附件）。',
      '　　群众可以关注微信公众号，免费领取种子。',
    ];
    assert.deepEqual(removedOf(texts.join('\n')), []);
  });

  it('leaves lines of its shape that stand within the text', () => {
    const text = '　　春播要早，夏管要细。\n网址：www.example.com\n　　秋收要快，冬藏要实。';
    assert.deepEqual(removedOf(text), []);
  });

  it('takes out bare numbers of pages only when they count up', () => {
    const page = (number: string): string => `　　${long}\n\n${number}\n\n`;
    assert.deepEqual(removedOf(page('1') + page('2') + page('3')), ['pageNumber 1', 'pageNumber 2', 'pageNumber 3']);
    assert.deepEqual(removedOf('　　得分：\n98\n95\n　　全县平均分较高，成绩喜人。'), []);
  });

  it('counts on over a blank page', () => {
    const page = (number: string): string => `　　${long}\n${number}\n`;
    const text = `${page('1')}${page('2')}${page('3')}4\n${page('5')}`;
    assert.deepEqual(
      pageNumbersOf(text),
      ['1', '2', '3', '4', '5'].map((number) => `pageNumber ${number}`),
    );
    assert.deepEqual(pageNumbersOf(`${page('1')}${page('2')}2\n${page('3')}`).length, 4);
    assert.deepEqual(pageNumbersOf('序号\n1\n2\n3\n4\n　　全县平均分较高，成绩喜人。'), []);
  });

  it('leaves years that stand above what happened in them', () => {
    const years = (entry: string, gap: string): string =>
      ['2024', '2025', '2026'].map((year) => `${gap}${year}\n${gap}${entry}\n`).join('');
    const broken = '1月3日，县里召开春耕大会，部署清淤、插秧、施肥各项任务';
    for (const entry of ['1月3日，召开大会。', '全县收入40亿元。', broken]) {
      for (const gap of ['', '\n']) assert.deepEqual(pageNumbersOf(`青阳县大事记\n${years(entry, gap)}`), [], entry);
    }
  });

  it('takes out numbers of pages in the thousands where they tear sentences', () => {
    const set = wrap(long, 24);
    const page = (number: string): string => `　　${set}\n${set.replace(/\n(?!.*\n)/, `\n${number}\n`)}\n`;
    const numbers = ['1997', '1998', '1999'];
    assert.deepEqual(
      pageNumbersOf(numbers.map(page).join('')),
      numbers.map((number) => `pageNumber ${number}`),
    );
  });

  it('takes out a single number that tears a sentence at the end of a full line, and no figure of the sentence', () => {
    const torn = (before: string, number: string, after: string): string =>
      `修渠讲话\n同志们：\n　　去年全县粮食增产，水渠修通，群众满意。${before}\n${number}\n${after}\n　　谢谢大家！`;
    const text = torn('成绩来之不', '2', '易，经验弥足珍贵。');
    assert.deepEqual(pageNumbersOf(text), ['pageNumber 2']);
    assert.ok(blocksOf(text).some((block) => block.endsWith('成绩来之不易，经验弥足珍贵。')));
    assert.deepEqual(pageNumbersOf(torn('全县修通水渠', '12', '条，群众满意。')), []);
    assert.deepEqual(pageNumbersOf(torn('全县粮食增长', '12', '左右，群众满意。')), []);
    assert.deepEqual(pageNumbersOf(`${text}\n　　${long}`), [], 'the line is not full');
  });
});
