import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Query } from '../../../../src/search/query/query';
import { maximumQueryLength, parseQuery } from '../../../../src/search/query/query';

const nothing: Query = { words: [], phrases: [], excluded: [], excludedKinds: [], filters: [], problems: [] };

const cases: readonly (readonly [string, Partial<Query>])[] = [
  ['', {}],
  [' 　\n', {}],
  ['科技 创新', { words: ['科技', '创新'] }],
  ['科技　创新', { words: ['科技', '创新'] }],
  ['"科技 创新" 人才', { words: ['人才'], phrases: ['科技 创新'] }],
  ['“两个结合”', { phrases: ['两个结合'] }],
  ['“两个结合“', { phrases: ['两个结合'] }],
  ['「原话」', { phrases: ['原话'] }],
  ['坚持“两个结合”', { words: ['坚持“两个结合”'] }],
  ['人才 -企业', { words: ['人才'], excluded: ['企业'] }],
  ['人才 －“企业 家”', { words: ['人才'], excluded: ['企业 家'] }],
  ['创新 -短语 －金句', { words: ['创新'], excludedKinds: ['phrase', 'quote'] }],
  ['创新 -"短语"', { words: ['创新'], excluded: ['短语'] }],
  ['-短语', { excludedKinds: ['phrase'], problems: [{ code: 'onlyExclusions', offset: 0 }] }],
  ['类:讲话 人才', { words: ['人才'], filters: [{ field: 'category', value: '讲话', excluded: false }] }],
  ['类：讲话', { filters: [{ field: 'category', value: '讲话', excluded: false }] }],
  ['标签： 推进会', { filters: [{ field: 'tag', value: '推进会', excluded: false }] }],
  ['-来源:网络', { filters: [{ field: 'source', value: '网络', excluded: true }] }],
  ['题:"推进会 讲话"', { filters: [{ field: 'title', value: '推进会 讲话', excluded: false }] }],
  [
    'Category:a tag:b source:c title:d',
    {
      filters: [
        { field: 'category', value: 'a', excluded: false },
        { field: 'tag', value: 'b', excluded: false },
        { field: 'source', value: 'c', excluded: false },
        { field: 'title', value: 'd', excluded: false },
      ],
    },
  ],
  ['时间：下午 分类:a', { words: ['时间：下午', '分类:a'] }],
  ['"科技', { phrases: ['科技'], problems: [{ code: 'unclosedQuote', offset: 0 }] }],
  ['人才 ""', { words: ['人才'], problems: [{ code: 'emptyQuote', offset: 3 }] }],
  ['人才 类:', { words: ['人才'], problems: [{ code: 'emptyFilter', offset: 3 }] }],
  ['人才 -', { words: ['人才'], problems: [{ code: 'emptyExclusion', offset: 3 }] }],
  ['- 人才', { words: ['人才'], problems: [{ code: 'emptyExclusion', offset: 0 }] }],
  ['-人才', { excluded: ['人才'], problems: [{ code: 'onlyExclusions', offset: 0 }] }],
];

describe('parseQuery', () => {
  for (const [text, expected] of cases) {
    it(`takes ${JSON.stringify(text)} apart`, () => {
      assert.deepEqual(parseQuery(text), { ...nothing, ...expected });
    });
  }

  it('says so when a query is too long, and reads its beginning', () => {
    const { words, problems } = parseQuery(`科技 ${'长'.repeat(maximumQueryLength)}`);
    assert.deepEqual(problems, [{ code: 'tooLong', offset: maximumQueryLength }]);
    assert.deepEqual(words, ['科技', '长'.repeat(maximumQueryLength - 3)]);
  });

  it('never throws, and places problems inside the query', () => {
    const part = fc.oneof(
      fc.constantFrom(...'-－"“”「」：: 　类题\n', '标签:', 'tag：'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        for (const { offset } of parseQuery(text).problems) assert.ok(offset >= 0 && offset <= text.length);
      }),
    );
  });
});
