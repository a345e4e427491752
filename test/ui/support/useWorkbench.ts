import { after, afterEach, before } from 'mocha';
import { hostLogs } from './hostLogs';
import { Workbench } from './workbench';
import type { WorkbenchOptions } from './workbench';

/**
 * One workbench for all tests of a `describe`, opened before and closed after them. A failed test leaves a picture, and what the hosts have logged.
 * @returns a function that gives it to the tests
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  before(async function () {
    this.timeout(240_000);
    workbench = await Workbench.open(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !workbench) return;
    await workbench.screenshot(`failed ${this.currentTest.fullTitle()}`);
    console.log(hostLogs(workbench.folder));
  });
  after(() => workbench?.close());
  return () => {
    if (!workbench) throw new Error('The workbench is open during tests only.');
    return workbench;
  };
}
