import assert from 'node:assert/strict';
import pg from 'pg';
import type { Article } from '../../src/library/article';
import { parseArticle } from '../../src/library/parseArticle';
import type { SharedLibrary } from '../../src/shared/sharedLibrary';
import type { SharedServer } from './sharedFixtures';
import { article, isFault, startShared, units } from './sharedFixtures';

describe('access to a shared library', () => {
  let server: SharedServer;
  let writer: SharedLibrary;
  let reader: SharedLibrary;
  let other: SharedLibrary;

  before(async function () {
    server = await startShared(this);
    [writer, reader, other] = [server.open('writer'), server.open('reader'), server.open('other')];
  });
  after(() => (server as SharedServer | undefined)?.end());

  const titles = async (library: SharedLibrary, query: string): Promise<string[]> =>
    (await library.search.search(query)).hits.map((hit) => hit.article.title);

  it('shows nothing of one office to another: found, counted, listed, weighed, suggested, completed', async () => {
    await writer.publish(
      units.ownOffice,
      [article('内部情况通报', '饕餮盛宴式的铺张浪费必须坚决制止。')],
      () => undefined,
    );
    assert.equal((await titles(reader, '饕餮盛宴')).length, 1);
    const found = await other.search.search('饕餮盛宴');
    assert.deepEqual([found.hits.length, found.total, found.facets.paragraph], [0, 0, 0]);
    assert.equal(await other.count(), 0);
    assert.deepEqual(await other.units(), []);
    assert.deepEqual(await other.categories(units.ownOffice.id), []);
    assert.deepEqual(await other.years(units.ownOffice.id, '讲话致辞'), []);
    assert.deepEqual(await other.page({ unit: units.ownOffice.id, category: '讲话致辞', year: '2026' }, 0, 10), []);
    const writing = { paragraph: '铺张浪费必须坚决制止，狠刹饕餮盛宴之风。', draft: '' };
    const suggested = async (library: SharedLibrary): Promise<string[]> =>
      (await library.search.related(writing, 5)).map((hit) => hit.article.title);
    assert.deepEqual(await suggested(reader), ['内部情况通报']);
    assert.deepEqual(await suggested(other), []);
    const phrases = async (library: SharedLibrary): Promise<string[]> =>
      (await library.phrases()).flatMap(({ passages }) => passages.map(({ text }) => text));
    await writer.publish(units.ownOffice, [phraseList('内部提法', '狠刹铺张浪费之风')], () => undefined);
    assert.deepEqual(await phrases(reader), ['狠刹铺张浪费之风']);
    assert.deepEqual(await phrases(other), []);
    const { hits } = await reader.search.search('饕餮盛宴');
    const id = hits[0]?.article.id ?? '';
    assert.equal(await other.article(id), undefined);
    assert.deepEqual(await other.revisions(id), []);
    assert.equal(await other.version(id, 1), undefined);
    const same = article('另一标题', '饕餮盛宴式的铺张浪费必须坚决制止。');
    assert.deepEqual(await other.known(units.ownOffice, [same, article('内部情况通报', '甲。')]), [
      { state: 'new' },
      { state: 'new' },
    ]);
    assert.equal(await other.withdraw(id), false);
    await assert.rejects(
      other.publish(units.ownOffice, [article('越权', '越权发布。')], () => undefined),
      isFault('forbidden'),
    );
    await as('other', async (client) => {
      for (const table of ['article', 'passage', 'revision', 'term', 'total', 'shelf']) {
        const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM gongwen.${table} WHERE unit = 1`);
        assert.equal(rows[0]?.n, '0', table);
      }
      await assert.rejects(client.query('SELECT * FROM gongwen.passage_0'), /permission denied/);
      const { rows } = await client.query(
        'SELECT * FROM gongwen.statistics((SELECT array_agg(g) FROM generate_series(-9, 9) g))',
      );
      assert.deepEqual(rows, []);
    });
  });

  it('lets a reader write nothing', async () => {
    await assert.rejects(
      reader.publish(units.ownOffice, [article('读者', '不能发布。')], () => undefined),
      isFault('forbidden'),
    );
    const statements = [
      "INSERT INTO gongwen.unit (name) VALUES ('我')",
      "INSERT INTO gongwen.member VALUES ('reader', 2)",
      'UPDATE gongwen.article SET title = title',
      'DELETE FROM gongwen.passage',
      'DELETE FROM gongwen.term',
      "SELECT gongwen.add_counts(1, '{1}', '{1}', '{1}')",
      'SELECT gongwen.remove_passages(1)',
      'SELECT gongwen.withdraw(1)',
    ];
    await as('reader', async (client) => {
      for (const statement of statements) await assert.rejects(client.query(statement), /permission denied/, statement);
    });
    // Nor may one who contributes do more than publish and withdraw.
    await as('writer', async (client) => {
      for (const statement of statements.slice(0, 7)) {
        await assert.rejects(client.query(statement), /permission denied|row-level security/, statement);
      }
    });
  });

  it('gives who has no role nothing at all', async () => {
    await assert.rejects(server.open('stranger').count(), isFault('forbidden'));
  });

  const phraseList = (title: string, ...phrases: readonly string[]): Article => {
    const text = `---\ntitle: ${title}\ncategory: 短语\n---\n\n${phrases.map((phrase) => `- ${phrase}`).join('\n')}\n`;
    return parseArticle({ uri: `file:///${title}.md`, path: `短语/${title}.md`, origin: 'personal' }, text).article;
  };

  async function as(user: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({ ...server.address(user), password: user, ssl: false });
    await client.connect();
    try {
      await run(client);
    } finally {
      await client.end();
    }
  }
});
