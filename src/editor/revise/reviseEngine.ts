// What is loaded when changes are first taken back, in a bundle of its own on the desktop.
export { TakeBackCommand } from './takeBackCommand';
