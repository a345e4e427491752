/** Sentences as one message: a space between them, but none after full-width punctuation. */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence) => `${text}${!text || /[。！？；]$/.test(text) ? '' : ' '}${sentence}`, '');
