import assert from 'node:assert/strict';
import { blocksOf, shortBlocks, intake } from '../intakeFixtures';

const text = '　　各灌区要逐渠登记，建立台账，让每一条渠都有人管。';

describe('a short line', () => {
  it('is no heading where it says who wrote, or where a text is from', () => {
    for (const line of [
      '课题组：张三 李四',
      '课题组成员：张三、李四',
      '执笔人：张三',
      '——摘自《青阳县志》',
      '（2）',
      '时间为9:00-11:30.',
      '摘自《青阳县志》',
    ])
      assert.ok(
        blocksOf(`灌区调研报告\n\n${text}\n${line}\n${text}`).includes(line.replace(/(\d)-(?=\d)/, '$1-')),
        `${line}: ${blocksOf(`灌区调研报告\n\n${text}\n${line}\n${text}`).join('|')}`,
      );
    assert.equal(shortBlocks(intake(`灌区调研报告\n\n李四\n${text}\n${text}`).drafts[0]?.blocks)[0], '李四');
  });

  it('is one where it names a part', () => {
    for (const line of ['工作背景', '安全底线', '方案要点'])
      assert.ok(blocksOf(`灌区调研报告\n\n${line}\n${text}\n${text}`).includes(`1 ${line}`), line);
  });
});
