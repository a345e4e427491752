import assert from 'node:assert/strict';
import { plainTextSnippet } from '../../../src/draft/plainTextSnippet';

describe('plainTextSnippet', () => {
  it('takes the marks of headings away, and nothing else', () => {
    assert.equal(plainTextSnippet('# ${1:标题}\n\n### （一）甲\n\n- #乙 # 丙'), '${1:标题}\n\n（一）甲\n\n- #乙 # 丙');
  });
});
