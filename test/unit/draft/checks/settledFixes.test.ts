import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import { applyEdits, DraftChecker } from '../../../../src/draft/checks/checkDraft';
import { rules } from '../../../../src/draft/checks/rules';
import { settledFixes } from '../../../../src/draft/checks/settledFixes';

const checker = new DraftChecker(rules);
const settled = (text: string): string => applyEdits(text, finish(settledFixes(checker, text)));

describe('all fixes', () => {
  for (const [text, fixed] of [
    ['(一)甲\n\n(三)乙', '（一）甲\n\n（二）乙'],
    ['吸纳就业3-5万人。', '吸纳就业3万～5万人。'],
    ['增长5-8%。', '增长5%～8%。'],
    ['《关于转发《关于印发《甲办法》的通知》的通知》', '《关于转发〈关于印发《甲办法》的通知〉的通知》'],
    ['甲,乙.\r\n\r\n丙;丁。\r\n', '甲，乙。\r\n\r\n丙；丁。\r\n'],
    ['压实责任，确保实效。', '压实责任，确保实效。'],
  ] as const)
    it(`are settled in one go: ${JSON.stringify(text)}`, () => {
      assert.equal(settled(text), fixed);
      assert.equal(settled(fixed), fixed);
    });

  it('are edits of the lines that change alone', () =>
    assert.deepEqual(finish(settledFixes(checker, '一、甲\n\n丙,丁\n')), [{ offset: 6, length: 1, text: '，' }]));
});
