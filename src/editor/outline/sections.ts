// What is loaded when the first draft is there, in a bundle of its own on the desktop.
export { moveSectionAtCursor, renumberSections } from './sectionCommands';
export { SectionProvider } from './sectionProvider';
export { WordCount } from './wordCount';
