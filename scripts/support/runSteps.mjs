import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';
import { runProcess } from './runProcess.mjs';

/** The longest suite takes a third of this on two busy processors; what takes longer hangs. */
const stepLimit = 30 * 60_000;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {{ command: string, args: string[], shell?: boolean }} line
 * @property {boolean} [suite] its tests are counted; any other step counts as one check
 * @property {string[]} [after] steps without whose success this one cannot run
 * @property {() => Promise<{ lines: string[], failures: number }>} [check] looks at what a step that passed has left
 *
 * @typedef {object} Tally
 * @property {number} passes
 * @property {number} failures
 * @property {string[]} [failed] a line for each test that failed, and for each step that is no suite
 */

/**
 * Runs as many steps at a time as there are processors, at least two and at most four, each once and as soon as those it
 * needs are through.
 * @param {Step[]} steps
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @returns {Promise<Tally>} of all steps
 */
export async function runSteps(steps, env, say) {
  const scratch = mkdtempSync(join(tmpdir(), 'gongwen-test-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  const total = { passes: 0, failures: 0, failed: [] };
  const done = new Map();
  const waiting = [...steps];
  const work = async () => {
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ after = [] }) => after.every((name) => done.has(name)));
      if (next < 0) {
        await sleep(100);
        continue;
      }
      const [step] = waiting.splice(next, 1);
      const lacking = (step.after ?? []).filter((name) => !done.get(name));
      let tally = { passes: 0, failures: 1 };
      if (lacking.length > 0) say(`✗ ${step.name}: cannot run, as this failed: ${lacking.join(', ')}`);
      else tally = await runStep(step, env, join(scratch, `${steps.indexOf(step)}.json`), say);
      done.set(step.name, tally.failures === 0);
      total.passes += tally.passes;
      total.failures += tally.failures;
      if (tally.failures > 0)
        total.failed.push(...(tally.failed ?? ['see above']).map((line) => `${step.name}: ${line}`));
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, work));
  return total;
}

/** @returns {Promise<Tally>} */
async function runStep({ name, line, suite, check }, env, tallyFile, say) {
  const start = Date.now();
  const options = { cwd: root, env: { ...env, GONGWEN_TALLY: tallyFile }, limit: stepLimit };
  const { passed, output } = await runProcess(line, options);
  const tally = suite ? readTally(tallyFile, passed) : { passes: passed ? 1 : 0, failures: passed ? 0 : 1 };
  const { lines = [], failures = 0 } = (passed && (await check?.())) || {};
  tally.failures += failures;
  const time = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  const counts = suite ? `: ${tally.passes} passed, ${tally.failures} failed` : '';
  say(`${tally.failures === 0 ? '✓' : '✗'} ${name}${counts} (${time})`);
  for (const text of lines) say(`    ${text}`);
  if (!passed) say(output.trim().replaceAll(/^/gm, '    '));
  return tally;
}

/** A suite that died, or that ran nothing, has failed, whatever it counted. */
function readTally(file, passed) {
  let tally = { passes: 0, failures: 0 };
  try {
    tally = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // It did not come to its end.
  }
  return tally.failures === 0 && (!passed || tally.passes === 0) ? { passes: tally.passes, failures: 1 } : tally;
}
