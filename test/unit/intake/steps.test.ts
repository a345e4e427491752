import assert from 'node:assert/strict';
import type { Paragraph } from '../../../src/intake/clean/joinLines';
import { findHeadings } from '../../../src/intake/clean/headings';
import { ChangeLog } from '../../../src/intake/clean/changeLog';
import { NearDuplicates } from '../../../src/text/nearDuplicates';
import { ImportPlanner } from '../../../src/intake/plan/planImport';
import type { Steps } from '../../../src/base/slices';
import { finish } from '../../../src/base/slices';
import { intake } from './intakeFixtures';

function countSteps(steps: Steps<unknown>): number {
  let count = 1;
  while (!steps.next().done) count++;
  return count;
}

/** Paragraphs that differ, each a sentence. */
const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `第${at}组的渠道今年清淤${at * 7}米，渠水按时到了田头，群众都说好。`);

describe('taking in a large file', () => {
  it('looks for headings a few paragraphs at a time', () => {
    const paragraphs = texts(2000).map((text): Paragraph => ({ text }));
    assert.ok(countSteps(findHeadings(paragraphs, new ChangeLog())) >= 200);
  });

  it('compares a piece at a time, with the same result', () => {
    const duplicates = new NearDuplicates<string>(8);
    const text = texts(8000).join('');
    assert.ok(countSteps(duplicates.sample(text)) >= 10);
    const sample = finish(duplicates.sample(text));
    assert.ok(sample.size > 5000);
    assert.ok(countSteps(duplicates.add('甲', sample)) >= 2);
    // Pieces begin elsewhere in this one.
    const other = finish(duplicates.sample(`今年。${text}`));
    assert.ok(countSteps(duplicates.find(other)) >= 2);
    const match = finish(duplicates.find(other));
    assert.ok(match && match.share > 0.99 && match.back === 1, JSON.stringify(match));
  });

  it('plans a few paragraphs at a time', () => {
    const taken = intake(texts(1000).join('\n'));
    assert.ok(countSteps(new ImportPlanner().plan(taken, '甲.txt')) >= 20);
  });
});
