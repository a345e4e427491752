import { readingsAt } from '../../text/pinyin';
import { pairOf } from './tokenNumbers';

/** Initials of a pair of characters, or the first character of a word, as one number. */
const keyOf = (first: number, second: number): number => first * 0x10000 + second;

/** Tokens with the same initials; as codes until somebody asks for them. */
interface Group {
  codes: number[];
  readonly tokens: string[];
}

/**
 * The tokens of an index by the initials of their characters: what pinyin and homophones are looked up in. A vocabulary of
 * 400,000 pairs falls into some 500 groups, so that a query looks at a few hundred tokens for each of its characters.
 */
export class PairVocabulary {
  private readonly groups = new Map<number, Group>();

  /** Adds a token of two UTF-16 units, given as its code (see `codeOf`). */
  addPair(code: number): void {
    const [first, second] = [code >>> 16, code & 0xffff];
    const seconds = initialCodes(second);
    const firsts = seconds.length > 0 ? initialCodes(first) : seconds;
    if (firsts.length === 0) this.group(keyOf(first, 0)).codes.push(code);
    for (const one of firsts) for (const other of seconds) this.group(keyOf(one, other)).codes.push(code);
  }

  /** Adds any other token. */
  addWord(token: string): void {
    this.group(keyOf(token.charCodeAt(0), 0)).tokens.push(token);
  }

  /** Pairs of Han characters that may be read with these initials. */
  pairs(first: string, second: string): readonly string[] {
    return tokensOf(this.groups.get(keyOf(first.charCodeAt(0), second.charCodeAt(0) || 0)));
  }

  /** Words, and whatever else is no pair, that begin with a character. */
  words(first: string): readonly string[] {
    return tokensOf(this.groups.get(keyOf(first.charCodeAt(0), 0)));
  }

  /** Tokens that hold a Han character. */
  holding(character: string): ReadonlySet<string> {
    const initials = character.length === 1 ? initialCodes(character.charCodeAt(0)) : [];
    const found = new Set<string>();
    for (const [key, group] of this.groups) {
      const [first, second] = [key >>> 16, key & 0xffff];
      // A pair is in the group of the character's initial; anything else may hold it anywhere.
      if (second !== 0 && initials.every((initial) => first !== initial && second !== initial)) continue;
      for (const token of tokensOf(group)) if (token.includes(character)) found.add(token);
    }
    return found;
  }

  private group(key: number): Group {
    let group = this.groups.get(key);
    if (!group) this.groups.set(key, (group = { codes: [], tokens: [] }));
    return group;
  }
}

function tokensOf(group: Group | undefined): readonly string[] {
  if (!group) return [];
  if (group.codes.length > 0) {
    for (const code of group.codes) group.tokens.push(pairOf(code));
    group.codes = [];
  }
  return group.tokens;
}

/** By UTF-16 unit, as met: the first letters of its readings, as units. */
const initialsByUnit = new Array<readonly number[] | undefined>(0x10000);

const initialCodes = (unit: number): readonly number[] =>
  (initialsByUnit[unit] ??= initialsAt(String.fromCharCode(unit), 0).map((initial) => initial.charCodeAt(0)));

/** The different first letters of a character's readings. */
export const initialsAt = (text: string, at: number): readonly string[] => [
  ...new Set(readingsAt(text, at).map((reading) => reading.charAt(0))),
];
