import assert from 'node:assert/strict';
import { blocksOf } from './intakeFixtures';

const long =
  '春耕生产时间紧、任务重，各乡镇要把种子、化肥、农膜备足备齐，把水渠、泵站、机耕道修好修通，把技术人员派到田间地头，做到人等苗、不让苗等人，确保在谷雨之前完成全部插秧任务，为全年粮食丰收打下坚实基础。';

/** A plan whose sections of the second level stand alone, but for the one that is asked for. */
const plan = (section: string): string[] =>
  blocksOf(
    [
      '清淤工作方案',
      '',
      '一、主要任务',
      '（一）开展全面排查',
      `　　${long}`,
      '（二）落实清淤责任',
      `　　${long}`,
      section,
      '（四）严格检查验收',
      `　　${long}`,
    ].join('\n'),
  ).filter((text) => /三）|有关|每条|施工/.test(text) && text !== long);

describe('headings that were fused with their paragraph', () => {
  it('ends them where the paragraph begins, not within a word or after a verb', () => {
    assert.deepEqual(plan('（三）强化施工管理有关单位要到现场指导，每条渠道明确一名负责人，每天报告进度。'), [
      '2 （三）强化施工管理',
      '有关单位要到现场指导，每条渠道明确一名负责人，每天报告进度。',
    ]);
    assert.deepEqual(plan('（三）施工质量有待提高施工是清淤的关键，有关单位要严格把关，每天检查，不留死角。'), [
      '2 （三）施工质量有待提高',
      '施工是清淤的关键，有关单位要严格把关，每天检查，不留死角。',
    ]);
  });

  it('ends them where their sisters stand alone and the paragraph begins with a short sentence', () => {
    assert.deepEqual(
      plan('（三）加强施工管理落实安全责任。有关单位要到现场指导，每条渠道明确一名负责人，每天报告进度。'),
      ['2 （三）加强施工管理', '落实安全责任。有关单位要到现场指导，每条渠道明确一名负责人，每天报告进度。'],
    );
  });

  it('ends them where numbers of the level below begin', () => {
    assert.deepEqual(plan('（三）施工安排1.有关单位先清干渠，每条干渠两个班组，昼夜施工。'), [
      '2 （三）施工安排',
      '1.有关单位先清干渠，每条干渠两个班组，昼夜施工。',
    ]);
  });

  it('keeps numbered provisions, requests and items whole', () => {
    for (const section of [
      '（三）施工单位应当在每条渠道设立标志，并向有关村民说明工期和安全要求。',
      '（三）恳请有关部门支持每条渠道的施工，帮助解决机具不足的问题。',
      '（三）每条渠道的施工图纸、验收记录和有关影像资料，由水利站统一保管；',
    ])
      assert.deepEqual(plan(section), [section]);
    const provisions = ['施工工作要服从统一调度，有关单位不再另行安排。', '施工人员要熟悉有关操作规程，遵守现场纪律。'];
    const text = provisions.map((one, at) => `（${'一二'[at] ?? ''}）${one}`);
    assert.deepEqual(blocksOf(`管理办法\n\n第一条　施工管理遵守下列规定：\n${text.join('\n')}`).slice(-2), text);
  });

  it('keeps a row of headings that are whole sentences', () => {
    const row = ['强化施工管理有关单位协同推进。', '强化施工安全有关责任层层落实。'];
    assert.deepEqual(
      blocksOf(row.map((one, at) => `（${'一二'[at] ?? ''}）${one}\n　　${long}`).join('\n')).filter(
        (one) => one !== long,
      ),
      row.map((one, at) => `2 （${'一二'[at] ?? ''}）${one.slice(0, -1)}`),
    );
  });
});
