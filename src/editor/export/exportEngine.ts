// What is loaded when the first draft is exported, in a bundle of its own on the desktop.
export { docxOf, setDraft } from '../../export/exportDraft';
export { drawPages } from '../../export/pageDrawing';
export { exportNotes, fontsOf } from '../../export/exportReport';
export { readPicture } from '../../export/picture';
export { readProfile } from '../../export/profile';
