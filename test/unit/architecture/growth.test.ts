import assert from 'node:assert/strict';
import type { Growth } from '../../../bench/support/growth';
import { growthOf } from '../../../bench/support/growth';
import type { TextFunction } from '../../../bench/support/textFunctions';
import { readHtml } from '../../../src/intake/formats/html/html';
import { signs, textFunctions } from '../../../bench/support/textFunctions';

/** What is n² has 2; n log n, and what a busy machine adds to it, stays below, as do objects for each character that memory pays for (1.6). */
const steepest = 1.75;
/** So many milliseconds for 4,000 characters need no look at longer ones, which may take minutes. */
const plain = 60;

/**
 * A function that grows steeply. What looks ahead a bounded way seems to be n² as long as the text is shorter than that, so the
 * growth must go on in longer texts.
 */
function steepGrowth(one: TextFunction, sign: string): Growth | undefined {
  const growth = growthOf(one, sign, { longest: 4000, noticeable: 5 });
  if (!growth || growth.exponent <= steepest || growth.milliseconds > plain) return steep(growth);
  return steep(growthOf(one, sign, { longest: 16_000, noticeable: 5 }));
}

const steep = (growth: Growth | undefined): Growth | undefined =>
  growth && growth.exponent > steepest ? growth : undefined;

/*
 * Every exported function of the folders that only know texts, on runs of one sign: none may look at a text again from each of
 * its characters. In time of the processor against something linear in the same run, the least of several; the table with
 * all exponents is made by bench/growth.ts.
 */
describe('every function that takes a text', function () {
  this.timeout(300_000);

  it('takes a time in proportion to it', async () => {
    const found: string[] = [];
    for (const one of await textFunctions()) {
      for (const sign of signs) {
        const growth = steepGrowth(one, sign);
        if (growth) found.push(`${one.name} on ${JSON.stringify(sign)}: ${growth.exponent.toFixed(2)}`);
        // One sign is enough to know that a function must be mended.
        if (growth) break;
      }
    }
    assert.deepEqual(found, []);
  });

  it('is found where it does not', () => {
    const line = /[ X]+$/;
    // Four times, so that the time is noticeable on any machine.
    const square: TextFunction = {
      name: 'square',
      run: (text) => Array.from({ length: 4 }, () => line.exec(`${text}.`)),
    };
    assert.ok(steepGrowth(square, ' '));
    const bounded: TextFunction = { name: 'bounded', run: (text) => / {1,500}x/.exec(text) };
    assert.equal(steepGrowth(bounded, ' '), undefined);
  });

  // To look through a text is quick, too: that it is done again from each line shows in long texts only.
  it('does not look for an end that never comes from each beginning', async () => {
    const longest = 160_000;
    for (const one of await textFunctions()) {
      if (!/ (?:markdownSections|draftBlocks|enclosed)$/.test(one.name)) continue;
      for (const sign of ['\n<!--', '\n<script>']) {
        const growth = growthOf(one, sign, { longest, noticeable: 100 });
        assert.ok((growth?.exponent ?? 0) < 1.6, `${one.name}: ${growth?.exponent.toFixed(2)}`);
      }
    }
  });

  it('is not n² in the rules and elements of a page', () => {
    const page: TextFunction = {
      name: 'page',
      run: ({ length }) =>
        readHtml(`<style>${'.a{display:none}'.repeat(length)}</style>${'<p class=a>甲</p>'.repeat(length)}`, '材料'),
    };
    const growth = growthOf(page, 'X', { longest: 8000, noticeable: 20 });
    assert.ok((growth?.exponent ?? 0) < 1.6, `${growth?.exponent.toFixed(2)}`);
  });

  // A copy is quick: that one is made for each character shows in long texts only.
  it('does not copy what it has so far for each character', async () => {
    for (const one of await textFunctions()) {
      if (!/widenPunctuation|importText$/.test(one.name)) continue;
      const growth = growthOf(one, ' ,', { longest: 160_000, noticeable: 20 });
      assert.ok((growth?.exponent ?? 0) < 1.6, `${one.name}: ${growth?.exponent.toFixed(2)}`);
    }
  });
});
