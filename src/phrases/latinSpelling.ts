/** Most letters that are read as pinyin. */
const longestLatin = 40;
/** Ways of cutting letters into syllables that are followed. */
const mostWays = 32;

/**
 * A syllable or the beginning of one, or a first letter that stands for one. Longest first, so that the likely ways of
 * cutting come before the rest. No syllable begins with i, u or v.
 */
const syllable = /^(?:[bpmfdtnlgkhjqxrzcsyw]h?[aeiouv]{1,3}(?:ng?|r)?|[aoe][aeio]?(?:ng?|r)?)/;

/**
 * First letters of the characters that `latin` may spell, in every way it can be cut: `kejicx` gives `kjcx`, among others
 * that spell less likely things. What cannot be pinyin gives nothing.
 * @param latin letters a–z and `'` between syllables
 */
export function spelledInitials(latin: string): readonly string[] {
  const found = new Set<string>();
  if (latin.length <= longestLatin) cut(latin, '', found);
  return [...found];
}

function cut(rest: string, initials: string, found: Set<string>): void {
  if (found.size >= mostWays) return;
  if (rest === '') found.add(initials);
  else if (rest.startsWith("'")) cut(rest.slice(1), initials, found);
  else {
    const next = initials + rest.charAt(0);
    for (const length of syllableLengths(rest)) cut(rest.slice(length), next, found);
  }
}

/** Lengths that the first syllable of `rest` may have. */
function syllableLengths(rest: string): readonly number[] {
  if (/^[iuv]/.test(rest)) return [];
  const longest = syllable.exec(rest)?.[0].length ?? 1;
  const lengths = Array.from({ length: longest }, (_, index) => longest - index);
  return /^[zcs]h/.test(rest) && longest < 2 ? [2, ...lengths] : lengths;
}
