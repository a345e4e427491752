import { Checksum } from '../base/checksum';
import { printableText } from './draftMarkdown';

/** Name of the property of a Word document that says of which draft it is. */
export const fingerprintProperty = 'GongwenDraft';

/** Tells drafts apart that say something else; line ends, and blanks at the end, do not count. Nothing of a draft can be read from it. */
export const fingerprintOf = (text: string): string => new Checksum().addText(printableText(text).trimEnd()).value;
