// What is loaded when an assistant asks for the first time, in a bundle of its own on the desktop.
export { callTool } from '../../assistants/tools';
