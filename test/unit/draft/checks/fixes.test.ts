import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, DraftChecker } from '../../../../src/draft/checks/checkDraft';
import { documentedRules } from '../../../../src/draft/checks/documentedRules';

const rules = documentedRules().map((rule) => ({ ...rule, on: true }));
const checkers = rules.map((rule) => new DraftChecker([rule]));
const examples = rules.flatMap(({ triggers, silent }) => [...triggers.map(({ text }) => text), ...silent]);

/** Examples of all rules one below the other: what one rule is silent on may stand anywhere. */
const draft = fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n'));
const rule = fc.nat(rules.length - 1);

describe('fixes', () => {
  it('lie within the finding, and the finding within the draft', () =>
    fc.assert(
      fc.property(draft, rule, (text, at) => {
        for (const { offset, length, fix } of checkers[at]?.check(text) ?? []) {
          assert.ok(offset >= 0 && length > 0 && offset + length <= text.length);
          if (fix) assert.ok(fix.offset >= offset && fix.offset + fix.length <= offset + length);
        }
      }),
      { numRuns: 10_000 },
    ));

  it('leave nothing of their rule that could be fixed', () =>
    fc.assert(
      fc.property(draft, rule, (text, at) => {
        const checker = checkers[at];
        const edits = checker?.check(text).flatMap(({ fix }) => fix ?? []) ?? [];
        const after = applyEdits(text, edits);
        assert.deepEqual(checker?.check(after).filter(({ fix }) => fix) ?? [], [], rules[at]?.id);
      }),
      { numRuns: 10_000 },
    ));
});
