import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../../src/draft/checks/checkDraft';
import { applyEdits, DraftChecker } from '../../../../src/draft/checks/checkDraft';
import { documentedRules } from '../../../../src/draft/checks/documentedRules';

/** Texts that each property is tried on; `GONGWEN_RUNS=10000` for a thorough look. */
const numRuns = Number(process.env.GONGWEN_RUNS ?? 300);

const rules = documentedRules().map((rule) => ({ ...rule, on: true }));
const checkers = rules.map((rule) => new DraftChecker([rule]));
const together = new DraftChecker(rules);
const examples = rules.flatMap(({ triggers, silent }) => [...triggers.map(({ text }) => text), ...silent]);

/** What stands at the beginning of a line, and what rules look at. */
const starts = [
  '# ',
  '一、',
  '三、',
  '（一）',
  '（三）',
  '1.',
  '3、',
  '（2）',
  '附件：1.',
  '附件',
  '抄送：',
  '第五条 ',
];
const pieces = [
  ...'，。、；：,.;:?!"“”‘’《》〈〉（）()〔〕[]…·-—–～~%％0123456789０５年月日号万亿元个天等是项点',
  ...[
    '。。',
    '……',
    '——',
    '--',
    '...',
    '2026',
    '省',
    '会议',
    '督查',
    '一是',
    '第一',
    '三四',
    '一体',
    '全市',
    'XX市',
    'ab',
    ' ',
  ],
];
const line = fc
  .tuple(fc.constantFrom('', '', '', ...starts), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }))
  .map(([start, rest]) => start + rest.join(''));

/** Examples of all rules, cut and put together, and lines that nobody would write. */
const draft = fc
  .array(
    fc.oneof(
      fc.constantFrom(...examples),
      fc.tuple(fc.constantFrom(...examples), fc.nat(20), line).map(([text, at, rest]) => text.slice(0, at) + rest),
      line,
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((parts) => fc.constantFrom('\n', '\n\n', '').map((joint) => parts.join(joint)));
const fixesOf = (findings: readonly Finding[]): string =>
  findings.flatMap(({ rule: { id }, fix, offset }) => (fix ? [`${id} at ${offset}`] : [])).join(', ');

describe('fixes', function () {
  this.timeout(20_000 + 20 * numRuns);

  it('lie within the finding, and the finding within the draft', () => {
    fc.assert(
      fc.property(draft, (text) => {
        for (const {
          offset,
          length,
          fix,
          rule: { id },
        } of together.check(text)) {
          assert.ok(offset >= 0 && length > 0 && offset + length <= text.length, id);
          if (fix) assert.ok(fix.offset >= offset && fix.offset + fix.length <= offset + length, id);
        }
      }),
      { numRuns },
    );
  });

  it('leave nothing of their rule that could be fixed, and make nothing worse', () => {
    fc.assert(
      fc.property(draft, (text) => {
        for (const [at, checker] of checkers.entries()) {
          const before = checker.check(text);
          const edits = before.flatMap(({ fix }) => fix ?? []);
          if (edits.length === 0) continue;
          const after = checker.check(applyEdits(text, edits));
          assert.equal(fixesOf(after), '');
          assert.ok(after.length <= before.length - edits.length, `${rules[at]?.id}: ${after.length} left`);
        }
      }),
      { numRuns },
    );
  });
});
