// The pure part of taking material in, as the editor's part uses it.
export { categoryOfTitle } from '../intake/category';
export { fileName } from '../intake/fileName';
export { ImportPlanner } from '../intake/planImport';
export { quoteCandidates } from '../intake/quoteCandidates';
export { largestFile, readFile, takenIn } from '../intake/readFile';
export { takeIn } from '../intake/takeIn';
export { toMarkdown } from '../intake/toMarkdown';
