import assert from 'node:assert/strict';
import { joinedTrimmed, withoutEnd } from '../../../src/base/endRun';
import { finish } from '../../../src/base/slices';
import { textAtGap } from '../../../src/export/textAtGap';
import { importText } from '../../../src/intake/importText';
import { linesOf } from '../../../src/intake/line';
import { widenPunctuation } from '../../../src/text/punctuation';

/*
 * Texts on which expressions and loops were n² or worse, at a size where that holds the reader for very long: each takes about
 * a second now, and the timeout only ends what hangs.
 */
describe('runs of one sign', function () {
  this.timeout(60_000);

  const signs = [
    '：',
    ':',
    ',',
    '，',
    ' ',
    '\t',
    '(',
    '（',
    '[',
    '【',
    '*',
    'X',
    '.',
    '…',
    '-',
    '“',
    '_',
    '群',
    '一、',
  ];
  for (const sign of signs) {
    it(`imports lines of nothing but ${JSON.stringify(sign)}`, () => {
      const line = `全市工作${sign.repeat(15_000)}。`;
      const lines = linesOf(Array.from({ length: 40 }, () => line).join('\n'));
      const { drafts, removed } = finish(importText({ name: '材料', lines }));
      const kept = [...drafts.flatMap(({ blocks }) => blocks), ...removed].map(({ text }) => text).join('');
      assert.equal(kept.split('全市工作').length - 1, 40);
    });
  }

  it('imports ten thousand lines that go on with one another', () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `，第${at}句话没有结束`).join('\n');
    const { drafts } = finish(importText({ name: '材料', lines: linesOf(text) }));
    assert.ok(drafts[0]?.blocks.at(-1)?.text.endsWith('第9999句话没有结束'));
  });

  it('imports ten thousand numbered headings with their paragraphs', () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `一、抓好第${at}项工作\n各级各部门要认真落实。`).join('\n');
    const { drafts } = finish(importText({ name: '材料', lines: linesOf(text) }));
    assert.equal(drafts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading')).length, 10_000);
  });

  it('widens marks from both ends at once, and the result stays as it is', () => {
    const { text, changed } = widenPunctuation(`${':'.repeat(500)}字${',;'.repeat(500)}`);
    assert.equal(text, `${'：'.repeat(500)}字${'，；'.repeat(500)}`);
    assert.equal(changed, 1500);
    assert.deepEqual(widenPunctuation(text), { text, changed: 0 });
    assert.equal(widenPunctuation('见附件(第((一))款)').text, '见附件（第（（一））款）');
  });
});

describe('ends of texts', () => {
  it('takes off the run at the end, and no more', () => {
    assert.equal(withoutEnd('落实。。。', /。/), '落实');
    assert.equal(withoutEnd('落。实', /。/), '落。实');
    assert.equal(withoutEnd('。。', /。/), '');
    assert.equal(joinedTrimmed('关于 \n  加强', ''), '关于加强');
  });

  it('parts who signs from when', () => {
    assert.deepEqual(textAtGap('市政府办公室  2026年3月1日'), { left: '市政府办公室', right: '2026年3月1日' });
    assert.equal(textAtGap('市政府办公室 2026年3月1日'), undefined);
    assert.equal(textAtGap('  2026年3月1日'), undefined);
    assert.equal(textAtGap('市政府  '), undefined);
  });
});
