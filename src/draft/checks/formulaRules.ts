import type { Formula, SupersededWording } from '../formulas';
import { draftMonth, monthOf } from './draftDate';
import type { DraftText } from './draftText';
import { partsOf } from './draftText';
import type { Rule, RuleFinding } from './rule';

const example: Formula = {
  wording: '经营主体',
  short: [],
  source: '党的二十大报告',
  date: '2022年10月',
  superseded: [
    { wording: '市场主体', since: '2022年10月' },
    { wording: '《市场主体准入办法》', since: '' },
  ],
  rightIn: ['市场主体登记'],
  wrong: ['经营主提'],
  usage: '',
  line: 0,
};

/**
 * Rules for official formulas: what has been replaced, and what was never right. The draft is searched for all wordings at
 * once, by their first two characters, in time linear in the draft.
 * @param formulas all that the library holds
 */
export function formulaRules(formulas: readonly Formula[]): readonly Rule[] {
  return [
    {
      id: 'superseded-formula',
      title: { en: 'Superseded formula', zh: '已不使用的旧提法' },
      message: { en: '“{0}” is now “{1}” ({2}).', zh: '“{0}”现规范表述为“{1}”（{2}）。' },
      source: '',
      force: 'practice',
      severity: 'warning',
      on: true,
      scope: 'draft',
      check: finder(formulas, ({ superseded }) => superseded),
      triggers: [
        { text: '激发市场主体活力', found: ['市场主体'], fixed: '激发经营主体活力' },
        {
          text: '激发市场主体活力。\n\n2022年11月5日',
          found: ['市场主体'],
          fixed: '激发经营主体活力。\n\n2022年11月5日',
        },
        { text: '| 市场主体 | 3000 |', found: ['市场主体'], fixed: '| 经营主体 | 3000 |' },
        { text: '按《市场主体准入办法》办理', found: ['《市场主体准入办法》'], fixed: '按经营主体办理' },
      ],
      silent: [
        '激发经营主体活力',
        '优化市场主体登记管理',
        '《市场主体发展规划》印发后',
        '2018年，全市新增市场主体3000户。',
        '原市场主体',
        '# 通知\n\n激发市场主体活力。\n\n2019年3月5日',
        '# 政府工作报告\n\n——2022年9月15日在市人民代表大会上\n\n激发市场主体活力。',
        '青政发〔2021〕5号\n\n# 通知\n\n激发市场主体活力。',
        '---\n成文日期: 2022-09-30\n---\n\n激发市场主体活力。',
      ],
    },
    {
      id: 'wrong-formula',
      title: { en: 'Formula that is not quite right', zh: '提法有误' },
      message: { en: '“{0}”: the formula is “{1}” ({2}).', zh: '“{0}”应为“{1}”（{2}）。' },
      source: '',
      force: 'standard',
      severity: 'error',
      on: true,
      scope: 'line',
      check: finder(formulas, ({ wrong }) => wrong.map((wording) => ({ wording, since: '' }))),
      triggers: [{ text: '培育壮大经营主提', found: ['经营主提'], fixed: '培育壮大经营主体' }],
      silent: ['培育壮大经营主体'],
    },
  ];
}

/** The formulas of the rules' own examples. */
export const exampleFormulas: readonly Formula[] = [example];

interface Wording {
  readonly wrong: string;
  /** The month from which on it is no longer used, as `monthOf` counts; 0 if it never was right. */
  readonly sinceMonth: number;
  /** From which year on it is no longer used; 0 if it never was right. */
  readonly since: number;
  readonly formula: Formula;
}

/** @param since as `SupersededWording` has it */
function sinceOf(since: string): Pick<Wording, 'since' | 'sinceMonth'> {
  const [, year = '0', month = '1'] = /^(\d{4})年(?:(\d{1,2})月)?/.exec(since) ?? [];
  return { since: Number(year), sinceMonth: year === '0' ? 0 : monthOf(Number(year), Number(month)) };
}

/** Finds wordings that formulas give; of several at one place the longest. A draft from before the change has the old one. */
function finder(
  formulas: readonly Formula[],
  wordings: (formula: Formula) => readonly SupersededWording[],
): (draft: DraftText) => Iterable<RuleFinding> {
  const byStart = new Map<string, Wording[]>();
  for (const formula of formulas) {
    for (const { wording: wrong, since } of wordings(formula)) {
      const start = wrong.slice(0, 2);
      byStart.set(start, [...(byStart.get(start) ?? []), { wrong, ...sinceOf(since), formula }]);
    }
  }
  for (const list of byStart.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  return function* check(draft: DraftText): Iterable<RuleFinding> {
    let month: number | undefined;
    for (const { masked, offset } of draft.lines.flatMap(partsOf)) {
      for (let at = 0; at + 1 < masked.length; at++) {
        const wording = byStart.get(masked.slice(at, at + 2))?.find(({ wrong }) => masked.startsWith(wrong, at));
        if (!wording || isRightHere(masked, at, wording)) continue;
        month ??= draftMonth(draft) ?? Infinity;
        if (month < wording.sinceMonth) continue;
        const { wrong, formula } = wording;
        const whence = [formula.source, formula.date].filter(Boolean).join('，');
        const fix = { offset: offset + at, length: wrong.length, text: formula.wording };
        yield { offset: offset + at, length: wrong.length, args: [wrong, formula.wording, whence], fix };
        at += wrong.length - 1;
      }
    }
  };
}

/**
 * Within the right wording, within a context in which it is still used, and within the title of a document; of the past: behind
 * 原, or with a year before it was replaced in the same sentence; 环境保护部 in 环境保护部门.
 */
function isRightHere(line: string, at: number, { wrong, since, formula }: Wording): boolean {
  if (since > 0 && (line[at - 1] === '原' || isOfThePast(line, at, since))) return true;
  if (wrong.endsWith('部') && line[at + wrong.length] === '门') return true;
  const contexts = [formula.wording, ...formula.short, ...formula.rightIn].filter((text) => text.includes(wrong));
  for (const context of contexts) {
    for (let inside = context.indexOf(wrong); inside >= 0; inside = context.indexOf(wrong, inside + 1)) {
      if (line.startsWith(context, at - inside)) return true;
    }
  }
  const before = line.slice(0, at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

function isOfThePast(line: string, at: number, since: number): boolean {
  const start = line.lastIndexOf('。', at) + 1;
  const end = line.indexOf('。', at);
  const sentence = line.slice(start, end < 0 ? line.length : end);
  return [...sentence.matchAll(/(?<!\d)(?:19|20)\d{2}(?=年)/g)].some(([year]) => Number(year) < since);
}
