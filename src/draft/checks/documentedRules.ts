import { borrowedRule, exampleSources } from './borrowedRule';
import { exampleFormulas, formulaRules } from './formulaRules';
import { exampleTerms, termRule } from './ownTermRules';
import { examplePeople, peopleRules } from './peopleRules';
import type { Rule } from './rule';
import { rules } from './rules';
import { exampleExpressions, nearMissRule } from './spellingRules';

/** Every rule, those that need data with the data of their examples: for documentation and tests. */
export const documentedRules = (): readonly Rule[] => [
  ...rules,
  ...formulaRules(exampleFormulas),
  nearMissRule(exampleExpressions()),
  borrowedRule(exampleSources()),
  termRule(exampleTerms),
  ...peopleRules(examplePeople),
];
