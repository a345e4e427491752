/**
 * What the checks of a draft of 10,000 characters cost, plain Node.js, in milliseconds of processor time: the first check of a session (index of what drafts are
 * compared with, rules, check), a check after a keystroke, and the longest stretch of work without a turn for the host. Medians;
 * the longest stretch is the median over the rounds of the longest in each. Run with
 *
 *     npx tsx bench/checks.ts [PASSAGES …]
 *
 * by default 10000 and 100000 recombined passages; one in ten paragraphs of the draft stands in the library word for word.
 */
import { Slice } from '../src/base/slices';
import type { Steps } from '../src/base/slices';
import { BorrowedIndex } from '../src/draft/checks/borrowedIndex';
import { borrowedRule } from '../src/draft/checks/borrowedRule';
import { DraftChecker } from '../src/draft/checks/checkDraft';
import { formulaRules } from '../src/draft/checks/formulaRules';
import { NearMissIndex } from '../src/draft/checks/nearMissIndex';
import { rules } from '../src/draft/checks/rules';
import { nearMissRule } from '../src/draft/checks/spellingRules';
import { parseFormulas } from '../src/draft/formulas';
import { formulaCategory, phraseCategories } from '../src/library/categories';
import { recombinedCorpus } from './search/corpus';
import { shippedCorpus } from './shippedCorpus';
import { Random } from './support/random';

const rounds = 5;
const keystrokes = 40;
const draftLength = 10_000;

/** Of this process, in milliseconds: what else the machine does counts less than on a clock. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Stretches of work between turns of the host, in milliseconds. */
class Stopwatch {
  readonly stretches: number[] = [];

  /** Takes steps as `finishInSlices` does. @returns the result, and milliseconds of work */
  steps<T>(steps: Steps<T>): { readonly result: T; readonly ms: number } {
    let sum = 0;
    for (;;) {
      const slice = new Slice();
      const start = processorTime();
      let step = steps.next();
      while (!step.done && !slice.over) step = steps.next();
      const ms = processorTime() - start;
      this.stretches.push(ms);
      sum += ms;
      if (step.done) return { result: step.value, ms: sum };
    }
  }

  whole<T>(work: () => T): { readonly result: T; readonly ms: number } {
    const start = processorTime();
    const result = work();
    const ms = processorTime() - start;
    this.stretches.push(ms);
    return { result, ms };
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const shipped = shippedCorpus();
const collections = shipped.filter(({ category }) => phraseCategories.has(category));
const expressions = collections.flatMap(({ passages }) =>
  passages.flatMap(({ kind, text }) => (kind === 'phrase' ? [text] : [])),
);
const entries = collections.flatMap(({ passages }) => passages.map(({ text }) => text));
const formulas = shipped
  .filter(({ category }) => category === formulaCategory)
  .flatMap(({ text }) => parseFormulas(text));

console.log('passages  index ms  rules ms  first check ms  all ms  keystroke ms  longest stretch ms  at keystrokes ms');
for (const passages of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000]) {
  const walked = recombinedCorpus(passages + 100);
  const library = [...shipped, ...walked.slice(0, -4)];
  const own = walked.slice(-4).flatMap(({ text }) => text.split('\n\n'));
  const paragraphs = own.map((text, at) => (at % 10 === 9 ? (walked[at]?.text.split('\n\n')[3] ?? '') : text));
  const draft = `# 关于开展督查的通知\n\n${paragraphs.join('\n\n')}`.slice(0, draftLength);

  const figures: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const random = new Random(round);
    const watch = new Stopwatch();
    const index = new BorrowedIndex();
    const indexing = watch.steps(index.addAll(library.filter(({ category }) => !phraseCategories.has(category))));
    const setting = watch.steps(index.setFormulasInSteps(entries));
    const making = watch.whole(() => formulaRules(formulas));
    const near = watch.whole(() => nearMissRule(new NearMissIndex(expressions, () => library.map(({ text }) => text))));
    const all = [...rules, ...making.result, near.result, borrowedRule({ index, nameOf: (id) => id })];
    const checker = new DraftChecker(all);
    const first = watch.steps(checker.checkInSteps(draft));
    const typing = new Stopwatch();
    let text = draft;
    const times: number[] = [];
    for (let stroke = 0; stroke < keystrokes; stroke++) {
      const at = random.between(20, text.length);
      text = text.slice(0, at) + random.of([...'的要和在发展工作，。']) + text.slice(at);
      times.push(typing.steps(checker.checkInSteps(text)).ms);
    }
    const ready = setting.ms + making.ms + near.ms;
    figures.push([
      indexing.ms,
      ready,
      first.ms,
      indexing.ms + ready + first.ms,
      median(times),
      Math.max(...watch.stretches),
      Math.max(...typing.stretches),
    ]);
  }
  const widths = [9, 9, 15, 7, 13, 19, 17];
  const columns = widths.map((width, at) =>
    median(figures.map((row) => row[at] ?? NaN))
      .toFixed(1)
      .padStart(width),
  );
  console.log(`${String(passages).padStart(8)} ${columns.join(' ')}`);
}
