// What is loaded when the first draft is there, in a bundle of its own on the desktop.
export { BlankHighlights } from './blankHighlights';
export { fillPlaceholders } from './fillCommand';
export { goToBlank } from './goToBlank';
export { editProfile } from './profileCommand';
