import assert from 'node:assert/strict';
import { intake } from '../intakeFixtures';

const body = '　　各地要抓紧落实，不误农时。\n　　各村要组织劳力清理淤泥，做到渠通水畅。';

/** Title and what else the head of a document says. */
const headOf = (head: string): (string | undefined)[] => {
  const { title, number, source, date } = intake(`${head}\n${body}`).drafts[0]?.front ?? { title: '' };
  return [title, number, source, date].map((value) => value ?? '');
};

describe('the head of an official document', () => {
  it('gives its number, whatever form it has, and a title that was broken', () => {
    for (const [head, ...said] of [
      [
        '国办发〔2026〕9号\n国务院办公厅关于\n修缮水渠的通知\n各县人民政府：',
        '国务院办公厅关于修缮水渠的通知',
        '国办发〔2026〕9号',
      ],
      [
        '青政发〔2026〕9号\n青阳县人民政府关于修缮\n灌溉水渠的通知\n各乡镇：',
        '青阳县人民政府关于修缮灌溉水渠的通知',
        '青政发〔2026〕9号',
      ],
      [
        'X县水利局文件\n\nX水发〔2026〕9号　　签发人：王某某\n\n关于修缮水渠的通知\n\n各乡镇：',
        '关于修缮水渠的通知',
        'X水发〔2026〕9号',
      ],
      ['2026年第3号\n关于修缮水渠的公告', '关于修缮水渠的公告', '2026年第3号'],
      ['青阳县人民政府令\n第12号', '青阳县人民政府令', '第12号'],
      ['关于修缮\n灌溉水渠的通知\n各乡镇：', '关于修缮灌溉水渠的通知', ''],
      // Every line a paragraph of its own, and characters set apart.
      [
        '青阳县人民政府办公室关于修缮\n\n灌溉水渠和\n\n几 个 问 题 的 通 知\n\n青政办发〔2026〕9号\n\n各乡镇人民政府：\n',
        '青阳县人民政府办公室关于修缮灌溉水渠和几个问题的通知',
        '青政办发〔2026〕9号',
      ],
    ] as const)
      assert.deepEqual(headOf(head).slice(0, 2), said, head);
  });

  it('gives who issued minutes, and when', () => {
    assert.deepEqual(headOf('县政府常务会议纪要\n〔2026〕3号\n县政府办公室　　　　2026年3月1日\n'), [
      '县政府常务会议纪要',
      '〔2026〕3号',
      '县政府办公室',
      '2026-03-01',
    ]);
  });

  it('gives source and date of a row of fields, and leaves a sentence that has such words', () => {
    const row = '发布时间：2026-03-01 10:00 来源：县水利局 浏览次数：20 字体：[大 中 小] 打印';
    assert.deepEqual(headOf(`关于修缮水渠的通知\n${row}`), ['关于修缮水渠的通知', '', '县水利局', '2026-03-01']);
    const sentence = '时间：2026年3月1日，地点在县水利局。';
    assert.deepEqual(headOf(`关于修缮水渠的通知\n${sentence}`).slice(2), ['', '']);
  });

  it('gives the office whose experience or speech it is, where its name is no heading', () => {
    for (const head of ['在全县城管工作会上的发言\n县城管局', '数字城管经验交流\n（县城市管理局）'])
      assert.match(headOf(head)[2] ?? '', /^县城(?:管|市管理)局$/, head);
    assert.equal(headOf('各部门职责\n县城管局')[2], '');
  });

  it('gives the date above the plan that a document promulgates, and what is attached there', () => {
    const letter =
      '　　现将方案印发给你们，请认真贯彻落实。\n\n　　附件：水渠修缮方案\n\n县水利局办公室\n2026年3月1日\n';
    const plan = Array.from(
      { length: 40 },
      (_, at) => `（${at + 1}）第${at + 1}村要把支渠修到田头，明确专人负责。`,
    ).join('\n');
    for (const between of ['（此件公开发布）\n\n', '\n附件1\n\n水渠修缮方案\n', '\n水渠修缮方案\n']) {
      const { front } =
        intake(`关于印发水渠修缮方案的通知\n\n各乡镇：\n\n${letter}${between}\n${plan}`).drafts[0] ?? {};
      assert.deepEqual([front?.date, front?.attachments], ['2026-03-01', ['水渠修缮方案']], between);
    }
    // A day in a chronicle is no date of the whole.
    const days = '县水利局\n2026年3月1日\n召开会议，部署春修。\n2026年5月1日\n支渠通水，农户欢喜。\n';
    assert.equal(intake(`水渠修缮大事记\n\n${days}${plan}`).drafts[0]?.front.date, '');
  });

  it('is addressed to no list', () => {
    const recipientsOf = (line: string): string | undefined =>
      intake(`关于修渠的通报\n\n${line}\n${body}`).drafts[0]?.front.recipients;
    for (const line of [
      '各乡镇得分如下：',
      '其中县直各单位：',
      '根据县委、县政府有关要求，现将各单位任务明确为：',
      '各乡镇、县直各单位分工：',
      '县政府认为：',
    ])
      assert.equal(recipientsOf(line), undefined, line);
    for (const line of ['各乡镇、县直各单位', '各乡镇政府主要负责人', '县委、县政府', '局属各单位及各科室'])
      assert.equal(recipientsOf(`${line}：`), line);
  });

  it('lists attachments, each with its own 附件 or broken over lines', () => {
    for (const list of [
      '附件1：任务清单\n附件2：联系表（含各乡镇负责人）',
      '　　附件：1.任务清单\n　　　　　2.联系表（含各乡镇\n　　　　　　负责人）',
    ])
      assert.deepEqual(
        intake(`关于修缮水渠的通知\n\n${body}\n${list}\n\n县水利局\n2026年3月1日`).drafts[0]?.front.attachments,
        ['任务清单', '联系表（含各乡镇负责人）'],
      );
  });
});
