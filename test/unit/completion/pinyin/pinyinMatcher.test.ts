import assert from 'node:assert/strict';
import { PhraseFinder } from '../../../../src/completion/sources/phraseFinder';
import { engineOf, labels, offered, phraseFile } from '../phraseFixtures';

describe('PinyinMatcher', () => {
  it('reads one syllable as a character, before it takes it apart', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('高标准农田建设', '港澳大桥通车', '关键技术攻关') });
    assert.deepEqual(labels(offered(engine, '要gao|'))[0], '高标准农田建设');
    assert.deepEqual(labels(offered(engine, '要guan|'))[0], '关键技术攻关');
  });

  it('finds a phrase that begins with what nothing else begins with', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('着力破解难题', '与会代表') });
    for (const text of ['要zlpj|', '要zhuolipojie|', '要着力破|']) {
      assert.deepEqual(labels(offered(engine, text)), ['着力破解难题'], text);
    }
  });

  it('looks at no more places of a large library for many words than for a few', async () => {
    const phrases = ['工作', '改造'].flatMap((word) =>
      Array.from({ length: 2000 }, (_, at) => word + String.fromCharCode(0x4e00 + at, 0x5e00 + at)),
    );
    const { engine } = await engineOf({ '短语/1.md': phraseFile(...phrases) });
    const own = Object.getOwnPropertyDescriptor(PhraseFinder.prototype, 'continuations')?.value as (
      ...all: Parameters<PhraseFinder['continuations']>
    ) => ReturnType<PhraseFinder['continuations']>;
    let looks = 0;
    PhraseFinder.prototype.continuations = function (range, typed, sample) {
      if (typed === 0) looks += Math.min(range.end - range.start, sample ?? Infinity);
      return own.call(this, range, typed, sample);
    };
    try {
      offered(engine, '要gz|');
    } finally {
      PhraseFinder.prototype.continuations = own;
    }
    assert.ok(looks > 0 && looks <= 2600, String(looks));
  });
});
