import { draftText } from './checks/draftText';

/**
 * 字数 as Word counts it: each Han character and each full-width mark is one, each run of other characters between white space
 * and Han is one (6.5% is one). Front matter, comments, code and the marks of Markdown do not count.
 */
export function countWords(text: string, languageId = 'markdown'): number {
  const draft = draftText(text, languageId);
  let count = 0;
  for (const { masked, contentStart, isProse, isTable } of draft.lines) {
    if (!isProse && !isTable) continue;
    const content = masked.slice(isProse ? contentStart : 0);
    count += wordsIn(draft.isMarkdown ? content.replaceAll(isTable ? /[|*]|(?<!-)-{3,}/g : /\*\*/g, ' ') : content);
  }
  return count;
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
