import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import { Collocations } from '../../../../src/completion/corpus/collocations';
import { engineOf, labels, offered, phraseFile } from '../phraseFixtures';

function collocationsOf(...lines: readonly string[]): Collocations {
  const collocations = new Collocations();
  finish(collocations.load(lines.join('\n')));
  return collocations;
}

describe('Collocations', () => {
  const collocations = collocationsOf(
    '兴修\t40',
    '兴修 农田 水利\t30',
    '兴修 农田 水利 设施\t20',
    '兴修 堤防\t10',
    '水利 建设\t8',
  );

  it('tells how something usually goes on, and how often', () => {
    const { list, total, branches } = collocations.after('兴修');
    assert.equal(total, 100);
    assert.equal(branches, 3);
    const counts = list.map(({ text, count }) => [text, count]);
    assert.deepEqual(counts.sort(), [
      ['农田水利', 50],
      ['农田水利设施', 20],
      ['堤防', 10],
    ]);
  });

  it('begins at any word of a line, and inside a word that was begun', () => {
    assert.deepEqual(
      collocations.after('农田水利').list.map(({ text, count }) => [text, count]),
      [['设施', 20]],
    );
    assert.deepEqual(
      collocations.after('水利').list.map(({ text }) => text),
      ['建设', '设施'],
    );
    assert.deepEqual(
      collocations.after('兴修农').list.map(({ text }) => text),
      ['田水利设施', '田水利'],
    );
  });

  it('knows nothing of what it does not have', () => {
    assert.deepEqual(collocations.after('渠道'), { list: [], total: 0, branches: 0 });
    assert.deepEqual(collocationsOf('').after('兴修'), { list: [], total: 0, branches: 0 });
  });
});

describe('CompletionEngine with collocations', () => {
  const table = '兴修 农田 水利\t60\n兴修 堤防\t3';

  it('offers what is in common use and the library has not, and says so', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('疏浚河道') }, [], {
      threshold: 0,
      collocations: table,
    });
    const candidates = offered(engine, '今冬要兴修|');
    assert.deepEqual(labels(candidates), ['兴修农田水利', '兴修堤防']);
    assert.deepEqual(
      candidates.map(({ common, article }) => [common, article]),
      [
        [true, undefined],
        [true, undefined],
      ],
    );
  });

  it('lets the library outweigh common use, and takes the source from it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, number) => [`短语/${number}.md`, phraseFile('兴修堤防工程')]),
    );
    const { engine } = await engineOf(files, [], { threshold: 0, collocations: table });
    const [first, ...others] = offered(engine, '今冬要兴修|');
    assert.equal(first?.label, '兴修堤防工程');
    assert.equal(first.article?.title, '短语集');
    assert.equal(first.common, undefined);
    assert.ok(labels(others).includes('兴修农田水利'));
  });

  it('lets common use decide between what the library has equally often', async () => {
    const files = { '短语/1.md': phraseFile('兴修堤防', '兴修农田水利', '兴修桥梁道路') };
    const { engine } = await engineOf(files, [], { threshold: 0, collocations: table });
    assert.equal(offered(engine, '今冬要兴修|')[0]?.label, '兴修农田水利');
  });
});
