// What is loaded when the first draft is exported, in a bundle of its own on the desktop.
export { documentName } from '../../export/documentName';
export { picturesIn } from '../../export/draftPictures';
export { docxOf, setDraft } from '../../export/exportDraft';
export { drawPages } from '../../export/pageDrawing';
export { deviationNotes, exportNotes, fontsOf } from '../../export/exportReport';
export { readPicture } from '../../export/picture';
export { parameters } from '../../export/profile';
export { readProfile } from '../../export/readProfile';
