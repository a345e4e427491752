import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isForeign, latinRun } from '../../../src/completion/pinyin/pinyinInput';
import { spellings } from '../../../src/completion/pinyin/pinyinSegmentation';

function runAt(marked: string): string {
  const offset = marked.indexOf('|');
  return latinRun(marked.replace('|', ''), offset);
}

describe('latinRun', () => {
  for (const [text, latin] of [
    ['推进kjcx|', 'kjcx'],
    ['推进，kejichuang|', 'kejichuang'],
    ['“kj|', 'kj'],
    ['kj|', 'kj'],
    ['## kj|', 'kj'],
    ['- kj|', 'kj'],
    ['春耕生产\n\nkj|', 'kj'],
    ["推进xi'an|", "xi'an"],
    ['推进k|', ''],
    ['推进KJ|', ''],
    ['推进Kj|', ''],
    ['推进 kj|', ''],
    ['a kj|', ''],
    ['5kj|', ''],
    ['推进kj|cx', ''],
    ['推进kj|5', ''],
    ['An English paragraph\n\nand|', ''],
    ['推进|', ''],
    ['|', ''],
  ] as const) {
    it(`takes ${latin || 'nothing'} from ${JSON.stringify(text)}`, () => assert.equal(runAt(text), latin));
  }
});

describe('isForeign', () => {
  for (const [text, foreign] of [
    ['推进k|', false],
    ['推进AI|', false],
    ['|', false],
    ['an|', false],
    ['2025|', false],
    ['一段中文\n\nan|', false],
    ['An English paragraph\n\nand|', true],
    ['An English paragraph\n\n推进|', false],
  ] as const) {
    it(`is ${foreign} at ${JSON.stringify(text)}`, () => {
      assert.equal(isForeign(text.replace('|', ''), text.indexOf('|')), foreign);
    });
  }
});

describe('spellings', () => {
  const initialsOf = (latin: string): readonly string[] => spellings(latin).map(({ initials }) => initials);

  for (const [latin, initials] of [
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
    it(`reads ${latin} as ${initials}`, () => assert.ok(initialsOf(latin).includes(initials)));
  }

  it('gives nothing for what cannot be pinyin', () => {
    for (const latin of ['uv', 'ikj', 'kjiu'.repeat(20)]) assert.deepEqual(spellings(latin), []);
  });

  it('puts what is spelt in full before what is spelt by some first letters', () => {
    assert.equal(initialsOf('quanmian')[0], 'qm');
    assert.equal(initialsOf('fangan')[0], 'fa');
    assert.ok(initialsOf('fangan').includes('fg'));
    assert.deepEqual(
      spellings('kejizl').map(({ cost }) => cost),
      spellings('kejizl')
        .map(({ cost }) => cost)
        .sort((a, b) => a - b),
    );
  });

  it('does not take first letters on both sides of a short syllable', () => {
    for (const latin of ['should', 'swok']) {
      assert.ok(
        spellings(latin).every(({ initials }) => initials.length !== latin.length - 1),
        latin,
      );
    }
  });

  it('gives few readings of anything, each made of first letters of its parts', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'aeiouhngzsckjqxv'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(latin, (letters) => {
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
