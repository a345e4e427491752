import type { Rule } from './rule';
import { patternRule } from './rule';

const han = /[\p{Script=Han}”’》）〉]/u;
const besideHan = ({ index, 0: match }: RegExpExecArray, line: string): boolean =>
  han.test(line[index - 1] ?? '') || /[\p{Script=Han}“‘《（〈]/u.test(line[index + match.length] ?? '');

/** 省略号 and 破折号. */
export const dotsAndDashRules: readonly Rule[] = [
  patternRule({
    id: 'ellipsis',
    title: { en: 'Form of the ellipsis', zh: '省略号的形式' },
    message: { en: 'An ellipsis is six dots: ……', zh: '省略号的形式为“……”，占两个字的位置。' },
    source: 'GB/T 15834—2011 4.11、5.1.5',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /(?:(?<!\.)\.{3,}(?!\.)|(?<!。)。{3,}(?!。)|(?<!·)·{3,}(?!·)|(?<!…)…+)+/g,
    accept: (match, line) => !/^(?:……|…{4})$/.test(match[0]) && besideHan(match, line),
    fix: () => '……',
    triggers: [
      { text: '攻坚克难、奋勇争先...', found: ['...'], fixed: '攻坚克难、奋勇争先……' },
      { text: '一桩桩、一件件…让人感动', found: ['…'], fixed: '一桩桩、一件件……让人感动' },
    ],
    silent: ['一桩桩、一件件……', '见 `npm install ...`', '…………', 'wait... what'],
  }),
  patternRule({
    id: 'ellipsis-with-deng',
    title: { en: 'Ellipsis beside 等', zh: '省略号与“等”不并用' },
    message: { en: 'An ellipsis and 等 do not stand together.', zh: '省略号与“等”“等等”不能并用。' },
    source: 'GB/T 15834—2011 附录 A.9',
    force: 'standard',
    severity: 'information',
    on: true,
    pattern: new RegExp('……等等?(?![待级候于同价])|(?<![平同中上初高下相优])等等?……', 'g'),
    triggers: [{ text: '粮食、蔬菜……等物资', found: ['……等'] }],
    silent: ['大家静静等待……', '人人平等……', '粮食、蔬菜等物资'],
  }),
  patternRule({
    id: 'mark-beside-ellipsis',
    title: { en: 'Mark beside an ellipsis', zh: '省略号前后的点号' },
    message: { en: 'Usually no other mark stands beside an ellipsis.', zh: '省略号前后一般不再使用点号。' },
    source: 'GB/T 15834—2011 附录 B.2.4',
    force: 'general',
    severity: 'hint',
    on: true,
    pattern: /[，、；]……|……[，、；。]/g,
    accept: ({ 0: match, index }, line) =>
      !(/……[，。]/.test(match) && /如果|只要|既然|因为/.test(line.slice(0, index))),
    triggers: [{ text: '村庄、学校、……都变了样', found: ['、……'] }],
    silent: ['如果……，那么……。', '村庄、学校……都变了样'],
  }),
  patternRule({
    id: 'dash',
    title: { en: 'Form of the dash', zh: '破折号的形式' },
    message: { en: 'A dash is two em dashes: ——', zh: '破折号的形式为“——”，占两个字的位置。' },
    source: 'GB/T 15834—2011 4.10、5.1.5',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /(?<![—─―–-])[—─―–-]{2,}|―/g,
    // Between two dates it is another mark, which is `year-range`'s.
    accept: (match, line) =>
      match[0] !== '——' &&
      besideHan(match, line) &&
      !/^[\s|:-]+$/.test(line) &&
      !(/[年月日]$/.test(line.slice(0, match.index)) && /^\d/.test(line.slice(match.index + match[0].length))),
    fix: () => '——',
    triggers: [
      { text: '总目标--建设现代化强市', found: ['--'], fixed: '总目标——建设现代化强市' },
      { text: '总目标——-建设现代化强市', found: ['——-'], fixed: '总目标——建设现代化强市' },
    ],
    silent: ['1997年4月―1998年2月', '— 1 —', '北京—上海高速铁路', '2026—2030年', '---', '`a--b`中'],
  }),
];
