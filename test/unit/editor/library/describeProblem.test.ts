import assert from 'node:assert/strict';
import { describeProblem } from '../../../../src/editor/library/describeProblem';
import type { Problem } from '../../../../src/library/problem';
import { chinese, english } from '../support/localize';

const codes: Readonly<Record<Problem['code'], true>> = {
  unreadable: true,
  tooLarge: true,
  binary: true,
  empty: true,
  frontMatter: true,
  encoding: true,
};

describe('describeProblem', () => {
  it('names the file as people know it, and says something of its own for each problem', () => {
    const all = Object.keys(codes) as Problem['code'][];
    for (const t of [english, chinese]) {
      const sentences = all.map((code) =>
        describeProblem(t, { code, uri: `file:///w/${encodeURIComponent('讲话 稿.md')}` } as Problem),
      );
      assert.equal(new Set(sentences).size, all.length);
      for (const sentence of sentences) assert.match(sentence, /讲话 稿\.md.*[.。]$/);
    }
  });
});
