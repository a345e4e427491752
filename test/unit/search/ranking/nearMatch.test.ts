import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closenessIn, nearlyIn } from '../../../../src/search/ranking/nearMatch';

const letters = ['科', '技', '创', '新', '人', '才'] as const;
const text = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((parts) => parts.join(''));

describe('nearlyIn', () => {
  const found = (whole: string, word: string): string | undefined => {
    const range = nearlyIn(whole, word);
    return range && whole.slice(range.start, range.end);
  };

  it('forgives one character that is wrong, missing, added or exchanged', () => {
    assert.equal(found('大力推进科技创新工作', '科枝创新'), '科技创新');
    assert.equal(found('大力推进科技创新工作', '科技创辛'), '科技创新');
    assert.equal(found('大力推进科技创新工作', '推进科创新'), '推进科技创新');
    assert.equal(found('大力推进科技创新工作', '科技的创新'), '科技创新');
    assert.equal(found('大力推进科技创新工作', '技科创新'), '科技创新');
  });

  it('forgives no more, and nothing in a short word', () => {
    assert.equal(found('大力推进科技创新工作', '科枝创辛'), undefined);
    assert.equal(found('大力推进科技创新工作', '科枝新'), undefined);
    assert.equal(found('科技', '科技创新'), undefined);
    assert.equal(found('', '科技创新'), undefined);
  });

  it('finds every word that was mistyped once, and gives a place inside the text', () => {
    fc.assert(
      fc.property(text(0, 8), text(4, 9), text(0, 8), fc.nat(), fc.nat(3), (before, word, after, at, how) => {
        const place = at % word.length;
        const [head, tail] = [word.slice(0, place), word.slice(place)];
        const typed = [
          `${head}误${tail.slice(1)}`,
          head + tail.slice(1),
          `${head}误${tail}`,
          head + tail.charAt(1) + tail.charAt(0) + tail.slice(2),
        ][how];
        const whole = before + word + after;
        const range = nearlyIn(whole, typed ?? '');
        if ((typed?.length ?? 0) < 4) return;
        assert.ok(range, `${typed ?? ''} in ${whole}`);
        assert.ok(range.start >= 0 && range.start < range.end && range.end <= whole.length);
      }),
    );
  });
});

describe('closenessIn', () => {
  it('tells how close the characters of a word stand in their order', () => {
    assert.equal(closenessIn('不得改变主体结构及其附属设施', '改变主体及其附属'), 8 / 10);
    assert.equal(closenessIn('改变颜色，改变主体结构及其附属设施', '改变主体及其附属'), 8 / 10);
    assert.equal(closenessIn('改变主体及其附属', '改变主体及其附属'), 1);
  });

  it('is nothing where one is missing, out of order or far away, and for a short word', () => {
    assert.equal(closenessIn('不得改变主体结构及附属设施', '改变主体及其附属'), 0);
    assert.equal(closenessIn('附属设施及其主体结构不得改变', '改变主体及其附属'), 0);
    assert.equal(closenessIn('改变主体结构、外观和颜色的，由其所在单位处理，及其附属', '改变主体及其附属'), 0);
    assert.equal(closenessIn('科学技术创造新的', '科技创新'), 0);
  });
});
