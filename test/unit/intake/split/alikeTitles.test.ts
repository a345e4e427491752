import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/base/slices';
import { alikeTexts } from '../../../../src/intake/split/alikeTitles';
import { similarity } from '../../../../src/text/characters';

/** Titles of which many differ by a character or two. */
const title = fc
  .tuple(
    fc.constantFrom('关于进一步加强安全生产工作', '在全市科技创新大会上的讲话稿', '甲甲甲甲甲甲甲甲甲甲甲'),
    fc.array(fc.tuple(fc.nat(12), fc.constantFrom('', '的', '甲', '全', '工作')), { maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce<string>((whole, [at, by]) => whole.slice(0, at) + by + whole.slice(at + 1), text),
  );
const titles = fc.uniqueArray(title, { maxLength: 12 });

describe('alikeTexts', () => {
  it('finds what comparing each with each finds', () => {
    fc.assert(
      fc.property(titles, titles, (wanted, given) => {
        const found = finish(alikeTexts(wanted, given));
        for (const one of wanted) {
          const expected = given.filter(
            (text) => Math.abs(text.length - one.length) <= one.length / 5 && similarity(text, one) >= 0.9,
          );
          assert.deepEqual(found.get(one), expected);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
