import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/base/slices';
import { TermIndex } from '../../../../src/search/index/termIndex';
import { isLoneHan, tokenize } from '../../../../src/search/index/tokenize';

const flat = (index: TermIndex, token: string): number[] => index.postings(token).flatMap((list) => Array.from(list));

/** What an index should say, counted the simple way. */
function expected(texts: readonly string[]): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (const [id, text] of texts.entries()) {
    for (const token of new Set(tokenize(text))) lists.set(token, [...(lists.get(token) ?? []), id]);
  }
  return lists;
}

function check(index: TermIndex, texts: readonly string[]): void {
  const lists = expected(texts);
  assert.deepEqual([...index.entries()].map(([token]) => token).sort(), [...lists.keys()].sort());
  for (const [token, ids] of lists) {
    // A lone Han character is found by the pairs that hold it.
    if (isLoneHan(token)) continue;
    assert.deepEqual(flat(index, token), ids, token);
    assert.equal(index.documentFrequency(token), ids.length);
  }
}

describe('TermIndex', () => {
  const pieces = fc.constantFrom('稳', '中', '求', '进', '𠮷', 'a', '7', '，', ' ', 'ai');
  const texts = fc.array(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    { maxLength: 12 },
  );

  it('lists the texts of every token: as added, sealed, and added to when sealed', () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const index = new TermIndex();
        for (const [id, text] of first.entries()) index.add(id, text);
        check(index, first);
        const sealed = finish(index.seal((id) => id));
        check(sealed, first);
        for (const [at, text] of second.entries()) sealed.add(first.length + at, text);
        check(sealed, [...first, ...second]);
        check(finish(sealed.seal((id) => id)), [...first, ...second]);
      }),
    );
  });

  it('keeps long lists whole', () => {
    const index = new TermIndex();
    const many = 20_000;
    for (let id = 0; id < many; id++) index.add(id, id % 3 === 0 ? '稳中求进' : '稳中');
    const all = Array.from({ length: many }, (_, id) => id);
    assert.deepEqual(flat(index, '稳中'), all);
    assert.deepEqual(
      flat(finish(index.seal((id) => (id % 2 === 0 ? id / 2 : -1))), '求进'),
      all.filter((id) => id % 6 === 0).map((id) => id / 2),
    );
  });

  it('tells many tokens apart', () => {
    const index = new TermIndex();
    const pair = (id: number): string => String.fromCharCode(0x4e00 + (id % 200), 0x5e00 + Math.floor(id / 200));
    for (let id = 0; id < 30_000; id++) index.add(id, pair(id));
    for (let id = 0; id < 30_000; id += 7) assert.deepEqual(flat(index, pair(id)), [id]);
    assert.deepEqual(flat(index, '不在'), []);
  });

  it('has the tokens that came after they were first sorted among them', () => {
    const index = new TermIndex();
    index.add(0, '稳中');
    assert.deepEqual(index.vocabulary.pairs('w', 'z'), ['稳中']);
    index.add(1, '文章，稳中，ai');
    assert.deepEqual([...index.vocabulary.pairs('w', 'z')].sort(), ['文章', '稳中'].sort());
    assert.deepEqual(index.vocabulary.words('a'), ['ai']);
    assert.deepEqual(flat(index, '稳'), [0, 1]);
    assert.equal(index.documentFrequency('稳'), 2);
  });
});
