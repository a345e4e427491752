// Measures how exactly damaged texts come back, and how fast text is taken in.
//   npx tsx bench/intake.ts [damaged files, 400 unless told] [seed to look at alone, or 0] [folder of another corpus]
// The rules were written while looking at other seeds than those measured.
import { linesOf, lineSteps } from '../src/intake/line';
import { importText } from '../src/intake/importText';
import type { Intake } from '../src/intake/importText';
import { ImportPlanner } from '../src/intake/plan/planImport';
import type { Steps } from '../src/base/slices';
import { finish } from '../src/base/slices';
import { cleanArticles, recombine } from './support/cleanArticles';
import type { CleanArticle, Damage } from './support/damage';
import { damageOf, damageText } from './support/damage';
import { Random } from './support/random';
import type { Score } from './support/scoreIntake';
import { addScores, noScore, scoreBoundaries, scoreHeadings } from './support/scoreIntake';

interface Result {
  readonly damage: Damage;
  readonly boundaries: Score;
  readonly headings: Score;
  /** Articles that came back under their title, of all; and how many came back that were none. */
  readonly articles: Score;
}

const firstSeed = 20_001;

const sources = cleanArticles(process.argv[4]);

function damagedFile(seed: number): { damage: Damage; articles: readonly CleanArticle[]; text: string } {
  const random = new Random(seed);
  const damage = damageOf(random);
  const articles = Array.from({ length: random.of([1, 1, 2, 4]) }, () => recombine(sources, random));
  const byCategory = [...articles].sort((a, b) => (a.category < b.category ? -1 : 1));
  return { damage, articles: byCategory, text: damageText(byCategory, damage, random) };
}

const read = (text: string): Intake => finish(importText({ lines: linesOf(text), name: '文件' }));

function measure(seed: number): Result {
  const { damage, articles, text } = damagedFile(seed);
  const { drafts } = read(text);
  let [boundaries, headings] = [noScore, noScore];
  let same = 0;
  const left = [...drafts];
  for (const article of articles) {
    const at = left.findIndex(({ front }) => front.title === article.title);
    const [draft] = at < 0 ? [] : left.splice(at, 1);
    if (draft) same++;
    boundaries = addScores(boundaries, scoreBoundaries(article.blocks, draft?.blocks ?? []));
    headings = addScores(headings, scoreHeadings(article.blocks, draft?.blocks ?? []));
  }
  return { damage, boundaries, headings, articles: { same, either: articles.length + left.length } };
}

const percent = ({ same, either }: Score): string => (either === 0 ? '–' : ((100 * same) / either).toFixed(2));

function printRows(results: readonly Result[]): void {
  const kinds: readonly (readonly [name: string, has: (damage: Damage) => boolean])[] = [
    ['all', () => true],
    ['lines as paragraphs', ({ setting }) => setting === 'unwrapped'],
    ['first lines of pages broken', ({ setting }) => setting === 'pageTops'],
    ['all lines broken', ({ setting }) => setting === 'wrapped'],
    ['no indent lost', ({ flush }) => flush === 0],
    ['15 % of indents lost', ({ flush }) => flush === 0.15],
    ['no headings fused', ({ fused }) => fused === 0],
    ['10 % of headings fused', ({ fused }) => fused === 0.1],
    ['with table of contents', ({ contents }) => contents],
    ['without', ({ contents }) => !contents],
  ];
  console.log('| damage | files | boundaries % | headings % | articles % |\n| --- | --- | --- | --- | --- |');
  for (const [name, has] of kinds) {
    const some = results.filter(({ damage }) => has(damage));
    const sum = (score: (result: Result) => Score): string => percent(some.map(score).reduce(addScores, noScore));
    console.log(
      `| ${name} | ${some.length} | ${sum((r) => r.boundaries)} | ${sum((r) => r.headings)} | ${sum((r) => r.articles)} |`,
    );
  }
}

function* planned(text: string): Steps<number> {
  const intake = yield* importText({ lines: yield* lineSteps(text), name: '文件' });
  return (yield* new ImportPlanner().plan(intake, '文件')).length;
}

function speed(): void {
  let text = '';
  for (let seed = 1; text.length < 3_600_000; seed++) text += `${damagedFile(seed).text}\n\n`;
  const bytes = new TextEncoder().encode(text).length;
  const start = performance.now();
  const processor = process.cpuUsage();
  const steps = planned(text);
  let longest = 0;
  let from = performance.now();
  for (let step = steps.next(); !step.done; step = steps.next()) {
    longest = Math.max(longest, performance.now() - from);
    from = performance.now();
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const work = ((user + system) / 1e6).toFixed(2);
  console.log(
    `\n${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s, ${work} s of processor, longest step ${longest.toFixed(0)} ms`,
  );
}

function look(seed: number): void {
  const { damage, articles, text } = damagedFile(seed);
  const { drafts } = read(text);
  console.log(
    damage,
    `\n${text.slice(0, 3000)}\n`,
    articles.map(({ title }) => title),
    drafts.map(({ front }) => front.title),
  );
  for (const article of articles) {
    const draft = drafts.find(({ front }) => front.title === article.title);
    const expected = new Set(article.blocks.map((block) => `${block.kind} ${block.text}`));
    const found = new Set(draft?.blocks.map((block) => `${block.kind} ${block.text}`));
    const short = (line: string): string => `${line.slice(0, 50)} … ${line.slice(-24)}`;
    for (const line of expected) if (!found.has(line)) console.log('-', short(line));
    for (const line of found) if (!expected.has(line)) console.log('+', short(line));
  }
}

const only = process.argv[3];
if (Number(only)) look(Number(only));
else {
  const results = Array.from({ length: Number(process.argv[2] ?? 400) }, (_, index) => measure(firstSeed + index));
  printRows(results);
  if (process.argv[2]) {
    const bad = results.flatMap(({ boundaries, headings }, at) =>
      boundaries.same < boundaries.either || headings.same < headings.either ? [at + firstSeed] : [],
    );
    console.log(`not exact: ${bad.join(' ')}`);
  }
  if (!process.argv[4]) speed();
}
