// What is loaded when the first draft is checked, in a bundle of its own on the desktop.
export { BorrowedIndex } from '../../draft/checks/borrowedIndex';
export { borrowedRule } from '../../draft/checks/borrowedRule';
export { DraftChecker } from '../../draft/checks/checkDraft';
export { formulaRules } from '../../draft/checks/formulaRules';
export { rules } from '../../draft/checks/rules';
export { parseFormulas } from '../../draft/formulas';
