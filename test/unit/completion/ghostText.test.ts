import assert from 'node:assert/strict';
import { engineOf, phraseFile } from './phraseFixtures';

const files = { '短语/1.md': phraseFile('兴修农田水利设施', '抓春耕、保夏收、促秋播') };

describe('CompletionEngine, for ghost text', () => {
  it('predicts what is certain enough, and never while letters are typed', async () => {
    const { engine } = await engineOf(files, [], { certainty: 0.05 });
    const predict = (text: string) => engine.predict(text, text.length);
    assert.equal(predict('我们要抓春耕、保')?.insertText, '抓春耕、保夏收、促秋播');
    for (const text of ['我们要抓春耕、保x', "抓春耕x'", '`抓春耕、保', '---\ntitle: 抓春耕、保']) {
      assert.equal(predict(text), undefined, text);
    }
    const { engine: strict } = await engineOf(files, [], { certainty: 1 });
    assert.equal(strict.predict('我们要抓春耕、保', 8), undefined);
  });

  it('does not predict what goes on as a list offered already', async () => {
    const { engine } = await engineOf(files, [], { certainty: 0.05 });
    const predict = (offered: readonly string[]) => engine.predict('我们要抓春耕、保', 8, { offered })?.insertText;
    assert.equal(predict(['促秋播']), '抓春耕、保夏收、促秋播');
    assert.equal(predict(['夏收、促秋播']), undefined);
    assert.equal(predict(['夏收']), undefined);
  });
});
