import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SharedLibrary } from '../../src/shared/sharedLibrary';
import { upgradeSchema } from '../../src/shared/upgradeSchema';
import type { SharedServer } from './sharedFixtures';
import { article, isFault, schemaFolder, startShared, units } from './sharedFixtures';

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
    assert.equal(await server.asOwner((client) => upgradeSchema(client, schemaFolder)), 3);
  });

  it('keeps what is published, finds it in words, pinyin and filters, and reads it whole', async () => {
    const { writer, reader } = all();
    const body = '## 一、坚持创新驱动\n\n实现高水平科技自立自强，塑造发展新动能。\n\n各部门要压实责任，抓好落实。';
    assert.match(await publishOne('在科技大会上的讲话', body), /^\d+ new$/);
    for (const query of [
      '科技自立',
      '自立自强 动能',
      'kjzlzq',
      // One letter wrong: in the midst, at the end, and beside another word.
      'kjzczq',
      'kjzlzx',
      '压实 zlzqyshp',
      // Letters that stand for nothing leave the rest.
      '压实 vvvqqq',
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
    const again = await all().writer.known(units.ownOffice, [article('工作要点', '另有安排。')]);
    assert.deepEqual(
      again.map(({ state }) => state),
      ['earlier'],
    );
    assert.equal((await all().reader.article(again[0]?.id ?? ''))?.title, '工作要点');
    const known = await all().writer.known(units.ownOffice, [
      original,
      article('工作要点（改）', text.slice(1).join('\n\n')),
      article('别的', '与此无关。'),
    ]);
    assert.deepEqual(
      known.map(({ state, title }) => [state, title]),
      [
        ['same', undefined],
        ['similar', '工作要点'],
        ['new', undefined],
      ],
    );
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
        (await client.query('SELECT category, year, articles FROM gongwen.shelf ORDER BY 1, 2')).rows,
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
      revisions.map(({ number, isWithdrawal, by }) => [number, isWithdrawal, by]),
      [
        [3, true, 'writer'],
        [2, false, 'writer'],
        [1, false, 'writer'],
      ],
    );
    assert.match((await reader.version(articleId, 1)) ?? '', /务必做好防汛备汛。/);
    assert.equal(await reader.version(articleId, 3), undefined);
    assert.deepEqual(await counts(), before);
  });

  it('makes one article of two with one name in a batch, and says so before', async () => {
    const [first, second] = [article('两份同名', '甲说的话。'), article('两份同名', '乙说的话。')];
    const known = await all().writer.known(units.ownOffice, [first, second]);
    assert.deepEqual(known, [{ state: 'new' }, { state: 'similar', title: '两份同名' }]);
    const published = await all().writer.publish(units.ownOffice, [first, second], () => undefined);
    assert.deepEqual(
      published.map(({ outcome }) => outcome),
      ['new', 'revised'],
    );
    assert.deepEqual(await titles(all().reader, '"甲说的话"'), []);
    assert.deepEqual(await titles(all().reader, '"乙说的话"'), ['两份同名']);
    const rows = await server.asOwner(async (client) => {
      const { rows } = await client.query<{ kept: string }>(
        'SELECT count(*) AS kept FROM gongwen.passage WHERE article = $1',
        [published[0]?.id],
      );
      return rows;
    });
    assert.equal(rows[0]?.kept, '1');
  });

  it('takes a title of any length', async () => {
    const long = article(`关于${'进一步'.repeat(2000)}的通知`, '题长文短也要收。');
    const outcome = async (): Promise<string | undefined> =>
      (await all().writer.publish(units.ownOffice, [long], () => undefined))[0]?.outcome;
    assert.equal(await outcome(), 'new');
    assert.equal(await outcome(), 'unchanged');
    assert.equal((await all().writer.known(units.ownOffice, [long]))[0]?.state, 'same');
  });

  it('is upgraded file by file, each whole or not at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-schema-'));
    try {
      for (const file of ['001.sql', '002.sql', '003.sql']) copyFileSync(join(schemaFolder, file), join(folder, file));
      writeFileSync(join(folder, '004.sql'), 'ALTER TABLE gongwen.unit ADD COLUMN phone text;');
      writeFileSync(
        join(folder, '005.sql'),
        'ALTER TABLE gongwen.unit ADD COLUMN fax text; SELECT * FROM gongwen.nowhere;',
      );
      await server.asOwner(async (client) => {
        await assert.rejects(upgradeSchema(client, folder), /nowhere/);
        const columns =
          "SELECT column_name FROM information_schema.columns WHERE table_name = 'unit' AND column_name IN ('phone', 'fax')";
        assert.deepEqual((await client.query(columns)).rows, [{ column_name: 'phone' }]);
        assert.deepEqual((await client.query('SELECT number FROM gongwen.version')).rows, [{ number: 4 }]);
        await client.query('ALTER TABLE gongwen.unit DROP COLUMN phone; UPDATE gongwen.version SET number = 3');
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('takes hostile texts as texts', async () => {
    const hostile = `'); DROP TABLE gongwen.article; -- \\x00 $1 {"a": [1,2]} “引号” 𠮷野家`;
    await publishOne("'); DROP SCHEMA gongwen CASCADE; --", hostile);
    const { hits } = await all().reader.search.search('𠮷野家');
    assert.equal(hits[0]?.passage.text, hostile);
    for (const query of [hostile, "类:' OR 1=1 --", '题:%', "';", '{1,2}', '零\0字符号', '类:c\0d', '"\0\0\0abc"'])
      await all().reader.search.search(query);
    assert.equal(await all().reader.article(`gongwen-shared:/${'9'.repeat(30)}/x.md`), undefined);
    await publishOne('百分之百_\\达标', '任务百分之百达标。');
    assert.deepEqual(await titles(all().reader, '题:百_\\达'), ['百分之百_\\达标']);
    for (const query of ['题:百_达', '题:百%标', '题:百__达', '任务 题:百%标'])
      assert.deepEqual(await titles(all().reader, query), [], query);
    assert.ok((await all().reader.count()) > 3);
  });

  it('pages through categories, years and articles', async () => {
    const { writer, reader } = all();
    const many = Array.from({ length: 25 }, (_, at) =>
      article(`慰问信${at}`, `慰问之${at}。`, `2019-05-${String(at + 1).padStart(2, '0')}`),
    );
    await writer.publish(units.open, many, () => undefined);
    assert.deepEqual(
      (await reader.units()).map(({ name, articles }) => [name, articles]),
      [
        ['公共', 25],
        ['市委办', (await reader.count()) - 25],
      ],
    );
    const { id } = units.open;
    assert.deepEqual(await reader.categories(id), [{ name: '讲话致辞', articles: 25 }]);
    assert.deepEqual(await reader.years(id, '讲话致辞'), [{ name: '2019', articles: 25 }]);
    const place = { unit: id, category: '讲话致辞', year: '2019' };
    const pages = [await reader.page(place, 0, 20), await reader.page(place, 20, 20)];
    assert.deepEqual(
      pages.map(({ length }) => length),
      [20, 5],
    );
    assert.equal(pages[0]?.[0]?.date, '2019-05-25');
    assert.equal(new Set(pages.flat().map(({ id: one }) => one)).size, 25);
    // A new version of another year stands there.
    await writer.publish(units.open, [article('慰问信3', '慰问之三改。', '2020-01-01')], () => undefined);
    assert.deepEqual(await reader.years(id, '讲话致辞'), [
      { name: '2020', articles: 1 },
      { name: '2019', articles: 24 },
    ]);
    // An open office is for every reader.
    assert.equal(await all().other.count(), 25);
  });
});
