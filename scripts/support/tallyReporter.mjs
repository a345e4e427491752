import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Mocha's usual report; the counts, and what failed, also go to the file that GONGWEN_TALLY names. */
export default class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    runner.on('fail', (test, { message }) => failed.push(`${test.fullTitle()}: ${message.split('\n')[0]}`));
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      writeFileSync(process.env.GONGWEN_TALLY, JSON.stringify({ passes, failures, failed }));
    });
  }
}
