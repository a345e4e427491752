import assert from 'node:assert/strict';
import { shippedCorpus } from '../../../../bench/shippedCorpus';
import { finish } from '../../../../src/base/slices';
import { CompletionEngine } from '../../../../src/completion/completionEngine';
import { Collocations } from '../../../../src/completion/corpus/collocations';
import { Concordance } from '../../../../src/completion/corpus/concordance';
import { isSegmentedAsHere } from '../../../../src/completion/corpus/concordanceTables';
import { prepareTables, readTables } from '../../../../src/completion/corpus/preparedTables';
import { Library } from '../../../../src/library/library';
import { article, concordanceOf, file, labels, offered, phraseFile } from '../phraseFixtures';

describe('prepareTables', () => {
  // Every eighth is enough to have each category, and soon done.
  const articles = shippedCorpus().filter((_, number) => number % 8 === 0);
  const common = '兴修 农田 水利\t30\n兴修 堤防\t10';
  const bytes = prepareTables(articles, common, 'key');
  const tables = finish(readTables(bytes, 'key'));
  assert.ok(tables?.concordance);
  const prepared = { articles, tables: tables.concordance };
  const own = [
    article(file('讲话', '春耕生产全面展开。', '防汛备汛抓紧抓实。'), '讲话/1.md'),
    article(phraseFile('春耕备耕', '抓紧抓实'), '短语/1.md'),
  ];

  it('gives the same concordance as one that is made here, also beside articles of the writer', () => {
    for (const others of [[], own]) {
      const concordance = new Concordance();
      finish(concordance.update(new Set(), [...others, ...articles], prepared));
      const made = concordanceOf(...others, ...articles);
      assert.deepEqual(concordance.tables, made.tables);
      for (let position = 0; position < made.store.size; position += 37)
        assert.deepEqual(concordance.passageAt(position), made.passageAt(position));
    }
  });

  it('gives the same collocations as the table that they were made of', () => {
    const [read, made] = [new Collocations(), new Collocations()];
    finish(read.load(tables.collocations));
    finish(made.load(common));
    assert.deepEqual(read.tables, made.tables);
    assert.deepEqual(read.after('兴修'), made.after('兴修'));
  });

  it('is made here where one of the articles is left out, and afterwards as if nothing had been prepared', () => {
    const some = articles.slice(1);
    const concordance = new Concordance();
    finish(concordance.update(new Set(), some, prepared));
    assert.deepEqual(concordance.tables, concordanceOf(...some).tables);
  });

  it('leaves out the concordance of other articles, and one whose words this host would not find', () => {
    const other = finish(readTables(bytes, 'another key'));
    assert.ok(other);
    assert.equal(other.concordance, undefined);
    assert.deepEqual(other.collocations, tables.collocations);
    const { codes, marks } = prepared.tables.runs;
    const everyCharacter = { ...prepared.tables, runs: { codes, marks: marks.map((mark) => mark | 1) } };
    assert.equal(isSegmentedAsHere(prepared.tables), true);
    assert.equal(isSegmentedAsHere(everyCharacter), false);
    const torn = { ...prepared.tables, runs: { codes: codes.slice(0, -1), marks: marks.slice(0, -1) } };
    assert.equal(isSegmentedAsHere(torn), false);
  });

  it('is not read from damaged bytes', () => {
    for (const length of [0, 100, bytes.length / 2, bytes.length - 1])
      assert.equal(finish(readTables(bytes.subarray(0, length), 'key')), undefined);
  });

  it('makes an engine offer what one without offers', async () => {
    const library = new Library([{ origin: 'builtin', uri: 'memory:/', articles: () => Promise.resolve(articles) }]);
    const engines = [
      new CompletionEngine(library, [], { prepared: { tables, articles }, threshold: 0 }),
      new CompletionEngine(library, [], { collocations: common, threshold: 0 }),
    ];
    const answers: (readonly string[])[] = [];
    for (const engine of engines) {
      await engine.ready();
      const drafts = ['我们要推动科技|', '全面落实|', '统筹推进|', '要兴修|', '加强kjcx|', 'tjsy|'];
      answers.push(drafts.flatMap((draft) => labels(offered(engine, draft))));
      engine.dispose();
    }
    assert.ok((answers[0] ?? []).length > 20);
    assert.deepEqual(answers[0], answers[1]);
  });
});
