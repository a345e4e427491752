import type { Rule } from './rule';
import { patternRule } from './rule';

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};

const before = /[\p{Script=Han}”’》）〉％%，；：、。！？]/u;
const behind = /[\p{Script=Han}“‘《（〈]/u;

/** Full and half width, straight and curly. */
export const widthRules: readonly Rule[] = [
  patternRule({
    id: 'half-width-mark',
    title: { en: 'Half-width mark in Chinese', zh: '中文里的半角标点' },
    message: { en: 'In Chinese text this mark is full-width: {0}', zh: '中文中应使用全角标点“{0}”。' },
    source: 'GB/T 15834—2011 4、5.1',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /(?<![,;:?!])[,;:?!]+|\.(?=\s*$|[\p{Script=Han}“])/gu,
    accept: ({ 0: mark, index }, line) => {
      if (mark.length > 1) return false;
      const previous = line[index - 1] ?? '';
      const next = line[index + 1] ?? '';
      // A full stop: not the dot of a number or of a heading.
      if (mark === '.')
        return /[\p{Script=Han}。]/u.test(previous) && !/^[一二三四五六七八九十]+$/.test(line.slice(0, index).trim());
      return before.test(previous) || (behind.test(next) && !/[\w\s]/.test(previous) && previous !== '');
    },
    fix: ([mark]) => wide[mark],
    args: ([mark]) => [wide[mark] ?? ''],
    triggers: [
      { text: '压实责任,确保实效', found: [','], fixed: '压实责任，确保实效' },
      { text: '现将有关事项通知如下:', found: [':'], fixed: '现将有关事项通知如下：' },
      { text: '请认真贯彻执行.', found: ['.'], fixed: '请认真贯彻执行。' },
      { text: '压实责任，,确保实效。.', found: [',', '.'], fixed: '压实责任，，确保实效。。' },
    ],
    silent: [
      '会议定于9:30开始',
      '比例为3:1',
      '见 http://a.cn/b?c=1,2',
      'R&D(研发)',
      '运行 `a(b, c)` 即可',
      '签名![图](图.png)和![图][1]',
      '1.完善机制',
      '约1,000人',
    ],
  }),
  patternRule({
    id: 'half-width-bracket',
    title: { en: 'Half-width bracket in Chinese', zh: '中文里的半角括号' },
    message: { en: 'In Chinese text brackets are full-width.', zh: '中文中应使用全角括号。' },
    source: 'GB/T 15834—2011 4.9',
    force: 'standard',
    severity: 'information',
    on: true,
    pattern: /\([^()]{0,200}\)/g,
    accept: (match, line) => isChineseBracket(match, line),
    fix: ([match]) => `（${match.slice(1, -1)}）`,
    triggers: [
      {
        text: '有关单位(含垂直管理单位)要配合',
        found: ['(含垂直管理单位)'],
        fixed: '有关单位（含垂直管理单位）要配合',
      },
    ],
    silent: ['R&D(研发)', '运行 `a(b, c)` 即可', '有关单位（含垂直管理单位）', 'f(x)的值'],
  }),
  patternRule({
    id: 'straight-quote',
    title: { en: 'Straight quotation mark', zh: '直引号' },
    message: { en: 'Chinese quotation marks are “ and ”.', zh: '中文引号的形式为“”，不用直引号。' },
    source: 'GB/T 15834—2011 4.8',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /["']/g,
    accept: ({ 0: mark, index }, line) => isChineseQuote(line, index, mark),
    fix: ({ 0: mark, index }, line) => {
      const { place = 0, isInner = false } = quotesOf(line, mark).get(index) ?? {};
      return (isInner ? '‘’' : '“”').charAt(place % 2);
    },
    triggers: [
      { text: "落实'一岗双责'要求", found: ["'", "'"], fixed: '落实“一岗双责”要求' },
      { text: "他说：“落实'一岗双责'要求。”", found: ["'", "'"], fixed: '他说：“落实‘一岗双责’要求。”' },
      { text: '纪念"9·18"，做好"12·4"宣传', found: ['"', '"', '"', '"'], fixed: '纪念“9·18”，做好“12·4”宣传' },
      { text: '落实"一岗双责"要求', found: ['"', '"'], fixed: '落实“一岗双责”要求' },
    ],
    silent: [
      "it's 好的 don't",
      "东经116°23'至北纬39°54'一带",
      '落实“一岗双责”要求',
      '屏幕为15"的设备',
      '屏幕为15"和20"的设备',
      '<img src="a.png" alt="支付宝收款码"> 见图',
      '运行 `echo "好"`',
      'the "office" of',
    ],
  }),
  patternRule({
    id: 'full-width-digit',
    title: { en: 'Full-width digit or letter', zh: '全角数字、字母' },
    message: { en: 'Digits and letters are half-width.', zh: '数字、字母应使用半角。' },
    source: '',
    force: 'practice',
    severity: 'warning',
    on: true,
    pattern: /(?<![０-９Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?/g,
    accept: ({ 0: match }) => !/^Ｘ+$/.test(match),
    fix: ([match]) => match.normalize('NFKC'),
    triggers: [{ text: '增长６．５％', found: ['６．５'], fixed: '增长6.5％' }],
    silent: ['增长6.5%', '3．5万人', 'Ｘ市'],
  }),
];

/** Whether brackets stand in Chinese: around Han behind none or a mark or Han, or around a number between Han. */
function isChineseBracket({ 0: match, index }: RegExpExecArray, line: string): boolean {
  const previous = line[index - 1] ?? '';
  if (/\p{Script=Han}/u.test(match)) return index === 0 || before.test(previous) || /[\d，。；：、\s]/.test(previous);
  return before.test(previous) && behind.test(line[index + match.length] ?? '');
}

/** Whether a straight quotation mark is one of a pair around Chinese, or beside it. */
function isChineseQuote(line: string, index: number, mark: string): boolean {
  const marks = quotesOf(line, mark);
  const place = marks.get(index)?.place;
  if (place === undefined || marks.size % 2 === 1) return false;
  const isFirst = place % 2 === 0;
  const [open, close] = isFirst ? [index, line.indexOf(mark, index + 1)] : [line.lastIndexOf(mark, index - 1), index];
  const inside = line.slice(open + 1, close);
  // Inches and minutes stand behind numbers, on both ends.
  if (/\d$/.test(line.slice(0, open)) && /\d$/.test(inside)) return false;
  // A date or a code between Han: "9·18".
  const beside = `${line.charAt(open - 1)}${line.charAt(close + 1)}`;
  return /\p{Script=Han}/u.test(inside) || (/^[\d.·+%-]+$/.test(inside) && /[\p{Script=Han}，、。；：]/u.test(beside));
}

interface StraightQuote {
  /** How many of its kind stand before it in the line. */
  readonly place: number;
  /** Whether it stands between double quotation marks. */
  readonly isInner: boolean;
}

const quotes = /["“”]|(?<![A-Za-z0-9])'|(?<!\d)'(?![A-Za-z0-9])/g;
let last = { line: '', marks: new Map<string, ReadonlyMap<number, StraightQuote>>() };

/**
 * The straight quotation marks of a line by their offsets, kept for the next mark of the same line. ' is none within a Latin
 * word and behind a number.
 */
function quotesOf(line: string, mark: string): ReadonlyMap<number, StraightQuote> {
  if (last.line !== line) {
    const double = new Map<number, StraightQuote>();
    const single = new Map<number, StraightQuote>();
    let isInner = false;
    for (const { 0: found, index } of line.matchAll(quotes)) {
      if (found === "'") single.set(index, { place: single.size, isInner });
      else isInner = found === '"' ? !isInner : found === '“';
      if (found === '"') double.set(index, { place: double.size, isInner: false });
    }
    last = { line, marks: new Map([['"', double] as const, ["'", single] as const]) };
  }
  return last.marks.get(mark) ?? new Map();
}
