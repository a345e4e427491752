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

  /** A draft numbered anew. */
  const anew = (text: string, languageId?: string): string => applyEdits(text, [renumberAll(text, languageId).edit]);

  it('leaves the list of attachments as it is', () => {
    for (const list of [
      '附件：1.甲\n　　　2.乙\n　　　3.丙',
      '附件：1.甲甲甲甲甲甲甲\n　　　　甲甲\n\n　　　2.乙\n\n　　　3.丙',
      '附件：\n1.甲\n2.乙\n3.丙',
    ]) {
      const text = `一、甲\n\n正文。\n\n二、乙\n\n正文。\n\n${list}\n\n市政府\n2026年3月5日\n\n附件1\n\n1.子\n2.丑`;
      assert.equal(anew(text, 'plaintext'), text);
      const at = text.split('\n').indexOf('二、乙');
      assert.equal(moved(text, at, 'up'), text.replace('一、甲', '一、乙').replace('二、乙', '二、甲'));
      const name = text.split('\n').findIndex((line) => line.includes('2.乙'));
      assert.equal(moved(text, name, 'down'), undefined);
    }
  });

  it('keeps lists within lists apart', () => {
    const text = '1. 甲\n   1. 子\n   2. 丑\n2. 乙\n3. 丙\n   1. 寅';
    assert.equal(anew(text), text);
    assert.deepEqual(shape(draftSections(text)), [['1. 甲', '1. 子', '2. 丑'], '2. 乙', ['3. 丙', '1. 寅']]);
    assert.equal(anew('1. 甲\n   1. 子\n   3. 丑\n3. 乙'), '1. 甲\n   1. 子\n   2. 丑\n2. 乙');
    assert.equal(moved(text, 3, 'up'), '1. 乙\n2. 甲\n   1. 子\n   2. 丑\n3. 丙\n   1. 寅');
    assert.equal(moved(text, 2, 'up'), '1. 甲\n   1. 丑\n   2. 子\n2. 乙\n3. 丙\n   1. 寅');
    const bullets = '- 甲\n  1. 子\n- 乙\n  1. 寅\n  2. 卯';
    assert.equal(anew(bullets), bullets);
    assert.equal(moved(bullets, 1, 'down'), undefined);
  });

  it('takes the table of contents for none of the sections', () => {
    const text =
      '# 方案\n\n目　录\n\n一、甲……1\n（一）子……1\n二、乙……3\n\n一、甲\n\n（一）子\n\n正文，见第二部分。\n\n二、乙\n\n正文。';
    assert.equal(anew(text), text);
    assert.deepEqual(shape(draftSections(text)), [['方案', ['一、甲', '（一）子'], '二、乙']]);
    assert.match(moved(text, 14, 'up') ?? '', /一、乙\n\n正文。\n\n二、甲\n\n（一）子\n\n正文，见第一部分。$/);
    // 目录 that is a document of its own.
    assert.deepEqual(shape(draftSections('目录\n\n一、甲\n\n这里说的是甲。\n\n附件\n\n一、乙')), ['一、甲', '一、乙']);
  });

  it('lets all references behind 见 follow', () => {
    const parts = '一、甲\n\n二、乙\n\n三、丙\n\n四、丁\n\n';
    const after = (reference: string, line: number): string =>
      moved(parts + reference, line, 'down')
        ?.split('\n')
        .at(-1) ?? '';
    assert.equal(after('见第二部分和第一部分。', 0), '见第一部分和第二部分。');
    assert.equal(after('详见第三部分、第四部分。', 2), '详见第二部分、第四部分。');
    assert.equal(after('按照第一、二部分以及《规划》第一部分。', 0), '按照第二、一部分以及《规划》第一部分。');
    assert.equal(after('见第一部分至第三部分。', 0), '见第一部分至第三部分。');
  });

  it('reads headings in bold and numbers with 、', () => {
    const text = '**一、甲。**正文。\n\n**（一）子**\n\n## **三、乙**\n\n1、寅\n\n3、卯';
    assert.deepEqual(shape(draftSections(text)), [
      ['一、甲', '（一）子'],
      ['三、乙', '1、寅', '3、卯'],
    ]);
    assert.equal(anew(text), text.replace('三、', '二、').replace('3、', '2、'));
  });

  it('keeps the line ends of a text as they are', () => {
    const text = '一、甲\r\n\r\n正文。\r\n\r\n二、乙\r\n\r\n见第一部分。';
    const after = '一、乙\r\n\r\n见第二部分。\r\n\r\n二、甲\r\n\r\n正文。';
    assert.equal(moved(text, 4, 'up'), after);
    assert.equal(moved(after, 0, 'down'), text);
    assert.equal(anew(text.replace('二', '五')), text);
  });

  it('leaves the last sentence where it is', () => {
    for (const last of ['请认真贯彻执行。', '以上请予支持。', '本办法自印发之日起施行。', '谢谢大家！']) {
      const tail = `${last}\n\n市政府\n2026年3月5日`;
      const text = `一、甲\n\n正文。\n\n二、乙\n\n请各单位抓紧落实。\n\n${tail}`;
      const after = `一、乙\n\n请各单位抓紧落实。\n\n二、甲\n\n正文。\n\n${tail}`;
      assert.equal(moved(text, 4, 'up', 'plaintext'), after);
      assert.equal(moved(text.split('\n\n市政府')[0] ?? '', 4, 'up'), after.split('\n\n市政府')[0]);
    }
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
        const text = anew(rough, 'plaintext');
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
        const once = anew(text, 'plaintext');
        assert.equal(anew(once, 'plaintext'), once);
      }),
      { numRuns: 2000 },
    ));
});
