/** All beginnings of two characters or more. */
export function* properPrefixes(words: string): Generator<string> {
  for (let length = 2; length < words.length; length++) yield words.slice(0, length);
}

/** All parts of two characters or more but the whole. */
export function* properParts(words: string): Generator<string> {
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= words.length; to++) if (to - from < words.length) yield words.slice(from, to);
  }
}
