import { parseArticle } from '../../src/library/parseArticle';
import type { BenchServer } from './benchServer';

const readers = 20;
const articles = 1200;
const paragraphs = 25;
/** Confirmed batches of 16,000 passages after which the server is killed, and milliseconds later, in the midst of the next one. */
const [confirmedBatches, later] = [1, 120];

/** Kills the server while one publishes and others read, starts it again, and looks for what was confirmed. */
export async function killUnderLoad(server: BenchServer): Promise<void> {
  const title = (number: number): string => `断电演练${number}`;
  const given = Array.from({ length: articles }, (_, number) => {
    const body = Array.from(
      { length: paragraphs },
      (_, at) => `第${number}份第${at}段，演练断电后的恢复，统筹推进各项重点工作落地见效。`,
    );
    const path = `演练/${title(number)}.txt`;
    return parseArticle({ uri: path, path, origin: 'personal' }, body.join('\n\n')).article;
  });
  let over = false;
  const faults = new Map<string, number>();
  let answers = 0;
  const reading = Array.from({ length: readers }, async () => {
    const library = server.open('reader');
    while (!over) {
      try {
        await library.search.search('统筹推进 重点工作', { limit: 10 });
        answers++;
      } catch (error) {
        const { code } = error as { readonly code?: string };
        faults.set(String(code), (faults.get(String(code)) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    await library.search.search('统筹推进', { limit: 10 });
    await library.close();
  });
  const writer = server.open('writer');
  const confirmed: string[] = [];
  let batches = 0;
  let killed: Promise<void> | undefined;
  const fault = await writer
    .publish(server.unit, given, (batch) => {
      confirmed.push(...batch.map((article) => article.title));
      if (++batches === confirmedBatches) {
        killed = new Promise((resolve) => setTimeout(() => resolve(server.kill()), later));
      }
    })
    .then(
      () => 'none',
      (error: unknown) => String((error as { readonly code?: string }).code),
    );
  await killed;
  const start = performance.now();
  await server.start();
  const recovery = performance.now() - start;
  over = true;
  await Promise.all(reading);
  const there = await server.asOwner(`
    SELECT title, passages, (SELECT count(*)::int FROM gongwen.passage p WHERE p.article = a.id) AS kept
    FROM gongwen.article a WHERE category = '演练'`);
  const titles = there.map((row) => String(row.title));
  const [consistent] = await server.asOwner(`
    SELECT (SELECT sum(passages) FROM gongwen.article) = (SELECT count(*) FROM gongwen.passage)
      AND (SELECT count(*) FROM gongwen.passage) = (SELECT sum(passages) FROM gongwen.total) AS same`);
  console.log({
    'the writer was told': fault,
    'articles confirmed': confirmed.length,
    'of them lost': confirmed.filter((one) => !titles.includes(one)).length,
    doubled: titles.length - new Set(titles).size,
    'half there': there.filter(({ passages, kept }) => passages !== kept).length,
    'counts agree': consistent?.same,
    'recovery ms': Math.round(recovery),
    answers,
    'readers were told': Object.fromEntries(faults),
  });
  for (const { id } of await writer.publish(server.unit, given, () => undefined))
    await writer.withdraw(`gongwen-shared:/${id}/x.md`);
  await writer.close();
}
