// Generates files of every format and holds the Han characters, letters and digits that were put in against those that come
// out: in an article, or in the list of what was removed.
//   npx tsx bench/conservation.ts [files of each format, 1200 unless told] [first seed] [ending of one format]
import { readFile } from '../src/intake/readFile';
import { parseFrontMatter } from '../src/library/frontMatter';
import { bagOf, missingIn, outcomeOf, sizeOf } from './support/conserved';
import { generatedFile, makers } from './support/generatedFiles';
import { Random } from './support/random';

async function main(): Promise<void> {
  const [, , count = '1200', first = '1', only] = process.argv;
  console.log('| format | files | refused | characters in | in articles | removed | lost |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const lost: string[] = [];
  for (const ending of only ? [only] : Object.keys(makers)) {
    const sum = { files: 0, refused: 0, in: 0, articles: 0, removed: 0, lost: 0 };
    for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
      const { name, bytes, texts } = generatedFile(ending, new Random(seed));
      const read = await readFile(name, bytes, parseFrontMatter);
      sum.files++;
      // Nothing but signs was put in.
      if (read.problems.length > 0) sum.refused++;
      const { front, articles, removed } = outcomeOf(read);
      const put = bagOf(texts.join('\n'));
      const missing = missingIn(bagOf(`${front}\n${articles}\n${removed}`), put);
      sum.in += sizeOf(put);
      sum.articles += sizeOf(bagOf(articles));
      sum.removed += sizeOf(bagOf(removed));
      sum.lost += missing.length;
      if (missing)
        lost.push(`${ending} ${seed}: ${missing.slice(0, 40)} ${read.problems.map(({ code }) => code).join(' ')}`);
    }
    console.log(
      `| ${ending} | ${sum.files} | ${sum.refused} | ${sum.in} | ${sum.articles} | ${sum.removed} | ${sum.lost} |`,
    );
  }
  for (const line of lost.slice(0, 30)) console.log(line);
}

void main();
