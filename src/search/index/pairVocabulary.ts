import { readingsAt } from '../../text/pinyin';

/** Initials of a pair of characters, or the first character of a word, as one number. */
const keyOf = (first: string, second: string): number => first.charCodeAt(0) * 0x10000 + (second.charCodeAt(0) || 0);

/**
 * The tokens of an index by the initials of their characters: what pinyin and homophones are looked up in. A vocabulary of
 * 400,000 pairs falls into some 500 groups, so that a query looks at a few hundred tokens for each of its characters.
 */
export class PairVocabulary {
  private readonly groups = new Map<number, string[]>();

  add(token: string): void {
    if (token.length === 2 && isRead(token, 0) && isRead(token, 1)) {
      for (const first of initialsAt(token, 0)) {
        for (const second of initialsAt(token, 1)) this.put(keyOf(first, second), token);
      }
    } else {
      this.put(keyOf(token, ''), token);
    }
  }

  /** Pairs of Han characters that may be read with these initials. */
  pairs(first: string, second: string): readonly string[] {
    return this.groups.get(keyOf(first, second)) ?? [];
  }

  /** Words, and whatever else is no pair, that begin with a character. */
  words(first: string): readonly string[] {
    return this.groups.get(keyOf(first, '')) ?? [];
  }

  /** Tokens that hold a Han character. */
  holding(character: string): ReadonlySet<string> {
    const initials = initialsAt(character, 0);
    const found = new Set<string>();
    for (const [key, tokens] of this.groups) {
      const [first, second] = [key >>> 16, key & 0xffff];
      // A pair is in the group of the character's initial; anything else may hold it anywhere.
      if (second !== 0 && initials.every((initial) => ![first, second].includes(initial.charCodeAt(0)))) continue;
      for (const token of tokens) if (token.includes(character)) found.add(token);
    }
    return found;
  }

  private put(key: number, token: string): void {
    const group = this.groups.get(key);
    if (group) group.push(token);
    else this.groups.set(key, [token]);
  }
}

const isRead = (text: string, at: number): boolean => initialsAt(text, at).length > 0;

/** By UTF-16 unit, as they were first asked about: a vocabulary asks a million times about some thousand characters. */
const known: (readonly string[] | undefined)[] = [];
/** Most characters have one initial, and share the list. */
const shared = new Map<string, readonly string[]>();

/** The different first letters of a character's readings; the same list each time. */
export function initialsAt(text: string, at: number): readonly string[] {
  const code = text.charCodeAt(at);
  return known[code] ?? (known[code] = findInitials(text, at));
}

function findInitials(text: string, at: number): readonly string[] {
  const initials = [...new Set(readingsAt(text, at).map((reading) => reading.charAt(0)))];
  const key = initials.join('');
  const same = shared.get(key) ?? initials;
  shared.set(key, same);
  return same;
}
