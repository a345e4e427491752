import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/draft/checks/checkDraft';
import { applyEdits, DraftChecker } from '../../../../src/draft/checks/checkDraft';
import type { Rule } from '../../../../src/draft/checks/rule';
import { documentedRules } from '../../../../src/draft/checks/documentedRules';

const rules = documentedRules();

const findings = (rule: Rule, text: string): readonly Finding[] =>
  new DraftChecker([{ ...rule, on: true }]).check(text);

describe('rules of drafts', () => {
  it('have ids of their own', () => assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length));

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has examples of both kinds', () => assert.ok(rule.triggers.length > 0 && rule.silent.length > 0));

      for (const { text, found, fixed } of rule.triggers) {
        it(`finds ${found.join(' ')} in ${JSON.stringify(text)}`, () => {
          const all = findings(rule, text);
          assert.deepEqual(
            all.map(({ offset, length }) => text.slice(offset, offset + length)),
            found,
          );
          const result = applyEdits(
            text,
            all.flatMap(({ fix }) => fix ?? []),
          );
          assert.equal(result, fixed ?? text);
          if (fixed !== undefined) assert.deepEqual(findings(rule, fixed), []);
        });
      }

      for (const text of rule.silent) {
        it(`is silent on ${JSON.stringify(text)}`, () =>
          assert.deepEqual(
            findings(rule, text).map(({ offset, length }) => text.slice(offset, offset + length)),
            [],
          ));
      }

      it('fills every slot of its message', () => {
        const slots = new Set(`${rule.message.en}${rule.message.zh}`.match(/\{\d\}/g));
        for (const { args = [], message } of rule.triggers.flatMap(({ text }) => findings(rule, text)))
          if (!message) assert.ok(args.length >= slots.size, `${args.length} for ${slots.size}`);
      });
    });
  }
});
