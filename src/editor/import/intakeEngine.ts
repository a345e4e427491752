// The pure part of taking material in, as the editor's part uses it.
export { categoryOfTitle } from '../../library/categories';
export { ImportPlanner } from '../../intake/plan/planImport';
export { quoteCandidates } from '../../intake/plan/quoteCandidates';
export { largestFile, readFile, importable } from '../../intake/readFile';
export { importText } from '../../intake/importText';
export { toMarkdown } from '../../intake/plan/toMarkdown';
