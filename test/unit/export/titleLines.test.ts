import assert from 'node:assert/strict';
import { textWidth } from '../../../src/text/width';
import { titleLines } from '../../../src/export/titleLines';

describe('the lines of a title', () => {
  it('are one where it fits', () => assert.deepEqual(titleLines('关于开展检查的通知', 20), ['关于开展检查的通知']));

  it('keep words together and are of like length', () => {
    assert.deepEqual(titleLines('青阳市人民政府关于进一步加强全市安全生产隐患排查治理工作的通知', 20), [
      '青阳市人民政府关于进一步加强全市',
      '安全生产隐患排查治理工作的通知',
    ]);
  });

  it('hold every character, whatever the title', () => {
    const title =
      '中共青阳市委办公室青阳市人民政府办公室关于印发《青阳市优化营商环境三年行动方案（2026—2028年）》的通知';
    const lines = titleLines(title, 20);
    assert.equal(lines.join(''), title);
    assert.ok(
      lines.every((line) => textWidth(line) <= 20),
      lines.join('|'),
    );
    assert.ok(
      lines.slice(1).every((line) => !/^[的》，、]/.test(line)),
      lines.join('|'),
    );
  });

  it('are filled one after the other where a title is no title any more', () => {
    const title = '关于开展安全生产检查的通知'.repeat(100);
    const lines = titleLines(title, 20);
    assert.equal(lines.join(''), title);
    assert.ok(lines.every((line) => textWidth(line) <= 20));
  });

  it('break a word that is longer than a line', () =>
    assert.equal(titleLines('A'.repeat(100), 20).join(''), 'A'.repeat(100)));
});
