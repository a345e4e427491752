import { linesOf } from '../line';
import type { SourceText } from '../../library/document';

/** Reads plain text (line ends LF). @param name the file's name without its ending */
export const readPlainText = (text: string, name: string): SourceText => ({ name, lines: linesOf(text) });
