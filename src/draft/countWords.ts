import type { DraftLine } from './checks/draftText';
import { draftText } from './checks/draftText';

/**
 * 字数 as Word counts it: each Han character and each full-width mark is one, each run of other characters between white space
 * and Han is one (6.5% is one). Front matter, comments, fenced code, pictures, targets of links and the marks of Markdown do not
 * count. Linear in the text.
 */
export function countWords(text: string, languageId = 'markdown'): number {
  const { lines, isMarkdown } = draftText(text, languageId);
  let count = 0;
  for (const [at, line] of lines.entries()) {
    if (!line.isProse && !line.isTable) continue;
    if (!isMarkdown) count += wordsIn(line.text.replace(comment, ' '));
    else if (!isRule(line, lines[at - 1], lines[at - 2])) count += wordsIn(shown(line));
  }
  return count;
}

const comment = /<!--.*?-->/g;

/** Whether a line is a rule across the page, or the one between the head and the rows of a table. */
function isRule({ isTable, text }: DraftLine, before: DraftLine | undefined, above: DraftLine | undefined): boolean {
  if (isTable)
    return before?.isTable === true && above?.isTable !== true && /^[\s|:-]*$/.test(text) && text.includes('-');
  return /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text);
}

/** Marks of Markdown within a line that a reader does not see, and what stays of them; CommonMark 0.31.2, section 6. */
const marks: readonly (readonly [pattern: RegExp, shown: string])[] = [
  [comment, ' '],
  [/\\[!-/:-@[-`{-~]/g, 'x'],
  [/!\[[^[\]]{0,500}\]\([^()]{0,2000}\)/g, ''],
  [/\[([^[\]]{0,500})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,100}\])/g, '$1'],
  [/<([a-z][a-z0-9+.-]{1,30}:[^<>\s]{0,2000})>/gi, '$1'],
  [/<\/?[a-z][^<>]{0,2000}>/gi, ''],
  [/(?<!\*)\*{1,3}(?!\*)(?=\S)|(?<=\S)(?<!\*)\*{1,3}(?!\*)|~~|`/g, ''],
  [/(?<![\w_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\w_])/g, ''],
];

function shown({ text, contentStart, isTable }: DraftLine): string {
  let rest = isTable ? text : text.slice(contentStart);
  for (const [pattern, stays] of marks) rest = rest.replace(pattern, stays);
  return isTable ? rest.replaceAll('|', ' ') : rest;
}

/** East Asian letters and marks, and the marks “”‘’—…·, which Chinese text sets as wide as they are. */
const asian = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef“”‘’—…·×]|[\u{20000}-\u{3ffff}]/gu;

function wordsIn(text: string): number {
  let own = 0;
  const rest = text.replace(asian, () => {
    own++;
    return ' ';
  });
  return own + (rest.match(/\S+/g)?.length ?? 0);
}
