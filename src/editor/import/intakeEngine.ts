// The pure part of taking material in, as the editor's part uses it.
export { categoryOfTitle } from '../../intake/split/articleCategory';
export { ImportPlanner } from '../../intake/plan/planImport';
export { quoteCandidates } from '../../intake/plan/quoteCandidates';
export { importable, largestFile } from '../../intake/limits';
export { putBack } from '../../intake/plan/putBack';
export { toMarkdown } from '../../intake/plan/toMarkdown';
