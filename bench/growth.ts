// How the time of every exported text function of the pure folders grows with the length of runs of one sign: the worst of
// each, as an exponent of n (1 is linear), measured against something linear in the same run; where it seems steep, on longer runs,
// in which one that is steep goes on to be. At the end a line for each folder.
//   npx tsx bench/growth.ts [part of a name] [--all]
import type { Growth } from './support/growth';
import { settledGrowthOf } from './support/growth';
import { signs, textFunctions } from './support/textFunctions';

async function main(): Promise<void> {
  const part = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? '';
  const functions = (await textFunctions()).filter(({ name }) => name.includes(part));
  const folders = new Map<string, { functions: number; quick: number; steepest: string; exponent: number }>();
  console.log('| function | exponent | on | characters | ms for so many |\n| --- | --- | --- | --- | --- |');
  for (const one of functions) {
    let worst: Growth | undefined;
    for (const sign of signs) {
      const growth = settledGrowthOf(one, sign);
      if (growth && growth.exponent > (worst?.exponent ?? 0)) worst = growth;
    }
    const [folder = ''] = one.name.split(/[/:]/);
    const sum = folders.get(folder) ?? { functions: 0, quick: 0, steepest: '–', exponent: 0 };
    folders.set(folder, sum);
    sum.functions++;
    if (!worst) sum.quick++;
    if (worst && worst.exponent > sum.exponent) [sum.steepest, sum.exponent] = [one.name, worst.exponent];
    if (worst)
      console.log(
        `| ${one.name} | ${worst.exponent.toFixed(2)} | ${JSON.stringify(worst.sign)} | ${worst.length} | ${worst.milliseconds.toFixed(0)} |`,
      );
    else if (process.argv.includes('--all')) console.log(`| ${one.name} | – | all | 40000 | under 20 |`);
  }
  console.log(
    `\n| folder | functions | under 20 ms on all of ${signs.length} signs | steepest of the others | exponent |`,
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const [folder, { functions: count, quick, steepest, exponent }] of folders)
    console.log(`| ${folder} | ${count} | ${quick} | ${steepest} | ${exponent ? exponent.toFixed(2) : '–'} |`);
}

void main();
