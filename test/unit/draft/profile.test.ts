import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPlaceholders } from '../../../src/draft/placeholders';
import { plainRole, readProfile, valuesFor } from '../../../src/draft/profile';
import { toSnippet } from '../../../src/draft/snippetText';

const values = (text: string, settings: unknown): readonly string[] => {
  const [placeholder] = findPlaceholders(text);
  return placeholder ? valuesFor(readProfile(settings), placeholder) : [];
};

describe('readProfile', () => {
  it('takes texts and lists of texts and leaves out the rest', () => {
    const profile = readProfile({ X市: ' 青阳市 ', X局: ['水利局', '', 7], X县: 3, X村: [], XX镇: '河口镇' });
    assert.deepEqual(
      [...profile],
      [
        ['X市', ['青阳市']],
        ['X局', ['水利局']],
        ['X镇', ['河口镇']],
      ],
    );
  });

  for (const settings of [undefined, null, 'X市', 7, []]) {
    it(`takes ${JSON.stringify(settings)} for an empty one`, () => assert.equal(readProfile(settings).size, 0));
  }
});

describe('valuesFor', () => {
  it('finds the role whichever sign stands for the blank', () => {
    for (const text of ['X市', 'XX市', '××市', 'Ｘ市', '***市']) {
      assert.deepEqual(values(text, { X市: '青阳市' }), ['青阳市'], text);
    }
    assert.deepEqual(values('〔单位名称〕', { 单位名称: '水利局' }), ['水利局']);
    assert.equal(plainRole('〔单位名称〕'), '单位名称');
  });

  it('leaves out what stays in the text', () => {
    assert.deepEqual(values('X局长', { X局长: ['王局长', '李'] }), ['王', '李']);
    assert.deepEqual(values('X市', { X市: '青阳市' }), ['青阳市']);
  });
});

describe('toSnippet with a profile', () => {
  it('has one value from the start, and several as a choice', () => {
    const profile = readProfile({ X市: '青阳市', X局长: ['王局长', '李局长'] });
    assert.equal(
      toSnippet('X市、X局长、X市、X局长', profile),
      '${1:青阳市}、${2|王,李|}局长、${1:青阳市}、${2:王}局长$0',
    );
  });

  it('escapes what the syntax gives a meaning in a choice', () => {
    assert.equal(toSnippet('X市', readProfile({ X市: ['a,b|c市', 'd}$\\市'] })), '${1|a\\,b\\|c市,d}$\\\\市|}$0');
  });

  it('gives a snippet for any profile and text', () => {
    const text = fc.array(fc.constantFrom('X市', 'X局长', '***县', 'X%', '$', '}', '，')).map((list) => list.join(''));
    const settings = fc.dictionary(
      fc.constantFrom('X市', 'X局长', 'X县', 'X%'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(text, settings, (body, profile) => {
        assert.ok(toSnippet(body, readProfile(profile)).endsWith('$0'));
      }),
    );
  });
});
