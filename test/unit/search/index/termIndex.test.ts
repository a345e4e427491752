import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Index } from 'flexsearch';
import { finish } from '../../../../src/base/slices';
import type { PostingMap } from '../../../../src/search/index/flexSearch';
import { postingMap } from '../../../../src/search/index/flexSearch';
import { TermIndex } from '../../../../src/search/index/termIndex';
import { tokenize } from '../../../../src/search/index/tokenize';

/** Texts of few characters, so that tokens repeat; rare Han take two units. */
const text = fc.string({ unit: fc.constantFrom(...'科技创新稳𠮷𡈽ab1年，+ '), maxLength: 30 });
const texts = fc.array(fc.record({ text, flushed: fc.boolean() }), { maxLength: 30 });

const lists = (map: PostingMap): Record<string, readonly number[]> =>
  Object.fromEntries([...map.entries()].map(([token, slot]) => [token, Array.from(slot[0])]));
const listsOf = (index: TermIndex): Record<string, readonly number[]> =>
  Object.fromEntries([...index.entries()].map(([token, own]) => [token, own.flatMap((list) => Array.from(list))]));

/** What FlexSearch itself makes of the texts. */
function ownLists(all: readonly (readonly [id: number, text: string])[]): Record<string, readonly number[]> {
  const index = new Index({ encode: tokenize, resolution: 1 });
  for (const [id, one] of all) index.add(id, one);
  return lists(postingMap(index));
}

describe('TermIndex', () => {
  it('has the lists that FlexSearch makes, whatever is put into them together', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const index = new TermIndex();
        for (const [id, one] of all.entries()) {
          index.add(id, one.text);
          if (one.flushed) finish(index.flush());
        }
        finish(index.flush());
        assert.deepEqual(listsOf(index), ownLists(all.map((one, id) => [id, one.text] as const)));
      }),
    );
  });

  it('has them when it is sealed and added to, without what was left out and under the new numbers', () => {
    fc.assert(
      fc.property(texts, texts, fc.func(fc.boolean()), (all, later, stays) => {
        const index = new TermIndex();
        for (const [id, one] of all.entries()) index.add(id, one.text);
        finish(index.flush());
        const kept = all.flatMap((_, id) => (stays(id) ? [id] : []));
        const sealed = finish(index.seal((id) => kept.indexOf(id)));
        for (const [at, one] of later.entries()) sealed.add(kept.length + at, one.text);
        finish(sealed.flush());
        const wanted = [...kept.map((id) => all[id]), ...later].map((one, id) => [id, one?.text ?? ''] as const);
        assert.deepEqual(listsOf(sealed), ownLists(wanted));
        for (const [token, list] of Object.entries(ownLists(wanted))) {
          if ([...token].length > 1)
            assert.deepEqual(
              sealed.postings(token).flatMap((part) => Array.from(part)),
              list,
            );
        }
      }),
    );
  });

  it('takes more different pairs at once than a block has room for at first', () => {
    const index = new TermIndex();
    const long = String.fromCharCode(...Array.from({ length: 15_000 }, (_, at) => 0x4e00 + at));
    index.add(0, long);
    index.add(1, long);
    finish(index.flush());
    const found = [...index.entries()];
    assert.equal(found.length, long.length - 1);
    assert.ok(found.every(([, own]) => own.length === 1 && own[0]?.length === 2));
  });
});
