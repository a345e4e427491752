import assert from 'node:assert/strict';
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
});
