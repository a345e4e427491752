/**
 * Finds the weights of `src/completion/ranking/likelihood.ts`. Run with
 *
 *     npx tsx bench/fitLikelihood.ts file …
 *
 * The files are official prose that the shipped library does not have, separate from what the result is measured on. At
 * every third position of them it asks what the library and the text so far would offer, and fits a logistic regression
 * to which of the offers come true, by Newton's method with a small ridge.
 */
import { readFileSync } from 'node:fs';
import { Library } from '../src/library/library';
import { finish } from '../src/base/slices';
import { Collocations } from '../src/completion/corpus/collocations';
import { Concordance } from '../src/completion/corpus/concordance';
import { DraftRepetitions } from '../src/completion/sources/draftRepetitions';
import { featuresOf, likelihood } from '../src/completion/ranking/likelihood';
import { PhraseFinder } from '../src/completion/sources/phraseFinder';
import { typedClauseBefore } from '../src/completion/sources/typedClause';
import { MemorySource } from '../test/unit/library/memorySource';
import { repositoryFiles } from './support/corpusFiles';

const stride = 2;
/** Offers that are learnt from, the likeliest by the weights so far: what is hardly ever shown need not be told apart. */
const promising = 12;
const shortestTyped = 2;
const ridge = 1e-3;
const rounds = 12;

interface Row {
  readonly values: readonly number[];
  readonly came: number;
}

function* rowsOf(text: string, finder: PhraseFinder): Generator<Row> {
  const draftRepetitions = new DraftRepetitions();
  for (let at = 1; at < text.length; at += stride) {
    const before = text.slice(0, at);
    const clause = typedClauseBefore(before, at);
    if (clause.run.length < shortestTyped) continue;
    const offers = [...finder.find(clause, shortestTyped, draftRepetitions.at(before, at))].sort(
      (a, b) => likelihood(b.evidence) - likelihood(a.evidence),
    );
    for (const found of offers.slice(0, promising)) {
      yield { values: Object.values(featuresOf(found.evidence)), came: Number(text.startsWith(found.text, at)) };
    }
  }
}

/** Solves a symmetric positive definite system by elimination. */
function solve(matrix: number[][], vector: number[]): number[] {
  const size = vector.length;
  const rows = matrix.map((row, index) => [...row, vector[index] ?? 0]);
  for (let at = 0; at < size; at++) {
    const pivot = rows[at] ?? [];
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const factor: number = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function fit(rows: readonly Row[]): readonly number[] {
  const size = rows[0]?.values.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight) => -ridge * weight);
    const curvature = weights.map((_, index) => weights.map((__, other): number => (index === other ? ridge : 0)));
    for (const { values, came } of rows) {
      const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const spread = chance * (1 - chance);
      for (const [index, value] of values.entries()) {
        gradient[index] = (gradient[index] ?? 0) + (came - chance) * value;
        const line = curvature[index] ?? [];
        for (const [other, second] of values.entries()) line[other] = (line[other] ?? 0) + spread * value * second;
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, index) => weight + (step[index] ?? 0));
  }
  return weights;
}

async function main(): Promise<void> {
  const library = new Library([new MemorySource('builtin', repositoryFiles('corpus', '.md'))]);
  await library.caughtUp();
  const concordance = new Concordance();
  finish(concordance.update(new Set(), library.articles));
  const collocations = new Collocations();
  finish(collocations.load(repositoryFiles('corpus', '.tsv')['搭配.tsv'] ?? ''));
  const finder = new PhraseFinder(concordance, collocations);
  const rows = process.argv.slice(2).flatMap((path) => [...rowsOf(readFileSync(path, 'utf8'), finder)]);
  const came = rows.reduce((sum, row) => sum + row.came, 0);
  console.log(`${rows.length} offers, ${came} came true`);
  console.log(
    `[${fit(rows)
      .map((weight) => weight.toFixed(2))
      .join(', ')}]`,
  );
}

void main();
