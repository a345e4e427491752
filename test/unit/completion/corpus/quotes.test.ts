import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PrefixTable } from '../../../../src/completion/corpus/prefixTable';
import { QuoteTable } from '../../../../src/completion/corpus/quotes';
import { article, file } from '../phraseFixtures';

const quote = '渠不修则水不至，水不至则田不丰。';
const other = '渠长一尺，田宽一丈。';
const collection = article(file('金句', `- ${quote}`, `- ${other}`));

function tableOf(): QuoteTable {
  const table = new QuoteTable();
  table.update(new Set(), [collection]);
  return table;
}

describe('QuoteTable', () => {
  const begun = (before: string): readonly (readonly [string, number])[] =>
    tableOf()
      .begun(before)
      .map(({ passage, typed }) => [passage.text, typed]);

  it('finds a quote by three characters at the start of a sentence or clause', () => {
    for (const before of ['渠不修', '- 渠不修', '俗话说，渠不修', '俗话说：“渠不修', '他说完了。渠不修']) {
      assert.deepEqual(begun(before), [[quote, 3]], before);
    }
  });

  it('goes on after the first clause of a quote', () => {
    assert.deepEqual(begun('俗话说得好。渠不修则水不至，水'), [[quote, 9]]);
  });

  it('does not find it by less, in the middle of a clause, or when it is complete', () => {
    for (const before of ['渠不', '我们渠不修', quote, '水不至则', '']) assert.deepEqual(begun(before), [], before);
  });

  it('finds quotes by their pinyin: first letters, in full, or both', () => {
    const spelled = (pinyin: string): readonly string[] =>
      tableOf()
        .spelled(pinyin)
        .map(({ passage }) => passage.text);
    for (const pinyin of ['qcyc', 'quchangyich', 'qchangy', 'qcyctk'])
      assert.deepEqual(spelled(pinyin), [other], pinyin);
    for (const pinyin of ['qc', 'quch', 'quzhangyichi', 'qcycd']) assert.deepEqual(spelled(pinyin), [], pinyin);
  });

  it('forgets the quotes of a removed article', () => {
    const table = tableOf();
    table.update(new Set([collection]), []);
    assert.deepEqual(table.begun('渠不修'), []);
  });
});

describe('PrefixTable', () => {
  it('finds what begins with a prefix, in order, however it was filled', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '水'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(key), fc.array(key), key, fc.nat(5), (first, second, prefix, limit) => {
        const table = new PrefixTable(first.map((one) => [one, one]));
        table.add(second.map((one) => [one, one]));
        table.remove((one) => one.endsWith('b'));
        const expected = [...first, ...second].filter((one) => one.startsWith(prefix) && !one.endsWith('b')).sort();
        assert.deepEqual(table.find(prefix, limit), expected.slice(0, limit));
      }),
    );
  });
});
