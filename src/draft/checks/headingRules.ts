import { endRun } from '../../base/endRun';
import type { DraftLine, DraftText } from './draftText';
import { hanNumber, hanNumeral } from './hanNumerals';
import { ListNesting } from './listNesting';
import type { Rule, RuleFinding } from './rule';

/** A line that begins with a number of the series 一、（一）1.（1）. */
export interface NumberedLine {
  readonly line: DraftLine;
  /** 1 for 一、 to 4 for （1）. */
  readonly level: number;
  /** Of 1.: number of items 1. that it stands within. */
  readonly depth: number;
  readonly value: number;
  /** UTF-16 offset of the digits in the draft, and the digits. */
  readonly offset: number;
  readonly digits: string;
}

/** 1. or, as many write it, 1、 before a word: 1、2月份 is none. */
export const thirdLevel = /^(\d{1,2})(?:[.．](?!\d)|、(?=[\s\u3000]*[\p{Script=Han}“《]))/u;

const series = [
  /^([一二三四五六七八九十]{1,3})、/,
  /^[（(]([一二三四五六七八九十]{1,3})[）)](?![、（(]|款|项(?!目))/,
  thirdLevel,
  /^[（(](\d{1,2})[）)](?![、（(]|项(?!目))/,
];

/** The numbered lines of a draft in order. */
export function numberedLines({ lines }: DraftText): readonly NumberedLine[] {
  const nesting = new ListNesting();
  return lines.flatMap((line): NumberedLine[] => {
    if (!line.isProse) return [];
    const content = line.masked.slice(line.contentStart);
    for (const [at, pattern] of series.entries()) {
      const match = pattern.exec(content);
      const digits = match?.[1];
      if (!match || digits === undefined) continue;
      const value = at < 2 ? hanNumber(digits) : Number(digits);
      if (value === 0) return [];
      const { depth } = at === 3 ? { depth: 0 } : nesting.numbered(line, at === 2 ? value : undefined);
      const offset = line.offset + line.contentStart + match[0].indexOf(digits);
      return [{ line, level: at + 1, depth, value, offset, digits }];
    }
    nesting.other(line);
    return [];
  });
}

/** Titles and the outline. */
export const headingRules: readonly Rule[] = [
  {
    id: 'title-mark',
    title: { en: 'Mark at the end of a title', zh: '标题末尾的标点' },
    message: { en: 'A title has no mark at its end.', zh: '标题末尾一般不加标点。' },
    source: 'GB/T 15834—2011 附录 B.1.1',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: titleMark,
    triggers: [
      {
        text: '# 关于开展督查工作的通知。\n\n各县（区）：',
        found: ['。'],
        fixed: '# 关于开展督查工作的通知\n\n各县（区）：',
      },
    ],
    silent: ['# 改革何以成功？\n\n正文。', '# 关于开展督查工作的通知\n\n正文。', '各县（区）：\n\n正文。'],
  },
  {
    id: 'heading-order',
    title: { en: 'Order of heading levels', zh: '结构层次的顺序' },
    message: {
      en: 'Levels go 一、（一）1.（1）: {0} cannot follow {1}.',
      zh: '结构层次依次为“一、”“（一）”“1.”“（1）”：{1}之下不应是{0}。',
    },
    source: 'GB/T 9704—2012 7.3.3',
    force: 'standard',
    severity: 'information',
    on: true,
    scope: 'draft',
    check: levelOrder,
    triggers: [{ text: '一、总体要求\n\n（1）指导思想\n\n（2）工作目标', found: ['1'] }],
    silent: ['一、总体要求\n\n1.指导思想', '（一）总体要求\n\n1.指导思想\n\n（1）原则', '1.甲\n\n（1）乙'],
  },
  {
    id: 'heading-count',
    title: { en: 'Numbers that do not count on', zh: '序号不连续' },
    message: { en: 'After {1} comes {0}, not this.', zh: '序号不连续：{1}之后应为{0}。' },
    source: '',
    force: 'practice',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: counting,
    triggers: [
      { text: '一、甲\n\n三、乙', found: ['三'], fixed: '一、甲\n\n二、乙' },
      {
        text: '一、甲\n\n（一）丙\n\n（二）丁\n\n（二）戊\n\n二、乙',
        found: ['二'],
        fixed: '一、甲\n\n（一）丙\n\n（二）丁\n\n（三）戊\n\n二、乙',
      },
      {
        text: '一、甲\n\n（一）丙\n\n（二）丁\n\n（二）戊\n\n二、乙\n\n（三）己',
        found: ['二', '三'],
        fixed: '一、甲\n\n（一）丙\n\n（二）丁\n\n（三）戊\n\n二、乙\n\n（一）己',
      },
      { text: '一、甲\n\n2.乙\n\n二、丙', found: ['2'], fixed: '一、甲\n\n1.乙\n\n二、丙' },
      { text: '1、甲\n\n2、乙\n\n4、丙', found: ['4'], fixed: '1、甲\n\n2、乙\n\n3、丙' },
      {
        text: '**一、甲**\n\n## **三、乙**\n\n**（一）丙**\n\n**（三）丁**',
        found: ['三', '三'],
        fixed: '**一、甲**\n\n## **二、乙**\n\n**（一）丙**\n\n**（二）丁**',
      },
      { text: '1. 甲\n   1. 子\n   3. 丑\n2. 乙', found: ['3'], fixed: '1. 甲\n   1. 子\n   2. 丑\n2. 乙' },
    ],
    silent: [
      '一、甲\n\n（一）项目建设\n\n（二）民生实事',
      '一、甲\n\n（一）丙\n\n二、乙\n\n（一）丁',
      '一、甲\n\n二、乙\n\n附件1\n\n一、丙\n\n二、丁',
      '（一）甲\n\n1.乙\n\n2.丙\n\n（二）丁\n\n1.戊',
      '1.甲\n\n2.乙\n\n1.丙\n\n2.丁',
      '一、甲\n\n（一）丙\n\n（二）丁\n\n二、乙\n\n（三）戊',
      '附件：1、甲\n\n2、乙\n\n3、丙',
      '1.甲\n\n2.5+2就业之家：乙\n\n3.丙',
      '1. 甲\n   1. 子\n   2. 丑\n2. 乙\n3. 丙',
      '1. 甲\n   - 子\n   - 丑\n2. 乙\n   1. 寅\n      1. 卯\n      2. 辰\n   2. 巳\n3. 丙',
      '1.甲\n  2.乙\n 3.丙\n    4.丁',
      '1、2月份开局平稳。\n\n3、4月份有所回落。',
    ],
  },
];

function* titleMark({ title, lines, isMarkdown }: DraftText): Iterable<RuleFinding> {
  if (!title) return;
  const text = title.masked.trimEnd();
  const marks = text.slice(endRun(text, /[。；，、]/));
  if (marks === '') return;
  // In plain text the first line is a title only if it is short, alone, and followed by something.
  const isTitle =
    title.heading === 1 ||
    (!isMarkdown && text.trim().length <= 40 && lines.filter(({ isProse }) => isProse).length > 1);
  const saysMore = /[。；]/.test(text.slice(0, -marks.length));
  if (!isTitle || saysMore) return;
  const { length } = marks;
  const offset = title.offset + text.length - length;
  yield { offset, length, fix: { offset, length, text: '' } };
}

const names = ['', '“一、”', '“（一）”', '“1.”', '“（1）”'];

/** A draft may begin at any level, and 一、 straight to 1. is accepted; two levels left out are not, nor （一） to （1）. */
function* levelOrder(draft: DraftText): Iterable<RuleFinding> {
  let parent: NumberedLine | undefined;
  for (const one of numberedLines(draft)) {
    if (parent && one.level > parent.level + 1 && !(parent.level === 1 && one.level === 3)) {
      yield {
        offset: one.offset,
        length: one.digits.length,
        args: [names[one.level] ?? '', names[parent.level] ?? ''],
      };
    }
    if (one.level !== parent?.level) parent = one;
  }
}

const startsAnew = /^(?:附件|附录|附表|附：|第[一二三四五六七八九十百]+[章节编]|第[一二三四五六七八九十]+部分)/;

/** 21.5+2就业之家: a number whose text begins with a digit; not 1.1 总则, which is a number of two parts. */
export const beforeDigit = /^(\d{1,2})[.．](?!\d{1,2}(?:[.．\s\u3000]|$))\d/;

/** The first name of the attachment lines, which those below count on from. */
const firstAttachment = /^附件[：:]?[\s\u3000]*(1)[.．、]/;

/** Place of the level （1） among those that are counted: behind lists 1. that stand within each other. */
const deepest = 20;

/**
 * Counts each level on below its parent. A level that starts again at 1 is a new list. Behind a number that was left out all that
 * follow are found, too, so that the fixes together give a list that counts on.
 */
function* counting(draft: DraftText): Iterable<RuleFinding> {
  const last = new Array<number>(deepest + 1).fill(0);
  /** Of each level, the last number above, of whichever list. */
  const above = new Array<number>(deepest + 1).fill(0);
  const numbered = new Map(numberedLines(draft).map((one) => [one.line, one]));
  for (const line of draft.lines) {
    if (line.isProse && startsAnew.test(line.text.slice(line.contentStart))) last.fill(0);
    if (line.heading === 1) last.fill(0);
    const one = numbered.get(line);
    if (!one) {
      const content = line.masked.slice(line.contentStart);
      const value = Number((beforeDigit.exec(content) ?? firstAttachment.exec(content))?.[1]);
      if (value === (last[3] ?? 0) + 1) last[3] = value;
      continue;
    }
    const { level, value, offset, digits } = one;
    const place = level === 4 ? deepest : level + Math.min(one.depth, deepest - 4);
    const before = last[place] ?? 0;
    last.fill(0, place + 1);
    last[place] = value;
    const countsOn = value === (above[place] ?? 0) + 1;
    above[place] = value;
    if (value === 1 || value === before + 1 || (before === 0 && (countsOn || level === 1 || value > 3))) continue;
    // A list of another kind between: 2024. or 35. is no number of a heading.
    if (value > before + 5) continue;
    const right = level <= 2 ? hanNumeral(before + 1) : String(before + 1);
    const shown = level <= 2 ? hanNumeral(before) : String(before);
    last[place] = before + 1;
    above[place] = before + 1;
    yield { offset, length: digits.length, args: [right, shown], fix: { offset, length: digits.length, text: right } };
  }
}
