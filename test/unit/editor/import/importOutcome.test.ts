import assert from 'node:assert/strict';
import { outcomeMessage } from '../../../../src/editor/import/importOutcome';
import { chinese, english } from '../support/localize';

type Outcome = Parameters<typeof outcomeMessage>;
const result = (missing: number, problems: number): Outcome[1] =>
  ({ missing: Array(missing).fill({}), problems: Array(problems).fill({}) }) as unknown as Outcome[1];
const choice = (articles: number): Outcome[2] =>
  ({ articles: Array(articles).fill({}), folder: { path: '/home/w/素材' } }) as unknown as Outcome[2];

describe('importOutcome', () => {
  it('says what was written, and nothing of what is not the matter', () => {
    assert.equal(outcomeMessage(english, result(0, 0), choice(3), 3, true), '3 article(s) imported.');
  });

  it('says what was there, what is missing, what was not taken in, and that search will not find it', () => {
    assert.equal(
      outcomeMessage(english, result(2, 1), choice(5), 4, false),
      '4 article(s) imported. 1 were there already. 2 promised article(s) are missing. 1 file(s) were not taken in. ' +
        'The folder “素材” is none of the library’s: search does not find them.',
    );
  });

  it('puts no blanks between Chinese sentences', () => {
    assert.doesNotMatch(outcomeMessage(chinese, result(2, 1), choice(5), 4, false), /[。！？] /);
  });
});
