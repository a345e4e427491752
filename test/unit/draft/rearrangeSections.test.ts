import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/draft/checks/checkDraft';
import { draftSections } from '../../../src/draft/outline';
import { moveSection, renumberAll } from '../../../src/draft/rearrangeSections';
import { plan, shape } from './sections';

const moved = (text: string, line: number, direction: 'up' | 'down', languageId?: string): string | undefined => {
  const result = moveSection(text, line, direction, languageId);
  return result && applyEdits(text, [result.edit]);
};

describe('sections that move', () => {
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

  it('lets numbers run on that count on below the next heading', () => {
    const text =
      '一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯\n三、丙\n（五）辰\n（六）巳\n附件1\n一、丁\n（一）午\n（二）未';
    assert.equal(anew(text, 'plaintext'), text);
    assert.equal(anew(text.replace('四', '五').replace('（五）辰', '（六）辰'), 'plaintext'), text);
    const after = text
      .replace(
        '一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯',
        '一、乙\n（一）寅\n（二）卯\n二、甲\n（三）子\n（四）丑',
      )
      .replace('附件1\n一、丁\n（一）午\n（二）未', '');
    const body = text.replace('附件1\n一、丁\n（一）午\n（二）未', '');
    assert.equal(moved(body, 0, 'down', 'plaintext'), after);
    assert.equal(moved(after, 3, 'up', 'plaintext'), body);
    assert.equal(moved(body, 4, 'down', 'plaintext'), body.replace('（三）寅\n（四）卯', '（三）卯\n（四）寅'));
    // Two lists below headings without numbers.
    const lists = '总结\n（一）甲\n（二）乙\n打算\n（一）丙\n（二）丁\n（三）戊';
    assert.equal(anew(lists, 'plaintext'), lists);
    assert.equal(moved(lists, 4, 'up', 'plaintext'), undefined);
  });

  it('takes articles for sections, and references to them along', () => {
    const text =
      '第一章　总则\n第一条　甲。\n第二条　乙：\n（一）子；\n（二）丑。\n第二章　附则\n**第三条** 丙：\n（一）寅；\n（二）卯。\n第四条　违反本办法第三条、第一条第二款的，依照《条例》第三条处理。';
    assert.deepEqual(shape(draftSections(text)), [
      ['第一章　总则', '第一条　甲。', ['第二条　乙：', '（一）子；', '（二）丑。']],
      [
        '第二章　附则',
        ['第三条 丙：', '（一）寅；', '（二）卯。'],
        '第四条　违反本办法第三条、第一条第二款的，依照《条例》第三条处理。',
      ],
    ]);
    assert.equal(anew(text), text);
    assert.equal(
      moved(text, 2, 'up'),
      text
        .replace(
          '第一条　甲。\n第二条　乙：\n（一）子；\n（二）丑。',
          '第一条　乙：\n（一）子；\n（二）丑。\n第二条　甲。',
        )
        .replace('第一条第二款', '第二条第二款'),
    );
    assert.equal(anew('第一条　甲\n\n第三条　见第三条\n\n第四条　丙'), '第一条　甲\n\n第二条　见第二条\n\n第三条　丙');
  });

  it('keeps items whose text begins with a digit', () => {
    const text = '1.甲\n2.5+2就业之家\n3.丙';
    assert.equal(anew(text), text);
    const decimals = '1　总则\n1.1　目的\n1.2　依据\n2　职责\n2.1　指挥部';
    assert.equal(anew(decimals), decimals);
    assert.deepEqual(draftSections(decimals), []);
  });

  it('lets the table of contents follow', () => {
    const contents = (...entries: string[]): string => `# 方案\n\n目录\n\n${entries.join('\n\n')}\n\n`;
    const text = `${contents('一、甲……1', '（一）子……1', '二、乙乙乙\n乙乙……2', '三、丙……3')}一、甲\n\n（一）子\n\n二、乙乙乙乙乙\n\n三、丙`;
    const line = text.split('\n').indexOf('二、乙乙乙乙乙');
    assert.equal(
      moved(text, line, 'up'),
      `${contents('一、乙乙乙\n乙乙……2', '二、甲……1', '（一）子……1', '三、丙……3')}一、乙乙乙乙乙\n\n二、甲\n\n（一）子\n\n三、丙`,
    );
    const gap = `${contents('一、甲', '三、丙')}一、甲\n\n三、丙`;
    assert.equal(anew(gap), `${contents('一、甲', '二、丙')}一、甲\n\n二、丙`);
    // An entry that names no section: the table is left to the writer.
    const other = `${contents('一、甲', '二、丁', '五、戊')}一、甲\n\n三、丙`;
    assert.equal(anew(other), `${contents('一、甲', '二、丁', '五、戊')}一、甲\n\n二、丙`);
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

  it('takes a carriage return that ends no line for any other character', () => {
    const text = '一、甲\r乙\n\n正文\r\n\n二、丙\n\n正文\r';
    const result = moveSection(text, 0, 'down', 'plaintext');
    assert.ok(result);
    assert.equal(applyEdits(text, [result.edit]), '一、丙\n\n正文\r\r\n\n二、甲\r乙\n\n正文');
  });

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
      // A level that counts on, behind a heading of another level.
      { numRuns: 2000, examples: [['一、甲\n1.乙\n（一）丙\n二、丁\n（二）戊', 0, 'down']] },
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
