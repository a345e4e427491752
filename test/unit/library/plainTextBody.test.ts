import assert from 'node:assert/strict';
import type { Body } from '../../../src/library/body';
import { plainTextBody } from '../../../src/library/plainTextBody';
import { finish } from '../../../src/base/slices';

const read = (text: string, from = 0, line = 0): Body => finish(plainTextBody(text, from, text.length, line));

describe('plainTextBody', () => {
  it('takes every line with words for a paragraph', () => {
    assert.deepEqual(read('\u3000\u3000甲。\n\n# 乙\n————\n- 丙\n').blocks, [
      { text: '甲。', offset: 2, line: 0, listItem: false },
      { text: '# 乙', offset: 6, line: 2, listItem: false },
      { text: '- 丙', offset: 15, line: 4, listItem: false },
    ]);
  });

  it('takes short numbered lines that end without a mark for headings', () => {
    assert.deepEqual(read('一、总体要求\n（一）指导思想\n(二)原则\n十二、保障').headings, [
      { text: '一、总体要求', level: 1, line: 0 },
      { text: '（一）指导思想', level: 2, line: 1 },
      { text: '(二)原则', level: 2, line: 2 },
      { text: '十二、保障', level: 1, line: 3 },
    ]);
  });

  it('leaves sentences, long lines and other numbers to the text', () => {
    const lines = [
      '一、要抓春耕。',
      '（一）要求如下：',
      `一、${'春'.repeat(40)}`,
      '1.甲',
      '（1）乙',
      '一是丙',
      '第一，丁',
    ];
    const { headings, blocks } = read(lines.join('\n'));
    assert.deepEqual(headings, []);
    assert.deepEqual(
      blocks.map(({ text }) => text),
      lines,
    );
  });

  it('begins at the offset and line it is given', () => {
    assert.deepEqual(read('前\n甲', 2, 1).blocks, [{ text: '甲', offset: 2, line: 1, listItem: false }]);
  });

  it('takes many lines in steps', () => {
    assert.ok([...plainTextBody('甲\n'.repeat(5000), 0, 10_000, 0)].length >= 10);
  });
});
