import assert from 'node:assert/strict';
import fc from 'fast-check';
import { segmentations } from '../../../../src/completion/pinyin/pinyinSegmentation';

describe('segmentations', () => {
  const initialsOf = (pinyin: string): readonly string[] => segmentations(pinyin).map(({ initials }) => initials);

  for (const [pinyin, initials] of [
    ['kjcx', 'kjcx'],
    ['keji', 'kj'],
    ['kejichuangxin', 'kjcx'],
    ['kejichuangx', 'kjcx'],
    ['kjzlziqiang', 'kjzlzq'],
    ['zhsh', 'zs'],
    ["xi'an", 'xa'],
    ['xian', 'x'],
    ['xian', 'xa'],
    ['anquan', 'aq'],
    ['erge', 'eg'],
    ['lvse', 'ls'],
    ['lüse', 'ls'],
    ['kejichengguojdzh', 'kjcgjdzh'],
    ['shixiangaozhiliangfazhan', 'sxgzlfz'],
    ['quanmianjs', 'qmjs'],
    ['quanmjianshe', 'qmjs'],
  ] as const) {
    it(`reads ${pinyin} as ${initials}`, () => assert.ok(initialsOf(pinyin).includes(initials)));
  }

  it('gives nothing for what cannot be pinyin', () => {
    for (const pinyin of ['uv', 'ikj', 'kjiu'.repeat(20)]) assert.deepEqual(segmentations(pinyin), []);
  });

  it('puts what is spelt in full before what is spelt by some first letters', () => {
    assert.equal(initialsOf('quanmian')[0], 'qm');
    assert.equal(initialsOf('fangan')[0], 'fa');
    assert.ok(initialsOf('fangan').includes('fg'));
    assert.deepEqual(
      segmentations('kejizl').map(({ cost }) => cost),
      segmentations('kejizl')
        .map(({ cost }) => cost)
        .sort((a, b) => a - b),
    );
  });

  it('does not take first letters on both sides of a short syllable', () => {
    for (const pinyin of ['should', 'swok']) {
      assert.ok(
        segmentations(pinyin).every(({ initials }) => initials.length !== pinyin.length - 1),
        pinyin,
      );
    }
  });

  it('gives few readings of anything, each made of first letters of its parts', () => {
    const pinyin = fc.string({ unit: fc.constantFrom(...'aeiouhngzsckjqxv'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pinyin, (letters) => {
        const readings = initialsOf(letters);
        assert.ok(readings.length <= 32);
        for (const reading of readings) {
          assert.equal(reading.charAt(0), letters.charAt(0));
          // A subsequence.
          let at = 0;
          for (const letter of letters) if (letter === reading.charAt(at)) at++;
          assert.equal(at, reading.length);
        }
      }),
    );
  });
});
