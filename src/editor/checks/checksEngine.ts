// What is loaded when the first draft is checked, in a bundle of its own on the desktop.
export { BorrowedIndex } from '../../draft/checks/borrowedIndex';
export { borrowedInSteps, borrowedRule } from '../../draft/checks/borrowedRule';
export { DraftChecker } from '../../draft/checks/checkDraft';
export { formulaRules } from '../../draft/checks/formulaRules';
export { NearMissIndex } from '../../draft/checks/nearMissIndex';
export { parseTerms, termRule } from '../../draft/checks/ownTermRules';
export { parsePeople, peopleRules } from '../../draft/checks/peopleRules';
export { rules } from '../../draft/checks/rules';
export { settledFixes } from '../../draft/checks/settledFixes';
export { nearMissRule } from '../../draft/checks/spellingRules';
export { parseFormulas } from '../../draft/formulas';
