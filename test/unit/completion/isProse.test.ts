import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isProse } from '../../../src/completion/isProse';

function proseAt(marked: string): boolean {
  const offset = marked.indexOf('|');
  return isProse(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

const front = '---\ntitle: 甲\n---\n';

describe('isProse', () => {
  for (const text of [
    '|',
    '春耕|',
    '## 一、春耕|',
    '- 春耕|',
    '| 春耕 | 夏耘 |'.replace('耕', '耕|').replace('| ', ''),
    `${front}春耕|`,
    `${front}\n春耕|\n---\n`,
    '---\n\n春耕|',
    '春耕\n---\n夏耘|',
    '```\n代码\n```\n春耕|',
    '~~~\n```\n~~~\n春耕|',
    '```\n代码\n````\n春耕|',
    '用`ls`看春耕|',
    '用``a`b``看春耕|',
    '见 https://example.org/ 的春耕|',
    '见https://example.org春耕|',
    '[春耕](a.md)春耕|',
    '[春耕|](a.md)',
    '    春耕|',
    '````不是围栏` 春耕\n春耕|',
    'a```b\n春耕|',
    '---\n\n春耕|\n\n---\n',
    '---\n时间：春耕|\n---\n',
    '---\ntitle: 甲\n...\n春耕|',
    '1. 步骤\n    ```js\n    代码\n    ```\n春耕|',
    '> ```\n> 代码\n> ```\n> 春耕|',
    '$$\nx\n$$\n春耕|',
    '$$x$$\n春耕|',
    '收入$$春耕|',
  ]) {
    it(`is prose: ${JSON.stringify(text)}`, () => assert.equal(proseAt(text), true));
  }

  for (const text of [
    '---\ntitle: 春耕|\n---\n',
    '---\ntitle: 春耕|',
    '---|\ntitle: 春耕\n---\n',
    '---\ntitle: 春耕\n---|\n',
    '---\r\ntitle: 春耕|\r\n---\r\n',
    '```\n春耕|\n```',
    '```\n春耕|',
    '1. 步骤\n    ```js\n    春耕|',
    '- ```\n  春耕|',
    '> ```\n> 春耕|',
    '$$\n春耕|\n$$',
    '---\ntitle: 春耕|\n...\n',
    '```春耕|',
    '```\r\n春耕|\r\n```\r\n',
    '   ~~~ 甲\n春耕|\n~~~',
    '````\n```\n春耕|\n````',
    '~~~\n~~~ 甲\n春耕|',
    '`春耕|`',
    '`春耕|',
    '``春`耕|``',
    'https://example.org/kj|',
    'HTTP://example.org/?a=kj|',
    '见www.example.org/kj|',
    '[春耕](春耕|',
    '![春耕](图/春耕|.png)',
  ]) {
    it(`is not prose: ${JSON.stringify(text)}`, () => assert.equal(proseAt(text), false));
  }

  it('answers for any text and offset', () => {
    const text = fc.string({
      unit: fc.constantFrom('`', '~', '-', '\n', '\r', '水', ' ', ':', '/', '(', ']', 'w', '.'),
    });
    fc.assert(
      fc.property(text, fc.nat(40), (some, at) => typeof isProse(some, Math.min(at, some.length)) === 'boolean'),
    );
  });

  it('does not look at what comes after the line', () => {
    const text = fc.string({ unit: fc.constantFrom('`', '~', '\n', '水', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(isProse(before, before.length), isProse(`${before}\n${after}`, before.length));
      }),
    );
  });
});
