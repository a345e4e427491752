import assert from 'node:assert/strict';
import type { Evidence } from '../../../../src/completion/ranking/likelihood';
import { likelihood } from '../../../../src/completion/ranking/likelihood';

const none = { count: 0, total: 0 };
const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  length: 4,
  typed: 3,
  opens: undefined,
  insideWord: false,
  whole: false,
  library: { count: 3, total: 6, branches: 2 },
  spread: 2,
  afterTwo: none,
  afterFour: none,
  ...change,
});

describe('likelihood', () => {
  const plain = likelihood(evidence());

  it('is a probability', () => {
    assert.ok(plain > 0 && plain < 1);
    const sampled = likelihood(evidence({ library: { count: 12, total: 10, branches: 1 } }));
    assert.ok(sampled > 0 && sampled < 1);
  });

  for (const [what, change] of [
    ['more of what was typed matches', { typed: 6 }],
    ['the library goes on like this more often', { library: { count: 5, total: 6, branches: 2 } }],
    ['the library goes on in fewer ways', { library: { count: 3, total: 6, branches: 1 } }],
    ['more articles have it', { spread: 4 }],
    ['the draft has it', { afterTwo: { count: 1, total: 1 } }],
    ['the draft has it after the same words', { afterFour: { count: 1, total: 1 } }],
    ['the clause begins with it', { opens: 'clause' }],
    ['it is a phrase of a list', { whole: true }],
    ['it is shorter', { length: 2 }],
  ] as const) {
    it(`rises when ${what}`, () => assert.ok(likelihood(evidence(change)) > plain));
  }

  it('falls when the draft went on differently', () => {
    assert.ok(likelihood(evidence({ afterTwo: { count: 0, total: 5 } })) < plain);
  });
});
