import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import fc from 'fast-check';
import { PairVocabulary } from '../../../../src/search/index/pairVocabulary';
import { tokenize } from '../../../../src/search/index/tokenize';
import type { Place } from '../../../../src/search/query/pairFilter';
import { pinyinPlaces } from '../../../../src/search/query/pinyinPlaces';
import { readingsAt } from '../../../../src/text/pinyin';

const han = fc.constantFrom(...'科技特派员西安女略绿水嗯儿一中华人民共和国长行都');
/** A text of Han, and letters that spell it: each character in one of its readings, whole or its first letter. */
const spelled = fc.array(fc.tuple(han, fc.nat(), fc.boolean()), { minLength: 2, maxLength: 8 }).map((characters) => ({
  text: characters.map(([character]) => character).join(''),
  typed: characters
    .map(([character, number, whole]) => {
      const readings = readingsAt(character, 0);
      const reading = readings[number % readings.length] ?? '';
      return whole ? reading : reading.charAt(0);
    })
    .join(''),
}));

const pairsOf = ({ firsts, seconds }: Place): string[] =>
  firsts.map((first, at) => String.fromCharCode(first, seconds[at] ?? 0));

describe('pinyinPlaces', () => {
  it('has a pair of every text that the letters spell at each place', () => {
    fc.assert(
      fc.property(spelled, fc.array(fc.constantFrom('k', 's', 'n', 'zh', 'ai')), ({ text, typed }, words) => {
        const vocabulary = new PairVocabulary();
        for (const token of new Set([...tokenize(text), ...words])) vocabulary.add(token);
        const places = finish(pinyinPlaces(typed, vocabulary));
        assert.ok(places.length > 0);
        for (const [at, place] of places.slice(0, text.length - 1).entries()) {
          assert.ok(pairsOf(place).includes(text.slice(at, at + 2)), `${typed} for ${text} at ${at}`);
        }
      }),
    );
  });

  it('is not cut short by a letter that stands alone in the library', () => {
    const vocabulary = new PairVocabulary();
    for (const token of ['科技', '技特', '特派', '派员', 'k', 'kj']) vocabulary.add(token);
    assert.equal(finish(pinyinPlaces('kejitepaiyuan', vocabulary)).length, 4);
  });

  it('goes no further where the letters cannot be read to their end', () => {
    const vocabulary = new PairVocabulary();
    for (const token of ['出售', '初海', '成海']) vocabulary.add(token);
    assert.deepEqual(finish(pinyinPlaces('chushou', vocabulary)).map(pairsOf), [['出售']]);
  });
});
