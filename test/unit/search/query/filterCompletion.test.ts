import assert from 'node:assert/strict';
import { completeFilter } from '../../../../src/search/query/filterCompletion';
import { sampleLibrary } from '../sampleLibrary';
import { article } from '../searchFixtures';

describe('completeFilter', () => {
  const values = (query: string): readonly string[] =>
    completeFilter(query, sampleLibrary).map(({ value, articles }) => `${value} ${String(articles)}`);
  const queries = (query: string): readonly string[] => completeFilter(query, sampleLibrary).map((one) => one.query);

  it('offers what the library has, the most frequent first', () => {
    const more = [...sampleLibrary, article('又一篇', '又一段。', { category: '讲话致辞' })];
    assert.equal(completeFilter('类:', more)[0]?.value, '讲话致辞');
    assert.equal(completeFilter('类:', more)[0]?.articles, 2);
    assert.deepEqual([...values('标签:')].sort(), ['农业 1', '大会 1', '生态 1', '种业 1', '营商环境 1']);
  });

  it('completes what is typed in any field and of its names, whatever stands before', () => {
    assert.deepEqual(queries('类:讲'), ['类:讲话致辞 ']);
    assert.deepEqual(queries('落实 -栏目：综'), ['落实 -栏目：工作综述 ']);
    assert.deepEqual(queries('source:网'), ['source:网络 ']);
    assert.deepEqual(queries('题:农业'), ['题:推动农业现代化的几点思考 ']);
    assert.deepEqual(queries('tag:種'), ['tag:种业 ']);
  });

  it('quotes a value with spaces, also when the quotation mark is typed', () => {
    const library = [article('两 词', '一段。', { tags: ['甲 乙'] })];
    assert.equal(completeFilter('标签:甲', library)[0]?.query, '标签:"甲 乙" ');
    assert.equal(completeFilter('标签:“甲', library)[0]?.query, '标签:"甲 乙" ');
  });

  it('offers nothing where no filter is being typed, or nothing is left to complete', () => {
    for (const query of [
      '',
      '类',
      '类:讲话 ',
      '落实',
      '分类:',
      '类:讲话致辞',
      '类:没有',
      '"类:讲"',
      '"落实 类:讲',
      'tag: 类:讲',
    ]) {
      assert.deepEqual(values(query), [], query);
    }
  });
});
