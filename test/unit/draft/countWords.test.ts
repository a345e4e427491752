import assert from 'node:assert/strict';
import { countWords } from '../../../src/draft/countWords';

describe('字数', () => {
  it('counts as Word does', () => {
    for (const [text, count] of [
      ['增长6.5%。', 4],
      ['GB/T 9704—2012', 4],
      ['“十五五”时期……', 9],
      ['使用 VS Code 编辑', 6],
      ['', 0],
    ] as const)
      assert.equal(countWords(text, 'plaintext'), count, text);
  });

  it('leaves front matter and the marks of Markdown aside', () =>
    assert.equal(
      countWords('---\ntitle: 甲\n---\n\n# 标题\n\n**重点**工作 <!-- 注 -->\n\n| 甲 | 乙 |\n| - | - |'),
      10,
    ));
});
