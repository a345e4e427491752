import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Mocha's usual report; the counts, and the files with failures, also go to the file that GONGWEN_TALLY names. */
export default class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failedFiles = new Set();
    runner.on('fail', ({ file, parent }) => failedFiles.add(file ?? parent?.file));
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      writeFileSync(process.env.GONGWEN_TALLY, JSON.stringify({ passes, failures, failedFiles: [...failedFiles] }));
    });
  }
}
