import { borrowedRule, exampleSources } from './borrowedRule';
import { exampleFormulas, formulaRules } from './formulaRules';
import type { Rule } from './rule';
import { rules } from './rules';

/** Every rule, those that need data with the data of their examples: for documentation and tests. */
export const documentedRules = (): readonly Rule[] => [
  ...rules,
  ...formulaRules(exampleFormulas),
  borrowedRule(exampleSources()),
];
