import assert from 'node:assert/strict';
import { shippedCorpus } from '../../../bench/shippedCorpus';
import { BorrowedIndex } from '../../../src/draft/checks/borrowedIndex';
import { borrowedRule } from '../../../src/draft/checks/borrowedRule';
import { DraftChecker } from '../../../src/draft/checks/checkDraft';
import { formulaRules } from '../../../src/draft/checks/formulaRules';
import { rules } from '../../../src/draft/checks/rules';
import { parseFormulas } from '../../../src/draft/formulas';
import { collectionCategories, formulaCategory, phraseCategories } from '../../../src/library/categories';

describe('the shipped articles as drafts', () => {
  const corpus = shippedCorpus();
  const articles = corpus.filter(({ category }) => !collectionCategories.has(category));
  const formulas = corpus
    .filter(({ category }) => category === formulaCategory)
    .flatMap(({ text }) => parseFormulas(text));
  const index = new BorrowedIndex();
  for (const { id, text } of articles) index.add(id, text);
  index.setFormulas(
    corpus
      .filter(({ category }) => phraseCategories.has(category))
      .flatMap(({ passages }) => passages.map(({ text }) => text)),
  );

  it('give the checks nothing but placeholders, and borrow nothing from one another', () => {
    assert.ok(articles.length > 20);
    const found = articles.flatMap(({ id, text }) => {
      const borrowed = borrowedRule({ index, nameOf: (other) => other, isOther: (other) => other !== id });
      return new DraftChecker([...rules, ...formulaRules(formulas), borrowed])
        .check(text)
        .filter(({ rule }) => rule.id !== 'placeholder')
        .map(({ rule, offset, length }) => `${id}: ${rule.id}: ${text.slice(offset, offset + length)}`);
    });
    assert.deepEqual(found, []);
  }).timeout(10_000);
});
