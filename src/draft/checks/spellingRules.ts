import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
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
    ],
    silent: ['再接再厉，部署下步工作。', '名单公布署名单位', '工程款已交付主任审核', '按排名先后确定', '规章显示'],
  },
];

function* misspelt({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const { at, wording } of finder.findIn(masked)) {
      const { wrong, right } = wording;
      const fix = { offset: offset + at, length: wrong.length, text: right };
      yield { offset: offset + at, length: wrong.length, args: [wrong, right], fix };
    }
  }
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
