import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/base/slices';
import { Concordance } from '../../../../src/completion/corpus/concordance';
import { article, concordanceOf, file, phraseFile } from '../phraseFixtures';

const find = (concordance: Concordance, text: string): readonly number[] => {
  const { start, end } = concordance.byText.find(Array.from(text, (c) => c.charCodeAt(0)));
  return Array.from({ length: end - start }, (_, index) => concordance.byText.at(start + index));
};

describe('Concordance', () => {
  it('says in which passage of which article a word stands', () => {
    const speech = article(file('讲话', '春耕生产全面展开。', '防汛备汛抓紧抓实。'), '讲话/1.md');
    const list = article(phraseFile('防汛抗旱', '春耕春播'), '短语/1.md');
    const concordance = concordanceOf(speech, list);
    const places = find(concordance, '防汛').map((position) => concordance.passageAt(position));
    assert.deepEqual(
      places.map((place) => [place?.article, place?.passage.text]).sort(),
      [
        [speech, '防汛备汛抓紧抓实。'],
        [list, '防汛抗旱'],
      ].sort(),
    );
    assert.equal(concordance.passageAt(0), undefined);
    assert.equal(concordance.passageAt(10_000), undefined);
  });

  it('holds entries without what stands below them: what is superseded or wrong is never offered', () => {
    const head = (category: string) => `---\ntitle: 样\ncategory: ${category}\n---\n\n`;
    const formulas = article(`${head('提法')}- 经营主体\n  - 旧提法：市场主体（2022年10月起）\n`, '提法/1.md');
    const quotations = article(`${head('典故')}- 民惟邦本，本固邦宁。\n  误引：常误作“民为邦本”。\n`, '典故/1.md');
    const concordance = concordanceOf(formulas, quotations);
    assert.deepEqual(
      ['经营主体', '民惟邦本', '市场主体', '民为邦本', '误引'].map((text) => find(concordance, text).length),
      [1, 1, 0, 0, 0],
    );
  });

  it('is after any changes as if built at once', () => {
    const texts = ['春耕生产全面展开。', '防汛备汛抓紧抓实。', '春耕备耕，防汛抗旱。', '抗旱保苗抓紧抓实。'];
    const articles = texts.map((text, index) => article(file('讲话', text), `${index}.md`));
    const subset = fc.subarray(articles);
    fc.assert(
      fc.property(fc.array(subset, { minLength: 1, maxLength: 5 }), (states) => {
        const concordance = new Concordance();
        let held: readonly (typeof articles)[number][] = [];
        for (const state of states) {
          const removed = new Set(held.filter((one) => !state.includes(one)));
          const added = state.filter((one) => !held.includes(one));
          finish(concordance.update(removed, added));
          held = state;
        }
        const fresh = concordanceOf(...held);
        for (const word of ['春耕', '防汛', '抓紧', '抗旱']) {
          const passages = (of: Concordance): readonly string[] =>
            find(of, word)
              .map((position) => of.passageAt(position)?.passage.text ?? '')
              .sort();
          assert.deepEqual(passages(concordance), passages(fresh));
        }
        assert.equal(concordance.byInitials.size, fresh.byInitials.size);
      }),
    );
  });

  it('notices when it holds more removed than living text', () => {
    const first = article(file('讲话', '春耕生产全面展开。'));
    const concordance = concordanceOf(first);
    assert.equal(concordance.wornOut, false);
    finish(concordance.update(new Set([first]), []));
    assert.equal(concordance.wornOut, true);
  });
});
