// What is loaded when somebody first searches, in a bundle of its own on the desktop.
export { SearchRows } from './searchRows';
export { SearchSession } from './searchSession';
