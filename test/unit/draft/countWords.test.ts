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
      countWords(
        '---\ntitle: 甲\n---\n\n# 标题\n\n**重点**工作 <!-- 注 -->\n\n| 甲 | 乙 |\n| - | - |\n\n---\n\n```\n码\n```',
      ),
      8,
    ));

  it('counts what a reader of Markdown sees', () => {
    for (const [text, count] of [
      ['详见[通知](https://example.com/a%20b "题")。', 5],
      ['详见[通知](内网/通知.md)、[附表][1]。', 8],
      ['见 <https://example.com>', 2],
      ['![图一](a.png)正文', 2],
      ['*强调*、_斜体_、__粗体__、***粗斜***、~~删去~~、`代码`', 17],
      ['<b>粗</b>体<br/>换行', 4],
      ['**一、甲。**正文', 6],
      ['3\\*4', 1],
      ['a_b_c 2 * 3', 4],
      ['| **甲** | - | a\\|b |\n| :-: | --- | - |\n| 乙 | - | |', 5],
    ] as const)
      assert.equal(countWords(text), count, text);
  });

  it('takes plain text as it stands', () => assert.equal(countWords('*强调* https://a.cn', 'plaintext'), 5));
});
