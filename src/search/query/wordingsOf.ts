import type { Steps } from '../../base/slices';
import type { SearchIndex } from '../index/searchIndex';
import type { PairLists } from '../index/termLists';
import { tokenize } from '../index/tokenize';
import type { Wording } from '../ranking/resolvedWord';
import { isIn } from '../ranking/terms';
import { differences, findHomophones, homophonePlaces, slipsOf, SoundsOfWord } from './homophones';
import type { Place } from './pairFilter';
import { evenly, passagesWithChain, passagesWithPairs } from './pairFilter';
import { pairsOfInitials, pinyinPlaces } from './pinyinPlaces';
import type { Spelling } from './spellings';
import { findNearlySpelled, findSpellings, mayHaveSlip, mostFrequent } from './spellings';

/** Texts that one word may stand for; the rarer ones are noise. */
const mostSpellings = 8;
const mostSlips = 4;
/** What a slip counts, in characters of like sound that are wrong. */
const [swapped, characterLeftOut] = [1, 1.5];
/** Passages that are read at a time to find what letters spell in them, and how often that is done. */
const readAtOnce = 150;
const mostReadings = 6;
/** Passages that are read to find out whether a word stands there: some milliseconds. */
const mostRead = 3000;
/** UTF-16 units of a library that is looked through as a whole. */
const smallLibrary = 200_000;

/** What letters spell in the library: in its texts, else in its titles and headings, else with one initial wrong. In steps. */
export function* spelledIn(typed: string, index: SearchIndex): Steps<readonly Spelling[]> {
  const find: Finder = (texts) => findSpellings(typed, texts, mostSpellings);
  const inTexts = yield* findInTexts(index, mostSpellings, find, function* (pairs) {
    return yield* passagesWithChain(index.table, pairs, yield* pinyinPlaces(typed, pairs.vocabulary));
  });
  if (inTexts.length > 0) return inTexts;
  const inTitles = yield* find(index.titles());
  return inTitles.length > 0 ? inTitles : yield* nearlySpelledIn(typed, index);
}

/** Finds, in steps, what is looked for in some texts. */
type Finder = (texts: Iterable<string>) => Steps<readonly Spelling[]>;

/** A wrong letter costs the two pairs that hold it. */
const pairsOfLetter = 2;

function* nearlySpelledIn(typed: string, index: SearchIndex): Steps<readonly Spelling[]> {
  if (!mayHaveSlip(typed)) return [];
  const find: Finder = (texts) => findNearlySpelled(typed, texts, mostSpellings);
  return yield* findInTexts(index, mostSpellings, find, function* (pairs) {
    const places: Place[] = [];
    for (let at = 0; at + 1 < typed.length; at++) {
      places.push(pairsOfInitials(typed.charAt(at), typed.charAt(at + 1), pairs.vocabulary));
      yield;
    }
    return yield* passagesWithPairs(index.table, pairs, places, pairsOfLetter);
  });
}

/**
 * Looks for texts in all passages where there are few, else in those that their pairs of characters make likely.
 * @param find gives what it finds in some passages
 */
function* findInTexts(
  index: SearchIndex,
  most: number,
  find: Finder,
  likely: (pairs: PairLists) => Steps<readonly number[]>,
): Steps<readonly Spelling[]> {
  const { pairs } = index.postings.passages;
  if (!pairs || index.table.length <= smallLibrary) return yield* find(allTexts(index));
  return yield* findRepeatedly(index, yield* likely(pairs), most, find);
}

/**
 * Looks for texts in a few of the passages, then in a few of those that have none of the ones found, and so on: so the
 * frequent ones do not hide the rare, and how many have each is known without reading them all.
 * @param ids ascending
 * @param find gives what it finds in some passages
 */
function* findRepeatedly(
  index: SearchIndex,
  ids: readonly number[],
  most: number,
  find: Finder,
): Steps<readonly Spelling[]> {
  const counts = new Map<string, number>();
  let rest = ids;
  for (let reading = 0; reading < mostReadings && rest.length > 0 && counts.size < most; reading++) {
    const read = evenly(rest, readAtOnce);
    const done = new Set(read);
    for (const { text } of yield* find(textsOf(index, read))) {
      if (counts.has(text)) continue;
      const holding = passagesHolding(text, index);
      counts.set(text, holding.length);
      for (const id of holding) done.add(id);
      yield;
    }
    rest = rest.filter((id) => !done.has(id));
    yield;
  }
  return mostFrequent(counts, most);
}

/** Passages with all tokens of a text. */
const passagesHolding = (text: string, index: SearchIndex): readonly number[] =>
  index.holding([...new Set(tokenize(text))]);

/** Whether some passage, title or heading holds the wording in one piece, as far as can be told by reading a good many. In steps. */
export function* holdsWhole({ text, terms }: Wording, index: SearchIndex): Steps<boolean> {
  return (
    (yield* standsIn(text, index)) ||
    index.contextsWith(terms[0]?.text ?? '').some(({ title, headings }) => isIn(title, text) || isIn(headings, text))
  );
}

/** What the library has that a word which it does not have may be a slip for: words that sound alike, swapped characters. In steps. */
export function* slipsIn(word: string, index: SearchIndex): Steps<readonly Spelling[]> {
  const sounds = new SoundsOfWord(word);
  const find: Finder = (texts) => findHomophones(sounds, texts, mostSlips * 2);
  const alike = yield* findInTexts(index, mostSlips * 2, find, function* (pairs) {
    const places = yield* homophonePlaces(sounds, pairs.vocabulary);
    if (places.some(({ firsts }) => firsts.length === 0)) return [];
    return yield* passagesWithChain(index.table, pairs, places);
  });
  const slips: Spelling[] = [];
  for (const text of slipsOf(word)) {
    if (yield* standsIn(text, index)) slips.push({ text, count: passagesHolding(text, index).length });
    yield;
  }
  const wrong = ({ text }: Spelling): number =>
    text.length < word.length
      ? characterLeftOut
      : slips.some((slip) => slip.text === text)
        ? swapped
        : differences(word, text);
  return [...alike, ...slips]
    .map((spelling) => ({ ...spelling, wrong: wrong(spelling) }))
    .sort((a, b) => a.wrong - b.wrong || b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, mostSlips);
}

function* standsIn(word: string, index: SearchIndex): Steps<boolean> {
  for (const text of textsOf(index, evenly(passagesHolding(word, index), mostRead))) {
    if (isIn(text, word)) return true;
    yield;
  }
  return false;
}

function* textsOf(index: SearchIndex, ids: readonly number[]): Generator<string> {
  for (const id of ids) yield index.table.textOf(id);
}

function* allTexts(index: SearchIndex): Generator<string> {
  for (let id = 0; id < index.table.end; id++) if (index.table.has(id)) yield index.table.textOf(id);
}
