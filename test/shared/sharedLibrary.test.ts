import assert from 'node:assert/strict';
import pg from 'pg';
import type { SharedFault } from '../../src/shared/fault';
import type { SharedLibrary } from '../../src/shared/sharedLibrary';
import { upgradeSchema } from '../../src/shared/upgradeSchema';
import type { SharedServer } from './sharedFixtures';
import { article, schemaFolder, startShared, units } from './sharedFixtures';

const isFault = (code: string) => (error: unknown) => {
  assert.equal((error as SharedFault).code, code, String(error));
  return true;
};

describe('shared library', () => {
  let server: SharedServer;
  let [writer, reader, other]: SharedLibrary[] = [];

  before(async function () {
    server = await startShared(this);
    [writer, reader, other] = ['writer', 'reader', 'other'].map((user) => server.open(user));
  });
  after(() => (server as SharedServer | undefined)?.end());

  const all = (): { writer: SharedLibrary; reader: SharedLibrary; other: SharedLibrary } => {
    assert.ok(writer && reader && other);
    return { writer, reader, other };
  };
  const titles = async (library: SharedLibrary, query: string): Promise<string[]> =>
    (await library.search.search(query)).hits.map((hit) => hit.article.title);
  const publishOne = async (...args: Parameters<typeof article>): Promise<string> => {
    const [published] = await all().writer.publish(units.ownOffice, [article(...args)], () => undefined);
    return `${published?.id} ${published?.outcome}`;
  };

  it('is set up once, and what is up to date is left as it is', async () => {
    assert.equal(await server.asOwner((client) => upgradeSchema(client, schemaFolder)), 1);
  });

  it('keeps what is published, finds it in words, pinyin and filters, and reads it whole', async () => {
    const { writer, reader } = all();
    const body = '## 一、坚持创新驱动\n\n实现高水平科技自立自强，塑造发展新动能。\n\n各部门要压实责任，抓好落实。';
    assert.match(await publishOne('在科技大会上的讲话', body), /^\d+ new$/);
    for (const query of [
      '科技自立',
      '自立自强 动能',
      'kjzlzq',
      'keji zili',
      '"自立自强"',
      '类:讲话 压实',
      '题:科技大会',
    ]) {
      assert.deepEqual((await titles(reader, query))[0], '在科技大会上的讲话', query);
    }
    const { hits } = await reader.search.search('压实责任');
    assert.deepEqual(hits[0]?.passage.headings, ['一、坚持创新驱动']);
    assert.equal(hits[0]?.article.origin, '市委办');
    const whole = await writer.article(hits[0]?.article.id ?? '');
    assert.equal(whole?.text.slice(hits[0]?.passage.offset).startsWith(hits[0]?.passage.text ?? '-'), true);
    assert.deepEqual(await titles(reader, '没有的词语组合'), []);
  });

  it('knows what is published already, also nearly', async () => {
    const text = Array.from(
      { length: 40 },
      (_, at) => `第${at}项工作要抓紧抓实抓细，第${at}个单位要按时报送进展情况。`,
    );
    const original = article('工作要点', text.join('\n\n'));
    await all().writer.publish(units.ownOffice, [original], () => undefined);
    const known = await all().writer.known(units.ownOffice, [
      original,
      article('工作要点', '另有安排。'),
      article('工作要点（改）', text.slice(1).join('\n\n')),
      article('别的', '与此无关。'),
    ]);
    assert.deepEqual(known, [
      { state: 'same' },
      { state: 'earlier' },
      { state: 'similar', title: '工作要点' },
      { state: 'new' },
    ]);
  });

  it('makes versions: the same again changes nothing, and what is withdrawn leaves nothing but them', async () => {
    const { writer, reader } = all();
    const counts = (): Promise<unknown> =>
      server.asOwner(async (client) => [
        (
          await client.query(
            'SELECT hash, in_texts, above FROM gongwen.term WHERE in_texts <> 0 OR above <> 0 ORDER BY 1',
          )
        ).rows,
        (await client.query('SELECT kind, passages, characters FROM gongwen.total WHERE unit = 1')).rows,
      ]);
    const before = await counts();
    const first = await publishOne('关于防汛的通知', '雨季将至，务必做好防汛备汛。');
    const id = first.split(' ')[0] ?? '';
    assert.equal(await publishOne('关于防汛的通知', '雨季将至，务必做好防汛备汛。'), `${id} unchanged`);
    assert.equal(await publishOne('关于防汛的通知', '汛期已至，务必转移群众。'), `${id} revised`);
    assert.deepEqual(await titles(reader, '"防汛备汛"'), []);
    assert.deepEqual(await titles(reader, '"转移群众"'), ['关于防汛的通知']);
    const { hits } = await reader.search.search('转移群众');
    const articleId = hits[0]?.article.id ?? '';
    await assert.rejects(reader.withdraw(articleId), isFault('forbidden'));
    assert.equal(await writer.withdraw(articleId), true);
    assert.equal(await writer.withdraw(articleId), false);
    assert.deepEqual(await titles(reader, '"转移群众"'), []);
    const revisions = await reader.revisions(articleId);
    assert.deepEqual(
      revisions.map(({ number, text, by }) => [number, text === undefined, by]),
      [
        [3, true, 'writer'],
        [2, false, 'writer'],
        [1, false, 'writer'],
      ],
    );
    assert.deepEqual(await counts(), before);
  });

  it('shows nothing of one office to another: found, counted, listed, weighed, suggested', async () => {
    const { reader, other } = all();
    await publishOne('内部情况通报', '饕餮盛宴式的铺张浪费必须坚决制止。');
    assert.equal((await titles(reader, '饕餮盛宴')).length, 1);
    const found = await other.search.search('饕餮盛宴');
    assert.deepEqual([found.hits.length, found.total, found.facets.paragraph], [0, 0, 0]);
    assert.equal(await other.count(), 0);
    assert.deepEqual(await other.categories(), []);
    const { hits } = await reader.search.search('饕餮盛宴');
    const id = hits[0]?.article.id ?? '';
    assert.equal(await other.article(id), undefined);
    assert.deepEqual(await other.revisions(id), []);
    assert.equal(await other.withdraw(id), false);
    await assert.rejects(
      other.publish(units.ownOffice, [article('越权', '越权发布。')], () => undefined),
      isFault('forbidden'),
    );
    await as('other', async (client) => {
      for (const table of ['article', 'passage', 'revision', 'term', 'total']) {
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
      all().reader.publish(units.ownOffice, [article('读者', '不能发布。')], () => undefined),
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

  it('takes hostile texts as texts', async () => {
    const hostile = `'); DROP TABLE gongwen.article; -- \\x00 $1 {"a": [1,2]} “引号” 𠮷野家`;
    await publishOne("'); DROP SCHEMA gongwen CASCADE; --", hostile);
    const { hits } = await all().reader.search.search('𠮷野家');
    assert.equal(hits[0]?.passage.text, hostile);
    for (const query of [hostile, "类:' OR 1=1 --", '题:%', "';", '{1,2}']) await all().reader.search.search(query);
    assert.ok((await all().reader.count()) > 3);
  });

  it('pages through categories, years and articles', async () => {
    const { writer, reader } = all();
    const many = Array.from({ length: 25 }, (_, at) =>
      article(`慰问信${at}`, `慰问之${at}。`, `2019-05-${String(at + 1).padStart(2, '0')}`),
    );
    await writer.publish(units.open, many, () => undefined);
    assert.equal((await reader.categories()).find(({ name }) => name === '讲话致辞')?.articles, await reader.count());
    assert.equal((await reader.years('讲话致辞')).find(({ name }) => name === '2019')?.articles, 25);
    const pages = [await reader.page('讲话致辞', '2019', 0, 20), await reader.page('讲话致辞', '2019', 20, 20)];
    assert.deepEqual(
      pages.map(({ length }) => length),
      [20, 5],
    );
    assert.equal(new Set(pages.flat().map(({ id }) => id)).size, 25);
    // An open office is for every reader.
    assert.equal(await all().other.count(), 25);
  });

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
