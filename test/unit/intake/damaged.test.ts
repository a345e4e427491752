import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanArticles, recombine } from '../../../bench/support/cleanArticles';
import { damageOf, damageText } from '../../../bench/support/damage';
import { Random } from '../../../bench/support/random';
import { toMarkdown } from '../../../src/intake/plan/toMarkdown';
import { hanOf, intake, intakeOfMarkdown } from './intakeFixtures';

const sources = cleanArticles();

/** A damaged file with one to three articles; the same for the same seed. */
function damaged(seed: number): string {
  const random = new Random(seed);
  const damage = damageOf(random);
  const articles = Array.from({ length: random.between(1, 3) }, () => recombine(sources, random));
  return damageText(articles, damage, random);
}

/** Text as lines of all kinds, numbered, labelled, indented or not. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '一、抓好春耕生产',
        '（一）备足农资。各地要早动手。',
        '(二)修好水渠,确保通水',
        '主持人:请提问。',
        '目录',
        '网络',
        '- 3 -',
        '***同志指出,X市要抓好落实',
        '    各级各部门要',
        '按时完成1-11月任务,增长44.7%。',
        '谢谢大家!',
        '【来自:某某网,QQ群12345678】',
        '1.加强领导',
        '',
        '# 标题',
        '- 项目',
        '| 甲 | 乙 |',
      ),
      fc.string({
        unit: fc.constantFrom(
          '春',
          '耕',
          '，',
          '。',
          ',',
          '.',
          ' ',
          'a',
          '1',
          '(',
          ')',
          '"',
          ':',
          '#',
          '*',
          '\t',
          '\u3000',
        ),
      }),
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.join('\n'));

const written = (text: string): string[] => intake(text).drafts.map(({ front, blocks }) => toMarkdown(front, blocks));

function assertStable(text: string): void {
  for (const markdown of written(text)) {
    const { drafts, removed, mended } = intakeOfMarkdown(markdown);
    assert.deepEqual(
      drafts.map(({ front, blocks }) => toMarkdown(front, blocks)),
      [markdown],
    );
    assert.deepEqual(removed, []);
    assert.deepEqual(mended, []);
  }
}

/** Han characters of the articles and of what was removed are those of the file, each as often. */
function assertNothingLost(text: string): void {
  const { drafts, removed } = intake(text);
  const kept = hanOf(
    ...drafts.flatMap(({ blocks }) => blocks.map((block) => block.text)),
    ...removed.map((one) => one.text),
  );
  assert.deepEqual(kept.sort(), hanOf(text).sort());
}

describe('a damaged text', function () {
  this.timeout(60_000);

  it('is not changed any more by a second cleaning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => assertStable(damaged(seed))),
      { numRuns: 40 },
    );
  });

  it('loses no Han character but in what is listed as removed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => assertNothingLost(damaged(seed))),
      { numRuns: 40 },
    );
  });
});

describe('any text', function () {
  this.timeout(60_000);

  it('is not changed any more by a second cleaning', () => {
    fc.assert(fc.property(anyText, assertStable), { numRuns: 2000 });
  });

  it('loses no Han character but in what is listed as removed', () => {
    fc.assert(fc.property(anyText, assertNothingLost), { numRuns: 2000 });
  });
});
