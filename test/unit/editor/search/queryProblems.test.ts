import assert from 'node:assert/strict';
import { describeQueryProblem } from '../../../../src/editor/search/queryProblems';
import type { QueryProblem } from '../../../../src/search/query/query';
import { chinese, english } from '../support/localize';

const codes: Readonly<Record<QueryProblem['code'], true>> = {
  unclosedQuote: true,
  emptyQuote: true,
  emptyFilter: true,
  emptyExclusion: true,
  onlyExclusions: true,
  tooLong: true,
};

describe('queryProblems', () => {
  it('say what is wrong, each in a sentence of its own', () => {
    const all = Object.keys(codes) as QueryProblem['code'][];
    for (const t of [english, chinese]) {
      const sentences = all.map((code) => describeQueryProblem(t, { code } as QueryProblem));
      assert.equal(new Set(sentences).size, all.length);
      for (const sentence of sentences) assert.match(sentence, /[.。]$/);
    }
  });
});
