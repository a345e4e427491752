// A browser's extension host cannot open connections; this file takes the place of `sharedEngine.ts` there.
export const SharedLibrary = undefined;
