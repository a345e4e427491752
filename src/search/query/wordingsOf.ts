import type { SearchIndex } from '../index/searchIndex';
import type { Wording } from '../ranking/resolvedWord';
import { isIn } from '../ranking/terms';
import { findHomophones, homophonePlaces, slipsOf, Sounds } from './homophones';
import { evenly, passagesWithPairs } from './pairFilter';
import { pinyinPlaces } from './pinyinPlaces';
import type { Spelling } from './spellings';
import { findNearlySpelled, findSpellings, mayHaveSlip } from './spellings';

/** Texts that one word may stand for; the rarer ones are noise. */
const mostSpellings = 8;
const mostSlips = 4;
/** Passages that are read to find what letters spell in them, or whether a word stands there: some milliseconds. */
const mostRead = 3000;
/** UTF-16 units of a library that is looked through as a whole. */
const smallLibrary = 200_000;

/** What letters spell in the library: in its texts, else in its titles and headings, else with one initial wrong. */
export function spelledIn(typed: string, index: SearchIndex): readonly Spelling[] {
  const small = index.table.length <= smallLibrary;
  const ids = small ? undefined : passagesWithPairs(index, pinyinPlaces(typed, index.postings.passages.vocabulary));
  const inTexts = findSpellings(typed, ids ? textsOf(index, ids) : allTexts(index), mostSpellings);
  if (inTexts.length > 0) return inTexts;
  const inTitles = findSpellings(typed, index.titles(), mostSpellings);
  return inTitles.length > 0 ? inTitles : nearlySpelledIn(typed, index);
}

/** A wrong letter costs the two pairs that hold it. */
const pairsOfLetter = 2;

function nearlySpelledIn(typed: string, index: SearchIndex): readonly Spelling[] {
  if (!mayHaveSlip(typed)) return [];
  const { vocabulary } = index.postings.passages;
  const places = Array.from({ length: typed.length - 1 }, (_, at) =>
    vocabulary.pairs(typed.charAt(at), typed.charAt(at + 1)),
  );
  return findNearlySpelled(typed, textsOf(index, passagesWithPairs(index, places, pairsOfLetter)), mostSpellings);
}

/** Whether some passage, title or heading holds the wording in one piece, as far as can be told by reading a good many. */
export function holdsWhole({ text, terms }: Wording, index: SearchIndex): boolean {
  const pairs = terms.map((term) => [term.text]);
  for (const passage of textsOf(index, passagesWithPairs(index, pairs))) if (isIn(passage, text)) return true;
  return index
    .contextsWith(terms[0]?.text ?? '')
    .some(({ title, headings }) => isIn(title, text) || isIn(headings, text));
}

/** What the library has that a word which it does not have may be a slip for: words that sound alike, swapped characters. */
export function slipsIn(word: string, index: SearchIndex): readonly Spelling[] {
  const sounds = new Sounds();
  const places = homophonePlaces(word, index.postings.passages.vocabulary, sounds);
  const alike = places.some((tokens) => tokens.length === 0)
    ? []
    : findHomophones(word, textsOf(index, passagesWithPairs(index, places)), sounds, mostSlips);
  if (alike.length > 0) return alike;
  return slipsOf(word)
    .filter((slip) => standsIn(slip, index))
    .slice(0, mostSlips)
    .map((text) => ({ text, count: 1 }));
}

function standsIn(word: string, index: SearchIndex): boolean {
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  if (pairs.some((pair) => index.documentFrequency(pair) === 0)) return false;
  for (const text of textsOf(
    index,
    passagesWithPairs(
      index,
      pairs.map((pair) => [pair]),
    ),
  )) {
    if (text.includes(word)) return true;
  }
  return false;
}

function* textsOf(index: SearchIndex, ids: readonly number[]): Generator<string> {
  for (const id of evenly(ids, mostRead)) yield index.table.textOf(id);
}

function* allTexts(index: SearchIndex): Generator<string> {
  for (let id = 0; id < index.table.end; id++) if (index.table.has(id)) yield index.table.textOf(id);
}
