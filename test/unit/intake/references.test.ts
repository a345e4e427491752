import assert from 'node:assert/strict';
import { blocksOf } from './intakeFixtures';

const body = '乡村道路是大事，要抓紧办好，办出成效来，让群众满意。';

describe('lists of references', () => {
  it('have an entry a paragraph, and an entry that was broken is joined', () => {
    const entries = [
      '[1] Smith J, et al. Rural Roads in the Counties of the North[J]. Journal of Roads, 2020, 12(3): 3-5.',
      '[2] 王五, 等. 治水[M]. 北京: 科学出版社, 2019: 12-15',
      '[3] 赵六. 修路[N]. 农民日报, 2020-03-05(3)',
    ];
    const broken = entries.join('\n').replace('Journal of Roads', 'Journal\nof Roads');
    assert.deepEqual(blocksOf(`关于修路的研究\n\n${body}\n\n参考文献\n${broken}\n`).slice(-3), entries);
    const notes = [
      '①王五：《治水》，北京：科学出版社，2019年版，第12页',
      '②张三：《修路》，北京：科学出版社，2019年版，第13页',
    ];
    assert.deepEqual(blocksOf(`关于修路的研究\n\n${body}\n\n注释\n${notes.join('\n')}\n`).slice(-2), notes);
  });

  it('take no heading or item that stands between their numbers', () => {
    const lines = ['①工作目标：', '到今年年底全面完成', '②工作要求', '（一）压实责任', '③工作保障'];
    const found = blocksOf(`关于修路的研究\n\n${body}\n${lines.join('\n')}\n`);
    assert.ok(found.includes('①工作目标：') && found.includes('②工作要求'), found.join('\n'));
  });

  it('are no number that a sentence was broken before', () => {
    const lines = ['乡村道路关系民生，有关情况已有文献作了专门研究，详见文献', '[1]的论述，各地要结合实际抓好落实。'];
    assert.ok(blocksOf(`关于修路的研究\n\n${lines.join('\n')}\n${body}\n`).includes(lines.join('')));
  });
});

describe('what stands above a paper', () => {
  it('are an abstract and keywords, each by itself', () => {
    const head = ['摘要：本文研究乡村道路', '关键词：乡村；道路', body, 'Keywords: rural; road'];
    const found = blocksOf(`关于修路的研究\n\n${body}\n${head.join('\n')}\n${body}\n`);
    for (const line of head) assert.ok(found.includes(line), found.join('\n'));
  });
});
