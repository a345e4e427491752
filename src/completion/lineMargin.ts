/** What may stand before the first word of a line: white space, marks of headings, quotations and list items. */
export const lineMargin = /^[\s>#]*(?:[-*+]\s+|\d+[.)]\s+)?/;
