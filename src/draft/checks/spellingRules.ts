import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { cutWords } from '../../text/wordStarts';
import type { DraftText } from './draftText';
import { misspellings } from './misspellings';
import { NearMissIndex } from './nearMissIndex';
import type { Rule, RuleFinding } from './rule';
import { WordingFinder } from './wordings';

const finder = new WordingFinder(misspellings);

/** Words that are often miswritten. */
export const spellingRules: readonly Rule[] = [
  {
    id: 'misspelling',
    title: { en: 'Miswritten word', zh: '常见错别字' },
    message: { en: '“{0}” is miswritten for “{1}”.', zh: '“{0}”应为“{1}”。' },
    source: '《现代汉语词典》',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'line',
    check: misspelt,
    triggers: [
      { text: '再接再励，布署下步工作。', found: ['再接再励', '布署'], fixed: '再接再厉，部署下步工作。' },
      { text: '付主任要坚苦奋斗', found: ['付主任', '坚苦奋斗'], fixed: '副主任要艰苦奋斗' },
      { text: '群众反应问题，己经按排。', found: ['反应问题', '己经', '按排'], fixed: '群众反映问题，已经安排。' },
      { text: '各地要布署竟选工作', found: ['布署', '竟选'], fixed: '各地要部署竞选工作' },
    ],
    silent: [
      '再接再厉，部署下步工作。',
      '名单公布署名单位',
      '工程款已交付主任审核',
      '按排名先后确定',
      '规章显示',
      '研究竞争格局',
      '部署光伏',
      '严峻工作',
      '激发韧性',
      '立体栽培、集体栽植',
      '总栽植、控制栽植',
      '自己经常、自己经手、自己经过',
      '送至敬老院',
      '至辞职之日',
      '不良反应情况、不良反应问题',
      '经答辩认定、抗辩认为',
      '天然气份额',
      '检查长效机制、检查长江、检查长期',
      '检查官网',
      '按排涝标准、按排班表、按排定顺序',
      '列举错误、选举错漏',
      '交错施工',
      '拨付市长质量奖',
      '支付局长、拨付县长、交付组长、交付书记员',
      '毕竟选择',
      '简章显示、篇章显示',
      '轻松驰骋',

      '沙尘暴光学',
      '外部份额',
      '公推委派',
      '同时侯马市',
      '分批覆盖',
      '专家俱乐部',
    ],
  },
];

function* misspelt({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const { at, wording } of finder.findIn(masked)) {
      const { wrong, right } = wording;
      if (isChance(masked, at, wrong)) continue;
      const fix = { offset: offset + at, length: wrong.length, text: right };
      yield { offset: offset + at, length: wrong.length, args: [wrong, right], fix };
    }
  }
}

/** What stands before the second of two words as a word of its own: 按|排班. */
const ownWord = /^(?:[按至付总竟己]|检查)/;

/**
 * Whether the characters belong to two words that are right: a set phrase is none by chance; a word behind counts only where
 * what is before it can stand alone (关健在 is no 关 with 健在).
 */
function isChance(line: string, at: number, wrong: string): boolean {
  if (wrong.length > 3) return false;
  const { first, last } = cutWords(line, at, at + wrong.length);
  return first || (last && ownWord.test(wrong));
}

/** Rule for runs that differ in one character, of like sound or shape, from a set expression. */
export function nearMissRule(index: NearMissIndex): Rule {
  function* checkInSteps({ lines }: DraftText): Steps<readonly RuleFinding[]> {
    const findings: RuleFinding[] = [];
    for (const { masked, offset, isProse } of lines) {
      if (!isProse) continue;
      for (const { at, differs, expression } of yield* index.findInSteps(masked)) {
        const fix = { offset: offset + at + differs, length: 1, text: expression.charAt(differs) };
        const args = [masked.slice(at, at + expression.length), expression];
        findings.push({ offset: offset + at + differs, length: 1, args, fix });
      }
      yield;
    }
    return findings;
  }
  return {
    id: 'near-expression',
    title: { en: 'Set expression with one wrong character', zh: '固定表述疑有一字之误' },
    message: { en: '“{0}”: perhaps “{1}” is meant.', zh: '“{0}”疑为“{1}”。' },
    source: '',
    force: 'hint',
    severity: 'information',
    on: true,
    scope: 'draft',
    check: (draft) => finish(checkInSteps(draft)),
    checkInSteps,
    triggers: [
      { text: '要统筹发展和安铨，守住底线。', found: ['铨'], fixed: '要统筹发展和安全，守住底线。' },
      { text: '坚持以人民为中新的发展思想', found: ['新'], fixed: '坚持以人民为中心的发展思想' },
    ],
    silent: ['要统筹发展和安全，守住底线。', '坚持以人民为中央的发展思想', '坚持以人民为重心的发展思想'],
  };
}

/** The expressions of the rule's own examples, of which one variant is attested. */
export const exampleExpressions = (): NearMissIndex =>
  new NearMissIndex(['统筹发展和安全', '以人民为中心的发展思想'], () => ['以人民为重心的发展思想']);
