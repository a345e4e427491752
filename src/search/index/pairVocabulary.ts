import { readingsAt } from '../../text/pinyin';
import type { PackedPostings } from './packedPostings';
import { isHanPair } from './tokenize';

/**
 * The tokens of an index as pinyin and homophones are looked up in it: pairs of Han by their first character, and those that
 * a syllable may begin with by its first letter. Of 400,000 pairs a query looks at those that begin with the characters
 * that fit its letters.
 */
export class PairVocabulary {
  /** Pairs that are not in the sealed lists: second characters by the first. */
  private readonly seconds = new Map<number, number[]>();
  /** Tokens that are no pair, by their first unit; of the sealed lists, too, once somebody asked. */
  private readonly wordsByFirst = new Map<string, string[]>();
  private wordsOfSealed = false;
  private firstsByInitial: ReadonlyMap<string, readonly number[]> | undefined;

  /** @param sealed lists whose tokens are in it from the beginning */
  constructor(private readonly sealed?: PackedPostings) {}

  /** Adds a token that the sealed lists do not have. */
  add(token: string): void {
    if (!isHanPair(token)) {
      this.addWord(token);
      return;
    }
    const first = token.charCodeAt(0);
    const seconds = this.seconds.get(first);
    if (seconds) {
      seconds.push(token.charCodeAt(1));
      return;
    }
    this.seconds.set(first, [token.charCodeAt(1)]);
    this.firstsByInitial = undefined;
  }

  /** Characters that a pair begins with and that may be read with an initial. */
  firsts(initial: string): readonly number[] {
    this.firstsByInitial ??= this.groupFirsts();
    return this.firstsByInitial.get(initial) ?? [];
  }

  /** Tells the second character of each pair that begins with a character. */
  eachSecond(first: number, tell: (second: number) => void): void {
    this.sealed?.eachSecond(first, tell);
    for (const second of this.seconds.get(first) ?? []) tell(second);
  }

  /** Words, and whatever else is no pair, that begin with a character. */
  words(first: string): readonly string[] {
    this.takeSealedWords();
    return this.wordsByFirst.get(first) ?? [];
  }

  /** Tokens that hold a Han character. */
  *holding(character: string): Generator<string> {
    const code = character.charCodeAt(0);
    const has = (first: number): boolean => {
      let found = false;
      this.eachSecond(first, (second) => (found ||= second === code));
      return found;
    };
    if (character.length === 1) {
      for (const first of this.allFirsts()) {
        if (first !== code && has(first)) yield String.fromCharCode(first, code);
      }
      const own: number[] = [];
      this.eachSecond(code, (second) => void own.push(second));
      for (const second of own) yield String.fromCharCode(code, second);
    }
    this.takeSealedWords();
    for (const words of this.wordsByFirst.values())
      for (const token of words) if (token.includes(character)) yield token;
  }

  /** Every token: pairs first, ascending. */
  *tokens(): Generator<string> {
    for (const first of this.allFirsts()) {
      const seconds: number[] = [];
      this.eachSecond(first, (second) => void seconds.push(second));
      for (const second of seconds.sort((a, b) => a - b)) yield String.fromCharCode(first, second);
    }
    this.takeSealedWords();
    for (const words of this.wordsByFirst.values()) yield* words;
  }

  /** Ascending. */
  private allFirsts(): readonly number[] {
    const firsts = [...this.seconds.keys()].filter((first) => !this.sealed?.begins(first));
    if (this.sealed) firsts.push(...this.sealed.firstCharacters());
    return firsts.sort((a, b) => a - b);
  }

  private groupFirsts(): ReadonlyMap<string, readonly number[]> {
    const groups = new Map<string, number[]>();
    for (const first of this.allFirsts()) {
      for (const initial of initialsAt(String.fromCharCode(first), 0)) {
        const group = groups.get(initial);
        if (group) group.push(first);
        else groups.set(initial, [first]);
      }
    }
    return groups;
  }

  private takeSealedWords(): void {
    if (this.wordsOfSealed) return;
    this.wordsOfSealed = true;
    for (const token of this.sealed?.others ?? []) this.addWord(token);
  }

  private addWord(token: string): void {
    const group = this.wordsByFirst.get(token.charAt(0));
    if (group) group.push(token);
    else this.wordsByFirst.set(token.charAt(0), [token]);
  }
}

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
