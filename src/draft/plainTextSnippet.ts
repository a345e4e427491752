/** The body of a snippet, or of some lines of it, without the marks of Markdown's headings, which mean nothing in plain text. */
export const plainTextSnippet = (body: string): string => body.replace(/^#{1,6} /gm, '');
