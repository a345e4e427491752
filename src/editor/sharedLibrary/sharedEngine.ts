// What is loaded when a shared library is first asked for, in a bundle of its own on the desktop, with the driver.
export { faultOf } from '../../shared/fault';
export { SharedLibrary } from '../../shared/sharedLibrary';
