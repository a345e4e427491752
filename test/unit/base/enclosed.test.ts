import assert from 'node:assert/strict';
import { enclosed, replaceEnclosed } from '../../../src/base/enclosed';

describe('enclosed', () => {
  it('finds what stands between marks as an expression does', () => {
    const expression = /<!--[\s\S]*?-->/g;
    const pieces = ['<!--', '-->', '甲', '<!-->', '\n', '--'];
    for (let seed = 0; seed < pieces.length ** 5; seed++) {
      let text = '';
      for (let rest = seed, turn = 0; turn < 5; turn++, rest = Math.floor(rest / pieces.length))
        text += pieces[rest % pieces.length] ?? '';
      const found = [...enclosed(text, '<!--', '-->')].map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(found, text.match(expression) ?? [], text);
      assert.equal(
        replaceEnclosed(text, '<!--', '-->', (one) => `${one.length}`),
        text.replace(expression, (one) => `${one.length}`),
      );
    }
  });
});
