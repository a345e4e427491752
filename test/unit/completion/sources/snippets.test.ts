import assert from 'node:assert/strict';
import type { Snippet } from '../../../../src/completion/sources/snippets';
import { findSnippets, parseSnippets, SnippetTable } from '../../../../src/completion/sources/snippets';

const json = JSON.stringify({
  通知: { prefix: ['通知', 'tongzhi', 'tz'], body: ['# ${1:事由}', '$0'], description: '通知的骨架' },
  通报: { prefix: 'tongbao', body: '# $1' },
  落款: { prefix: ['落款', 'luokuan'], body: '$1' },
  空: { prefix: 'kong' },
  坏: 7,
});
const table = new SnippetTable(parseSnippets(json));
const called = (before: string): readonly (readonly [string, string])[] =>
  table.called(before).map(({ candidate }) => [candidate.label, candidate.filterText]);

describe('parseSnippets', () => {
  it('reads names, bodies, descriptions and prefixes, each a string or a list', () => {
    assert.deepEqual(parseSnippets(json), [
      {
        name: '通知',
        description: '通知的骨架',
        body: '# ${1:事由}\n$0',
        prefixes: ['通知', 'tongzhi', 'tz'],
        occasions: [],
      },
      { name: '通报', description: '', body: '# $1', prefixes: ['tongbao', '通报'], occasions: [] },
      { name: '落款', description: '', body: '$1', prefixes: ['落款', 'luokuan'], occasions: [] },
    ]);
  });

  it('reads nothing from what is no collection of snippets, and throws on what is no JSON', () => {
    assert.deepEqual(parseSnippets('[1]'), []);
    assert.throws(() => parseSnippets('{'), SyntaxError);
  });
});

describe('SnippetTable', () => {
  it('is called at the start of a line by the beginning of a prefix', () => {
    assert.deepEqual(called('tong'), [
      ['通知', 'tong'],
      ['通报', 'tong'],
    ]);
    assert.deepEqual(called('## 通知'), [['通知', '通知']]);
    assert.deepEqual(called('- tz'), [['通知', 'tz']]);
  });

  it('is called behind other text by a whole prefix only', () => {
    assert.deepEqual(called('附上落款'), [['落款', '落款']]);
    assert.deepEqual(called('附上tongbao'), [['通报', 'tongbao']]);
    assert.deepEqual(called('附上tong'), []);
    assert.deepEqual(called('附上通'), []);
  });

  it('is not called by the name of a document that ends a clause', () => {
    assert.deepEqual(called('特此通知'), []);
    assert.deepEqual(called('特此tongzhi'), [['通知', 'tongzhi']]);
  });

  it('tells a whole name from the beginning of one', () => {
    const byName = (before: string) => table.called(before).map((called) => called.byName);
    assert.deepEqual(byName('通知'), [true]);
    assert.deepEqual(byName('tz'), [true]);
    assert.deepEqual(byName('tong'), [false, false]);
    assert.deepEqual(byName('附上落款'), [false]);
  });

  it('is called alone on its line by occasion and genre, each once, the plain one first', () => {
    const speeches = new SnippetTable(
      parseSnippets(
        JSON.stringify({
          总结讲话: { prefix: ['总结讲话', 'zjjh'], body: '# $1' },
          讲话稿: { prefix: ['讲话稿', 'jianghuagao', 'jhg'], body: '# $1', occasions: ['推进会'] },
          讲话结尾: { prefix: ['讲话结尾', 'jhjw'], body: '$1' },
        }),
      ),
    );
    const names = (before: string) => speeches.called(before).map(({ candidate }) => candidate.label);
    assert.deepEqual(names('讲话'), ['讲话稿', '讲话结尾', '总结讲话']);
    assert.deepEqual(names('jh'), ['讲话稿', '讲话结尾']);
    assert.deepEqual(names('推进会'), ['讲话稿']);
    assert.deepEqual(names('开好推进会'), []);
  });

  it('is not called inside a word of letters, nor by one character', () => {
    assert.deepEqual(called('setz'), []);
    assert.deepEqual(called('t'), []);
    assert.deepEqual(called(''), []);
  });

  it('works with no snippets', () => assert.deepEqual(new SnippetTable([]).called('通知'), []));
});

describe('findSnippets', () => {
  const named = (name: string, prefixes: readonly string[], description: string): Snippet => ({
    name,
    prefixes,
    description,
    body: `# ${name}`,
    occasions: [],
  });
  const snippets = [
    named('请示', ['请示', 'qingshi', 'qs'], '向上级请求批准的公文。'),
    named('批复', ['批复', 'pifu', 'pf'], '答复请示的公文。'),
  ];
  const found = (query: string): readonly string[] => findSnippets(snippets, query).map(({ name }) => name);

  it('finds by name, pinyin and initials, then by description', () => {
    assert.deepEqual(found('请示'), ['请示', '批复']);
    assert.deepEqual(found('PF'), ['批复']);
    assert.deepEqual(found('qing'), ['请示']);
    assert.deepEqual(found('答复'), ['批复']);
    assert.deepEqual(found('会议'), []);
  });

  it('gives all for an empty query', () => assert.deepEqual(found(' '), ['请示', '批复']));
});
