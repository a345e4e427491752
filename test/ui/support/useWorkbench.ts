import { after, afterEach, before } from 'mocha';
import { Workbench } from './workbench';
import type { WorkbenchOptions } from './workbench';

/**
 * One workbench for all tests of a `describe`, opened before and closed after them. A failed test leaves a picture.
 * @returns a function that gives it to the tests
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  before(async function () {
    this.timeout(240_000);
    workbench = await Workbench.open(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after(() => workbench?.close());
  return () => {
    if (!workbench) throw new Error('The workbench is open during tests only.');
    return workbench;
  };
}
