import assert from 'node:assert/strict';
import { usefulness } from '../../../../src/completion/ranking/usefulness';

describe('usefulness', () => {
  it('asks more of a list behind a word that ends most of its clauses', () => {
    assert.ok(usefulness(0.3, 0.05) > 0.15);
    assert.ok(usefulness(0.3, 0.6) < 0.15);
  });

  it('shows what is nearly certain behind any word', () => assert.ok(usefulness(0.95, 0.9) > 0.15));

  it('is a probability, whatever it is told', () => {
    for (const covered of [0, 1e-9, 0.5, 1])
      for (const ends of [0, 0.5, 1]) {
        const result = usefulness(covered, ends);
        assert.ok(result >= 0 && result <= 1, `${covered} ${ends}: ${result}`);
      }
  });
});
