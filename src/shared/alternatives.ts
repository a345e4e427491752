/** Lists of tokens: a passage with all tokens of one of them is a candidate. */
export type Alternatives = readonly (readonly string[])[];

/** A list says enough when about so many passages have it, and too little when more have it than are looked at. */
const fewPassages = 20;
const manyPassages = 600;
const longestWindow = 4;
/** Words that are tried without one of them. */
const mostWords = 6;
const mostAlternatives = 40;
/** How far chance decides whether neighbours occur together: in official prose, which consists of set phrases, little. */
const chanceShare = 0.25;

/** How often tokens occur in the whole library, and how many passages it has. */
export interface Counts {
  readonly of: (token: string) => number;
  readonly passages: number;
}

/**
 * What a passage may have of words that none has together: for each token a short stretch of the words on either side of it that is rare
 * enough, so that what was changed elsewhere does not matter; and the words without one of them, or two of them.
 * @param words the tokens of each in their order, all of which the library has
 */
export function partsOf(words: readonly (readonly string[])[], counts: Counts): Alternatives {
  const parts = words.flatMap((tokens) => tokens.flatMap((_, at) => stretches(tokens, at, counts)));
  if (words.length > 1 && words.length <= mostWords) {
    for (const [at, word] of words.entries()) {
      parts.push(words.filter((_, other) => other !== at).flat());
      for (const other of words.slice(at + 1)) parts.push([...word, ...other]);
    }
  }
  const sorted = [...new Map(parts.map((part) => [part.join(' '), { part, likely: likely(part, counts) }])).values()]
    .filter(({ part }) => part.length > 0)
    .sort((a, b) => a.likely - b.likely)
    .slice(0, mostAlternatives);
  let sum = 0;
  return sorted.filter(({ likely: some }, at) => at === 0 || (sum += some) <= manyPassages).map(({ part }) => part);
}

/** The shortest stretches that are rare enough, from a token on to the left and to the right; the token is the rarest of each. */
function stretches(tokens: readonly string[], at: number, counts: Counts): readonly (readonly string[])[] {
  const own = counts.of(tokens[at] ?? '');
  const isRarest = (part: readonly string[]): boolean => part.every((token) => counts.of(token) >= own);
  return [-1, 1].flatMap((direction) => {
    for (let length = 1; length <= longestWindow; length++) {
      const end = at + direction * (length - 1);
      if (end < 0 || end >= tokens.length) break;
      const part = tokens.slice(Math.min(at, end), Math.max(at, end) + 1);
      if (!isRarest(part)) break;
      const isLast =
        length === longestWindow ||
        !isRarest(tokens.slice(Math.min(at, end + direction), Math.max(at, end + direction) + 1));
      const some = likely(part, counts);
      if (some <= fewPassages || (isLast && some <= manyPassages)) return [part];
    }
    return [];
  });
}

/** About how many passages have all tokens: neighbours occur together far more often than chance would have it, yet not always. */
function likely(part: readonly string[], { of, passages }: Counts): number {
  const counts = part.map(of);
  const byChance = counts.reduce((product, count) => (product * count) / Math.max(1, passages), passages);
  return byChance ** chanceShare * Math.min(...counts) ** (1 - chanceShare);
}
