import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import { DraftCategory } from '../../../../src/completion/ranking/draftCategory';
import { article, file, phraseFile } from '../phraseFixtures';

const speech = '同志们，春耕在即，我们要把水利设施管护好，把责任落实到每一个村组，让群众放心。';
const interview = '记者：请问灌区今年怎样供水？局长：灌区按照轮灌次序供水，下游优先。记者：谢谢局长。';

describe('DraftCategory', () => {
  const categories = new DraftCategory();
  const articles = [
    article(file('讲话', speech.repeat(6)), '讲话/1.md'),
    article(file('访谈', interview.repeat(6)), '访谈/1.md'),
    article(phraseFile(...Array.from({ length: 80 }, (_, index) => `同志们要抓好春耕${index}`)), '短语/1.md'),
  ];
  before(() => finish(categories.update(new Set(), articles)));

  it('believes the front matter', () => {
    for (const key of ['category: 讲话', 'category: "讲话"', '栏目：讲话']) {
      const text = `---\ntitle: 题\n${key}\n---\n\n${interview.repeat(3)}`;
      assert.equal(categories.of(text, text.length), '讲话', key);
    }
  });

  it('judges by the words', () => {
    const [one, other] = [speech.slice(0, 30).repeat(4), interview.slice(0, 30).repeat(4)];
    assert.equal(categories.of(one, one.length), '讲话');
    assert.equal(categories.of(other, other.length), '访谈');
  });

  it('says nothing of a few words, and of what could be either', () => {
    assert.equal(categories.of('同志们，', 4), undefined);
    const neutral = '甲乙丙丁戊己庚辛壬癸'.repeat(20);
    assert.equal(categories.of(neutral, neutral.length), undefined);
  });

  it('forgets articles that are gone', () => {
    const forgetful = new DraftCategory();
    finish(forgetful.update(new Set(), articles));
    finish(forgetful.update(new Set(articles), articles.slice(0, 1)));
    const text = interview.repeat(3);
    assert.notEqual(forgetful.of(text, text.length), '访谈');
  });
});
