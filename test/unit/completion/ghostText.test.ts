import assert from 'node:assert/strict';
import type { CompletionContext } from '../../../src/completion/candidate';
import { engineOf, labels, phraseFile } from './phraseFixtures';

const files = { '短语/1.md': phraseFile('兴修农田水利设施', '抓春耕、保夏收、促秋播') };

describe('CompletionEngine, for ghost text', () => {
  it('predicts what is certain enough, and never while letters are typed', async () => {
    const { engine } = await engineOf(files, [], { certainty: 0.05 });
    const predict = (text: string) => engine.complete(text, text.length, { show: 'ghostText' }).ghost;
    assert.equal(predict('我们要抓春耕、保')?.insertText, '抓春耕、保夏收、促秋播');
    for (const text of ['我们要抓春耕、保x', "抓春耕x'", '`抓春耕、保', '---\ntitle: 抓春耕、保']) {
      assert.equal(predict(text), undefined, text);
    }
    const { engine: strict } = await engineOf(files, [], { certainty: 1 });
    assert.equal(strict.complete('我们要抓春耕、保', 8, { show: 'ghostText' }).ghost, undefined);
  });

  it('does not predict what goes on as a list offered already', async () => {
    const { engine } = await engineOf(files, [], { certainty: 0.05 });
    const predict = (rest: string) =>
      engine.complete('我们要抓春耕、保', 8, { show: 'ghostText', offered: [{ rest, first: false }] }).ghost
        ?.insertText;
    assert.equal(predict('促秋播'), '抓春耕、保夏收、促秋播');
    assert.equal(predict('夏收、促秋播'), undefined);
    assert.equal(predict('夏收'), undefined);
  });

  it('takes the place of the list, unless the writer asks for one: then it is not in it', async () => {
    const { engine } = await engineOf(files, [], { certainty: 0.05, threshold: 0 });
    const complete = (context: CompletionContext) => engine.complete('我们要抓春耕、保', 8, context);
    assert.deepEqual(labels(complete({ show: 'both' }).list), []);
    assert.equal(complete({ show: 'both' }).ghost?.label, '抓春耕、保夏收、促秋播');
    assert.deepEqual(labels(complete({ show: 'list' }).list), ['抓春耕、保夏收、促秋播']);
    assert.equal(complete({ show: 'list' }).ghost, undefined);
    assert.deepEqual(labels(complete({ show: 'both', deliberate: true }).list), []);
  });
});
