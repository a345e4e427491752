import { finish } from '../base/slices';
import { mayHaveHomophones, slipsOf } from '../search/query/homophones';
import { findSpellings, maySpell } from '../search/query/spellings';
import { tokenize } from '../search/index/tokenize';
import { fold } from '../text/fold';
import type { Alternatives } from './alternatives';
import type { Row } from './connection';
import type { Frequencies } from './frequencies';
import type { Retrieval } from './retrieval';
import { chains, homophonePlaces, initialPlaces, pairsOf, syllablePlaces, syllablesTogether } from './soundAlike';
import { nearlySpelledTriples, spelledTriples } from './terms';

/** Words that letters, or a misspelt word, may stand for. */
const mostMeanings = 24;
const mostSlips = 12;
const mostDoubtful = 3;
/** Passages, the newest, that are looked through for initials with one wrong: some hundred lists of them are read. */
const mostNearlySpelled = 300_000;

/** A query being answered. */
interface Asking {
  /** Folded; how often their tokens occur was asked for. */
  readonly words: readonly string[];
  readonly frequencies: Frequencies;
  readonly retrieval: Retrieval;
}

/**
 * The passages that are worth ranking for a query: with all of its words, with what they are the pinyin of or may be slips for, else with
 * the most of it.
 * @throws SharedFault
 */
export async function candidateRows(asking: Asking): Promise<readonly Row[]> {
  const { words, frequencies, retrieval } = asking;
  if (words.length === 0) return retrieval.filtered();
  // Letters that are no word of the library are pinyin.
  const isThere = (token: string): boolean => frequencies.passages(token) > 0;
  const typed = syllablesTogether(words);
  const spelled = typed.filter((word) => maySpell(word) && !tokenize(word).every(isThere));
  const written = typed.filter((word) => !spelled.includes(word));
  const there = written.map((word) => tokenize(word).filter(isThere)).filter(({ length }) => length > 0);
  if (spelled.length > 0) return spelledRows(asking, spelled, there.flat());
  const near = there.length > 0 ? await retrieval.withAll([there.flat()], { whole: written }) : [];
  // Not all lists were read: the texts tell.
  const together = near.filter((row) => hasAll(row, there.flat()));
  const holds = (word: string): boolean => together.some(({ text }) => fold(String(text)).text.includes(word));
  const doubtful = written.filter((word) => mayHaveHomophones(word) && !holds(word)).slice(0, mostDoubtful);
  const meant = await slips(asking, doubtful, written);
  const alike =
    meant.length > 0
      ? await retrieval.withAll(
          meant.map(({ tokens }) => tokens),
          { whole: meant.map(({ text }) => text) },
        )
      : [];
  // Where no passage has all, those with the most of it are looked for.
  const parts = together.length === 0 ? await retrieval.heaviest(there.flat()) : [];
  return unique([...together, ...alike, ...parts]);
}

/** Passages with what letters spell, and with the tokens of the other words. */
async function spelledRows(
  { frequencies, retrieval }: Asking,
  words: readonly string[],
  others: readonly string[],
): Promise<readonly Row[]> {
  let alternatives: Alternatives = [others];
  const whole: string[] = [];
  const initials: string[] = [];
  for (const word of words) {
    const syllables = syllablePlaces(word);
    const ways = syllables.length > 0 ? syllables : initialPlaces(word);
    await frequencies.learn(ways.flatMap((places) => [...pairsOf(places)]));
    const count = (pair: string): number => frequencies.passages(pair);
    const meanings = ways.flatMap((places) => chains(places, count, mostMeanings)).slice(0, mostMeanings);
    // Where nothing sounds like whole syllables, the letters are initials.
    if (meanings.length === 0) initials.push(word);
    else {
      const known = alternatives;
      whole.push(...meanings);
      alternatives = meanings.flatMap((text) => known.map((before) => [...before, ...tokenize(text)]));
    }
  }
  const asked = alternatives.filter(({ length }) => length > 0).slice(0, mostMeanings);
  const ways = initials.map((word) => {
    const triples = spelledTriples(word);
    return triples.length > 0 ? triples : [[]];
  });
  const found = await retrieval.withAll(asked, { spelled: together(ways), whole });
  if (found.some(({ text }) => initials.every((word) => isSpelledIn(word, fold(String(text)).text)))) return found;
  const slipped = initials.flatMap((word, at) => together(ways.with(at, nearlySpelledTriples(word))));
  const nearly = await retrieval.withAll(asked, { spelled: slipped, whole, newest: mostNearlySpelled });
  return unique([...found, ...nearly, ...(await retrieval.heaviest(others))]);
}

const isSpelledIn = (typed: string, text: string): boolean => finish(findSpellings(typed, [text], 1)).length > 0;

/** One way to read each of some words, in all combinations. */
const together = (words: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] =>
  words.reduce<readonly (readonly number[])[]>(
    (all, ways) => all.flatMap((before) => ways.map((way) => [...before, ...way])),
    [[]],
  );

/** What words that the library does not have may be slips for: others that sound alike, two characters swapped, one too many. */
async function slips(
  { frequencies }: Asking,
  doubtful: readonly string[],
  words: readonly string[],
): Promise<readonly { readonly text: string; readonly tokens: readonly string[] }[]> {
  const found: { readonly text: string; readonly tokens: readonly string[] }[] = [];
  const count = (pair: string): number => frequencies.passages(pair);
  for (const word of doubtful) {
    const places = homophonePlaces(word, (pair) => count(pair) > 0);
    const slips = slipsOf(word);
    await frequencies.learn([...slips.flatMap((slip) => tokenize(slip)), ...pairsOf(places)]);
    const alike = chains(places, count, mostSlips).filter((text) => text !== word);
    const others = words.filter((other) => other !== word).flatMap((other) => tokenize(other));
    const isThere = (text: string): boolean => tokenize(text).every((token) => count(token) > 0);
    const known = [...alike, ...slips].filter(isThere);
    found.push(...known.map((text) => ({ text, tokens: [...others, ...tokenize(text)] })));
  }
  return found;
}

function hasAll({ text, headings, title }: Row, tokens: readonly string[]): boolean {
  const all = fold([text, headings, title].map(String).join('\n')).text;
  return tokens.every((token) => all.includes(token));
}

const keyOf = ({ article, number }: Row): string => `${String(article)} ${String(number)}`;

const unique = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];
