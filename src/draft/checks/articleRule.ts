import { articleNumerals, hanNumerals } from '../sectionNumber';
import type { DraftText } from './draftText';
import { hanNumber, hanNumeral } from './hanNumerals';
import type { Rule, RuleFinding } from './rule';

/**
 * Chapters 第一章 and articles 第一条 that do not count on. There is no fix: other articles and documents refer to them by number.
 */
export const articleRule: Rule = {
  id: 'article-count',
  title: { en: 'Chapters or articles that do not count on', zh: '章、条序号不连续' },
  message: { en: 'After {1} comes {0}, not this.', zh: '序号不连续：{1}之后应为{0}。' },
  source: '',
  force: 'practice',
  severity: 'warning',
  on: true,
  scope: 'draft',
  check: counting,
  triggers: [
    { text: '第一条　甲\n\n第二条　乙\n\n第四条　丙\n\n第五条　丁', found: ['第四条'] },
    { text: '**第一条** 甲\n\n**第二条** 乙\n\n**第二条** 丙', found: ['第二条'] },
    { text: '第一章　总则\n\n第一条　甲\n\n第三章　附则\n\n第二条　乙', found: ['第三章'] },
  ],
  silent: [
    '第一章　总则\n\n第一条　甲\n\n第二章　附则\n\n第二条　乙',
    '第一条　甲\n\n第二条　乙\n\n附件\n\n第一条　丙\n\n第二条　丁',
    '第一编　总则\n\n第一章　甲\n\n第二章　乙\n\n第二编　物权\n\n第一章　丙',
    '第三条　甲\n\n第九条　乙\n\n第二十条　丙',
    '第一章　总则\n\n第二章职责\n\n第三章　附则',
    '第九条　甲\n\n第十条　乙\n\n第十条之一　丙\n\n第十一条　丁',
    '目录\n\n第一章　总则\n\n第二章　附则\n\n第一章　总则\n\n第二章　附则',
    '第一条规定的情形，由市政府处理。\n\n第三条规定的，依照执行。',
  ],
};

/** A chapter's name may stand directly behind; an article's text never does. */
const numbered = new RegExp(
  `^(第(?:(${hanNumerals})章|(${articleNumerals})条))(?:\\*\\*|__)?(?=[\\s\\u3000]|$|(?<=章)[^，。；：\\s]{1,20}$)`,
);
const kinds = ['章', '条'] as const;

function* counting({ lines }: DraftText): Iterable<RuleFinding> {
  const last = { 章: 0, 条: 0 };
  /** How many have counted on before: a text that leaves articles out is an excerpt. */
  const run = { 章: 0, 条: 0 };
  for (const { masked, contentStart, offset, isProse } of lines) {
    if (!isProse) continue;
    const [, found = '', chapter, article = ''] = numbered.exec(masked.slice(contentStart)) ?? [];
    if (found === '') continue;
    const kind = kinds[chapter === undefined ? 1 : 0] ?? '条';
    const value = hanNumber(chapter ?? article);
    const before = last[kind];
    const isNext = value === before + 1;
    const isSlip = value === before || value === before + 2 || value === before - 1;
    last[kind] = value;
    if (isNext || value === 1 || before === 0) {
      run[kind] = isNext && value > 1 ? run[kind] + 1 : 1;
      continue;
    }
    const wasCounting = kind === '章' ? run[kind] > 0 : run[kind] > 1;
    run[kind] = 1;
    if (!wasCounting || !isSlip) continue;
    yield {
      offset: offset + contentStart,
      length: found.length,
      args: [`第${hanNumeral(before + 1)}${kind}`, `第${hanNumeral(before)}${kind}`],
    };
  }
}
