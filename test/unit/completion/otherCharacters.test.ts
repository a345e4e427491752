import assert from 'node:assert/strict';
import { engineOf, file, labels, offered, phraseFile } from './phraseFixtures';

const files = {
  '短语/1.md': phraseFile('𠮷祥如意迎新春', 'AI赋能千行百业', '5G网络全覆盖'),
  '讲话/1.md': file('讲话', '我们要𠮷祥如意迎新春。我们要AI赋能千行百业。我们要5G网络全覆盖。建成3处泵站。'),
};

describe('what begins with other than common characters', () => {
  for (const [text, label] of [
    ['𠮷祥|', '𠮷祥如意迎新春'],
    ['要AI赋|', 'AI赋能千行百业'],
    ['AI赋能千|', 'AI赋能千行百业'],
    ['5G网|', '5G网络全覆盖'],
    ['要5G网络全|', '5G网络全覆盖'],
  ] as const) {
    it(`offers ${label} at ${text}`, async () => {
      const { engine } = await engineOf(files);
      assert.ok(labels(offered(engine, text)).includes(label), labels(offered(engine, text)).join(' '));
    });
  }

  it('takes no blank of the draft and no copy of the one that is filled in for words to offer', async () => {
    const { engine } = await engineOf({});
    assert.deepEqual(labels(offered(engine, '〔青石岭水库除险方案〕\n\n今年，青石岭|')), []);
    const draft = '做好灌区改造有关事项。\n\n关于灌区改造|的通知';
    assert.deepEqual(labels(offered(engine, draft, { copies: [draft.indexOf('有关')] })), []);
  });
});
