import assert from 'node:assert/strict';
import { rarest } from '../../../src/shared/alternatives';
import { BinaryRows } from '../../../src/shared/binaryRows';
import { chains, homophonePlaces, pairsOf, syllablePlaces } from '../../../src/shared/soundAlike';

/** A library in which only some pairs of characters stand. */
const counting =
  (counts: Readonly<Record<string, number>>) =>
  (token: string): number =>
    counts[token] ?? 0;

describe('candidates of a shared library', () => {
  it('are words that the letters spell, in all ways to cut them up', () => {
    const count = counting({ 科技: 900, 技创: 500, 创新: 950, 可及: 3, 反感: 4, 方案: 700 });
    const spelled = (typed: string): string[] =>
      syllablePlaces(typed).flatMap((places) => [...chains(places, count, 5)]);
    assert.deepEqual(spelled('keji'), ['科技', '可及']);
    assert.deepEqual(spelled('kejichuangxin'), ['科技创新']);
    assert.deepEqual(spelled("ke'ji chuang"), ['科技创']);
    assert.deepEqual(spelled('科技chuangxin'), ['科技创新']);
    assert.deepEqual(spelled('fangan').sort(), ['反感', '方案']);
    assert.deepEqual(syllablePlaces('kjcx'), []);
  });

  it('are words that sound like one that is misspelt', () => {
    const count = counting({ 特派: 5, 派员: 7 });
    const places = homophonePlaces('特派元', (pair) => count(pair) > 0);
    assert.deepEqual(chains(places, count, 5), ['特派员']);
    assert.ok([...pairsOf(places)].includes('派员'));
    // What the library has beside it stays as it is.
    assert.deepEqual(places.slice(0, 2), [['特'], ['派']]);
  });

  it('are asked for by the rarest terms alone, as many as tell enough', () => {
    const counts = {
      of: counting({ 统筹: 9000, 筹推: 900, 推进: 9500, 重点: 8000, 点工: 2, 工作: 9000 }),
      passages: 100_000,
    };
    assert.deepEqual(rarest(['工作', '点工', '统筹'], counts).tokens, ['点工']);
    const { tokens, likely } = rarest(['统筹', '筹推', '推进', '统筹'], counts);
    assert.deepEqual(tokens, ['筹推', '统筹', '推进']);
    assert.ok(likely > 100 && likely < 900, String(likely));
    assert.deepEqual(rarest([], counts), { tokens: [], likely: 0 });
  });

  it('are sent as the server reads arrays of rows', () => {
    const rows = new BinaryRows(2).begin().int4(-2).text('汉𠮷').begin().int2s([]).int4s([7]);
    const words = (buffer: Buffer): number[] =>
      Array.from({ length: Math.floor(buffer.length / 4) }, (_, at) => buffer.readInt32BE(4 * at));
    const sent = rows.end(99);
    // One dimension, no nulls, type 99, two rows from 1 on; then the bytes and the fields of the first row, each with type and length.
    assert.deepEqual(words(sent).slice(0, 12), [1, 0, 99, 2, 1, 31, 2, 23, 4, -2, 25, 7]);
    assert.equal(sent.subarray(48, 55).toString(), '汉𠮷');
    assert.deepEqual(words(new BinaryRows(2).end(99)), [0, 0, 99]);
  });

  it('are sent whole however many rows there are', () => {
    const rows = new BinaryRows(1);
    for (let at = 0; at < 20_000; at++) rows.begin().text('素材'.repeat(9));
    assert.equal(rows.end(1).length, 20 + 20_000 * (4 + 4 + 4 + 4 + 54));
  });
});
