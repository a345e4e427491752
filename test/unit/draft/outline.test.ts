import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/draft/checks/checkDraft';
import type { DraftSection } from '../../../src/draft/outline';
import { draftSections } from '../../../src/draft/outline';
import { moveSection, renumberAll } from '../../../src/draft/rearrangeSections';

const plan = [
  '关于开展督查的方案',
  '',
  '一、总体要求',
  '',
  '任务详见第三部分。',
  '',
  '二、督查内容',
  '',
  '（一）项目建设。看进度。',
  '',
  '（二）民生实事。看实效。',
  '',
  '三、工作要求',
  '',
  '做法见第二部分，另见《规划》第二部分。',
  '',
  '特此通知。',
  '',
  '市政府办公室',
  '2026年3月5日',
].join('\n');

const shape = (sections: readonly DraftSection[]): unknown[] =>
  sections.map(({ title, sections: below }) => (below.length > 0 ? [title, ...shape(below)] : title));

const moved = (text: string, line: number, direction: 'up' | 'down', languageId?: string): string | undefined => {
  const result = moveSection(text, line, direction, languageId);
  return result && applyEdits(text, [result.edit]);
};

describe('outline of a draft', () => {
  it('nests numbered lines, with or without marks of Markdown', () => {
    const expected = ['一、总体要求', ['二、督查内容', '（一）项目建设', '（二）民生实事'], '三、工作要求'];
    assert.deepEqual(shape(draftSections(plan, 'plaintext')), expected);
    const markdown = `# 方案\n\n## 一、甲\n\n（一）乙。正文。\n\n1.丙\n\n## 二、丁`;
    assert.deepEqual(shape(draftSections(markdown)), [['方案', ['一、甲', ['（一）乙', '1.丙']], '二、丁']]);
    assert.deepEqual(
      draftSections(markdown)[0]?.sections.map(({ markdownLevel }) => markdownLevel),
      [2, 2],
    );
  });

  it('leaves the closing, the signature and the date to no section', () =>
    assert.deepEqual(
      draftSections(plan, 'plaintext').map(({ line, endLine }) => [line, endLine]),
      [
        [2, 6],
        [6, 12],
        [12, 16],
      ],
    ));

  it('moves a section with all below it, its number and references to it', () => {
    const down = moved(plan, 8, 'down', 'plaintext') ?? '';
    assert.deepEqual(shape(draftSections(down, 'plaintext'))[1], ['二、督查内容', '（一）民生实事', '（二）项目建设']);
    const up = moved(plan, 13, 'up', 'plaintext') ?? '';
    assert.equal(
      up,
      [
        ...plan.split('\n').slice(0, 4),
        '任务详见第二部分。',
        '',
        '二、工作要求',
        '',
        '做法见第三部分，另见《规划》第二部分。',
        '',
        '三、督查内容',
        ...plan.split('\n').slice(7, 12),
        ...plan.split('\n').slice(16),
      ].join('\n'),
    );
    assert.equal(moved(plan, 2, 'up', 'plaintext'), undefined);
    assert.equal(moved(plan, 0, 'down', 'plaintext'), undefined);
    assert.equal(moved(plan, 12, 'down', 'plaintext'), undefined);
  });

  it('moves within one of two lists that both begin with 1', () => {
    const text = '1.甲\n2.乙\n1.丙\n2.丁';
    assert.equal(moved(text, 3, 'up', 'plaintext'), '1.甲\n2.乙\n1.丁\n2.丙');
    assert.equal(moved(text, 2, 'down', 'plaintext'), '1.甲\n2.乙\n1.丁\n2.丙');
  });

  it('numbers anew, and lists below each heading from one', () => {
    const text =
      '一、甲\n\n1.子\n2.丑\n\n三、乙\n\n1.寅\n3.卯\n\n详见第三部分。\n\n三、丙\n\n附件1\n\n一、丁\n\n三、戊';
    // Two sections were called 三: which one is meant cannot be said, and the reference stays.
    assert.equal(
      applyEdits(text, [renumberAll(text, 'plaintext').edit]),
      '一、甲\n\n1.子\n2.丑\n\n二、乙\n\n1.寅\n2.卯\n\n详见第三部分。\n\n三、丙\n\n附件1\n\n一、丁\n\n二、戊',
    );
  });

  const draft = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('', '\n', '\n\n')))
    .map((parts) =>
      parts
        .map(([level, value, gap], at) => {
          const numeral = '一二三四五六七八九'.charAt(value - 1);
          return `${level === 1 ? `${numeral}、` : level === 2 ? `（${numeral}）` : `${value}.`}节${at}${gap}\n正文${at}${gap}`;
        })
        .join('\n'),
    );

  it('loses nothing in moving, and comes back when moved back', () => {
    const bag = (text: string): string[] =>
      text
        .replace(/^[（\d一二三四五六七八九十]+[、.）]/gm, '')
        .split('\n')
        .sort();
    fc.assert(
      fc.property(draft, fc.nat(60), fc.constantFrom('up' as const, 'down' as const), (rough, line, direction) => {
        const text = applyEdits(rough, [renumberAll(rough, 'plaintext').edit]);
        const result = moveSection(text, line, direction, 'plaintext');
        if (!result) return;
        const after = applyEdits(text, [result.edit]);
        assert.deepEqual(bag(after), bag(text));
        assert.equal(moved(after, result.line, direction === 'up' ? 'down' : 'up', 'plaintext'), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is numbered once and for all', () =>
    fc.assert(
      fc.property(draft, (text) => {
        const once = applyEdits(text, [renumberAll(text, 'plaintext').edit]);
        assert.equal(applyEdits(once, [renumberAll(once, 'plaintext').edit]), once);
      }),
      { numRuns: 2000 },
    ));
});
