import type { PairVocabulary } from '../index/pairVocabulary';
import { normalizedPinyin, readingsAt, spelledLengths } from '../../text/pinyin';
import { initialsAt } from '../index/pairVocabulary';

/** More characters say nothing new, and cost. */
const mostPlaces = 12;

/**
 * What typed letters ask of a text: for the first, second, third … character, the pairs that may begin with it. Stops at the
 * place where the letters may be at their end. Cost: the tokens whose initials fit, some thousand for each character.
 * @param typed folded: pinyin, initials, or a mixture with Chinese
 */
export function pinyinPlaces(typed: string, vocabulary: PairVocabulary): readonly ReadonlySet<string>[] {
  const letters = normalizedPinyin(typed).replaceAll("'", '');
  const known = new Map<number, readonly number[]>();
  const lengthsAt = (token: string, at: number, from: number): readonly number[] => {
    const key = from * 0x10000 + token.charCodeAt(at);
    let lengths = known.get(key);
    if (!lengths) known.set(key, (lengths = spelledLengths(letters, from, token.charAt(at), readingsAt(token, at))));
    return lengths;
  };
  const initials = (position: number): readonly string[] => {
    const own = initialsAt(letters, position);
    return own.length > 0 ? own : [letters.charAt(position)];
  };
  const places: ReadonlySet<string>[] = [];
  let positions: ReadonlySet<number> = new Set([0]);
  while (positions.size > 0 && places.length < mostPlaces) {
    const tokens = new Set<string>();
    const next = new Set<number>();
    let mayEnd = false;
    for (const from of positions) {
      for (const word of initials(from).flatMap((first) => vocabulary.words(first))) {
        const rest = letters.slice(from);
        if (word.startsWith(rest)) mayEnd = true;
        else if (rest.startsWith(word)) next.add(from + word.length);
        else continue;
        tokens.add(word);
      }
      for (const token of pairsFrom(vocabulary, letters, from, initials)) {
        for (const length of lengthsAt(token, 0, from)) {
          const after = from + length;
          const seconds = after < letters.length ? lengthsAt(token, 1, after) : [];
          if (after < letters.length && seconds.length === 0) continue;
          tokens.add(token);
          if (after >= letters.length || seconds.some((second) => after + second >= letters.length)) mayEnd = true;
          else next.add(after);
        }
      }
    }
    // All letters may be one character, which may be the second of its pair.
    if (mayEnd && places.length === 0) addEndings(tokens);
    places.push(tokens);
    if (mayEnd) break;
    positions = next;
  }
  return places;

  function addEndings(tokens: Set<string>): void {
    for (const second of initials(0)) {
      for (const token of allInitials.flatMap((first) => vocabulary.pairs(first, second))) {
        if (lengthsAt(token, 1, 0).includes(letters.length)) tokens.add(token);
      }
    }
  }
}

/** The longest syllable has six letters. */
const longestSyllable = 6;

function* pairsFrom(
  vocabulary: PairVocabulary,
  letters: string,
  from: number,
  initials: (position: number) => readonly string[],
): Generator<string> {
  const seconds = new Set<string>();
  let mayEnd = false;
  for (let after = from + 1; after <= from + longestSyllable; after++) {
    if (after >= letters.length) mayEnd = true;
    else for (const initial of initials(after)) seconds.add(initial);
  }
  for (const first of initials(from)) {
    for (const second of mayEnd ? allInitials : seconds) yield* vocabulary.pairs(first, second);
  }
}

const allInitials = 'abcdefghjklmnopqrstwxyz'.split('');
