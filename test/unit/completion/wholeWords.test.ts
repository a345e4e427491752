import assert from 'node:assert/strict';
import { engineOf, file, labels, offered, phraseFile } from './phraseFixtures';

describe('what is offered', () => {
  it('begins at a word, behind an enumeration comma, too', async () => {
    const sentences = ['农机、农技推广体系不健全', '农机、农技推广人员不足', '农机、农技推广经费不够'];
    const { engine } = await engineOf({ '甲/1.md': file('甲', ...sentences.map((text) => `问题是水利、${text}。`)) });
    const found = labels(offered(engine, '水利、农机、|'));
    assert.ok(found.length > 0);
    for (const label of found) assert.match(label, /^(?:水利|农机)/);
  });

  it('begins no word within the last one that was typed', async () => {
    const { engine } = await engineOf({ '甲/1.md': file('甲', '渠道要上下功夫。', '全县上下联动。') });
    const found = labels(offered(engine, '全乡上下|'));
    assert.ok(
      found.some((label) => label.endsWith('联动')),
      found.join(' '),
    );
    for (const label of found) assert.doesNotMatch(label, /功夫/);
  });

  it('tears no quotation marks apart', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('推行“浇水包干制”管理办法') });
    for (const { insertText } of offered(engine, '浇水包干|')) assert.ok(!insertText.includes('”'), insertText);
    assert.ok(labels(offered(engine, '推行“浇水包干|')).some((label) => label.endsWith('包干制”管理办法')));
  });

  it('is not what the clause before says', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('一半是水利工程师', '一半是种粮大户') });
    assert.ok(labels(offered(engine, '一半是|')).includes('一半是水利工程师'));
    const again = labels(offered(engine, '评审组一半是水利工程师，一半是|'));
    assert.ok(again.includes('一半是种粮大户'));
    assert.ok(!again.includes('一半是水利工程师'));
  });

  it('does not begin with what is typed', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('一级抓一级、层层抓落实', '一级抓一级') });
    const whole = offered(engine, '一级抓一级|').filter(({ insertText }) => insertText.includes('层层'));
    assert.deepEqual(
      whole.map(({ replaces }) => replaces),
      [5],
    );
  });

  it('is no quote that stands in the draft', async () => {
    const quote = '渠不修则水不至，水不至则田不丰，田不丰则仓不实。';
    const { engine } = await engineOf({ '金句/1.md': file('金句', `- ${quote}`) });
    assert.ok(labels(offered(engine, '老话说，渠不修|')).includes(quote));
    assert.ok(!labels(offered(engine, `${quote}\n\n老话说，渠不修|`)).includes(quote));
  });

  it('is looked for near the place, however long the lines of a draft', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('兴修水利') });
    const filler = '群众生产发展'.repeat(2000);
    let longest = 0;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its segmenter below
    const { segment } = Intl.Segmenter.prototype;
    Intl.Segmenter.prototype.segment = function (text: string): Intl.Segments {
      longest = Math.max(longest, text.length);
      return segment.call(this, text);
    };
    try {
      assert.ok(offered(engine, `${filler}塘堰清淤工作方案${filler}塘堰清淤|`).length > 0);
    } finally {
      Intl.Segmenter.prototype.segment = segment;
    }
    // Its time grows faster than what it is given.
    assert.ok(longest > 0 && longest < 100, String(longest));
  });
});
