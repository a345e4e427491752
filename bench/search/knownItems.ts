import { readingsAt, syllables } from '../../src/text/pinyin';
import { Random } from './random';

/** Kinds of queries, as people remember and type what they look for. */
export const kinds = {
  A: 'a phrase of 2–6 characters',
  B: 'two words',
  C: 'a clause with one word changed',
  D: 'words of one passage in another order',
  E: 'a rare word',
  F: 'a long sentence with edits',
  G: 'full pinyin of 4–5 characters',
  H: 'initials of 6–8 characters',
  I: 'a phrase of 4–5 characters with one homophone',
  J: 'a phrase of 4–6 characters with two swapped',
  K: 'a clause without every third word',
  L: 'two characters and the pinyin of two or three',
  M: 'a phrase of 2–6 characters with a filter for its category',
} as const;

export type Kind = keyof typeof kinds;

/** A query whose answer is known. */
export interface KnownItem {
  readonly kind: Kind;
  readonly query: string;
  /** Numbers of the passages that are right answers: all that hold what the query was made of. */
  readonly right: readonly number[];
}

/** A word may not be rarer than this where a rare one is not asked for, nor more frequent where it is. */
const rare = 3;
const fewRight = 5;
const attempts = 300;
/** Characters that are taken for homophones: those that the texts use most. */
const commonCharacters = 3000;
/** Passages whose characters are counted. */
const counted = 5000;

type Maker = (text: string, number: number) => Omit<KnownItem, 'kind'> | undefined;

/**
 * Makes queries out of passages chosen at random, always the same ones. A kind of which the texts give none (laws hardly
 * have rare words, English none of Chinese) is left out, or has fewer.
 * @param texts of all passages
 * @param each queries of each kind
 * @param categories of the texts; without them there are no queries with filters, which peers do not know
 */
export function knownItems(
  texts: readonly string[],
  each: number,
  categories: readonly string[] = [],
): readonly KnownItem[] {
  const random = new Random(19_491_001);
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const segments = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const wordsOf = (text: string): string[] => segments(text).filter((word) => /^[\u4e00-\u9fff]{2,4}$/.test(word));
  const placesOf = pairPlaces(texts);
  /** Numbers of the texts that hold all parts; one more than `most` where there are more. */
  const holding = (parts: readonly string[], most = Infinity): readonly number[] => {
    const lists = parts.flatMap((part) => (part.length < 2 ? [] : [placesOf(part)]));
    const [shortest] = lists.sort((a, b) => a.length - b.length);
    const found: number[] = [];
    for (const number of shortest ?? texts.keys()) {
      if (found.length > most) break;
      if (parts.every((part) => texts[number]?.includes(part))) found.push(number);
    }
    return found;
  };
  const one = <T>(items: readonly T[]): T | undefined => (items.length > 0 ? random.pick(items) : undefined);
  /** A word that `text` does not have. */
  const strange = (text: string): string | undefined => {
    for (let tries = 0; tries < attempts; tries++) {
      const word = one(wordsOf(random.pick(texts)).filter((other) => !text.includes(other)));
      if (word !== undefined) return word;
    }
    return undefined;
  };
  const different = (words: readonly string[], count: number): string[] => {
    const chosen = new Set<string>();
    for (let tries = 0; words.length > 0 && chosen.size < count && tries < attempts; tries++)
      chosen.add(random.pick(words));
    return [...chosen];
  };
  /** Characters from the beginning of a word on. */
  const phraseOf = (text: string, shortest: number, longest: number): string | undefined => {
    const run = one(text.match(/[\u4e00-\u9fff]{6,}/g) ?? []) ?? '';
    const start = one(Array.from(segmenter.segment(run), ({ index }) => index)) ?? 0;
    const phrase = run.slice(start, start + random.between(shortest, longest));
    return phrase.length < shortest ? undefined : phrase;
  };
  const homophones = homophonesOf(texts);

  const makers: Readonly<Record<Kind, Maker>> = {
    A: (text) => {
      const query = phraseOf(text, 2, 6);
      return query === undefined ? undefined : { query, right: holding([query]) };
    },
    B: (text) => {
      const words = different(wordsOf(text), 2);
      const right = words.length < 2 ? [] : holding(words, fewRight);
      return right.length === 0 || right.length > fewRight ? undefined : { query: words.join(' '), right };
    },
    C: (text) => {
      const clause = one(text.match(/[\u4e00-\u9fff]{8,20}/g) ?? []) ?? '';
      const words = wordsOf(clause);
      const other = strange(text);
      if (words.length < 3 || other === undefined) return undefined;
      return { query: clause.replace(random.pick(words), other), right: holding([clause]) };
    },
    D: (text) => {
      const words = different(wordsOf(text), random.between(4, 6));
      const right = words.length < 4 ? [] : holding(words, fewRight);
      return right.length === 0 || right.length > fewRight ? undefined : { query: words.join(' '), right };
    },
    E: (text) => {
      // Names of places among them, which no segmenter knows.
      const words = [...(text.match(/(?<=在)[\u4e00-\u9fff]{4,6}(?=，)/g) ?? []), ...different(wordsOf(text), 4)];
      const found = words.map((query) => ({ query, right: holding([query], rare) }));
      return found.find(({ right }) => right.length > 0 && right.length <= rare);
    },
    F: (text) => {
      const sentence = one(text.match(/[^。！？]{30,70}[。！？]/g) ?? []) ?? '';
      const words = wordsOf(sentence);
      const [other, another] = [strange(text), strange(text)];
      if (words.length < 6 || other === undefined || another === undefined) return undefined;
      const [changed = '', left = '', before = ''] = different(words, 3);
      const query = sentence
        .replace(changed, other)
        .replace(left, '')
        .replace(before, another + before);
      return { query, right: holding([sentence]) };
    },
    G: (text) => {
      const phrase = phraseOf(text, 4, 5);
      return phrase === undefined ? undefined : { query: pinyinOf(phrase), right: holding([phrase]) };
    },
    H: (text) => {
      const phrase = phraseOf(text, 6, 8);
      const query = syllables(phrase ?? '').map(([reading = '']) => reading.charAt(0));
      return phrase === undefined ? undefined : { query: query.join(''), right: holding([phrase]) };
    },
    I: (text) => {
      const phrase = phraseOf(text, 4, 5);
      if (phrase === undefined) return undefined;
      const at = random.below(phrase.length);
      const other = one(homophones(phrase.charAt(at)));
      if (other === undefined) return undefined;
      return { query: phrase.slice(0, at) + other + phrase.slice(at + 1), right: holding([phrase]) };
    },
    J: (text) => {
      const phrase = phraseOf(text, 4, 6);
      if (phrase === undefined) return undefined;
      const at = random.below(phrase.length - 1);
      const query = phrase.slice(0, at) + phrase.charAt(at + 1) + phrase.charAt(at) + phrase.slice(at + 2);
      return query === phrase ? undefined : { query, right: holding([phrase]) };
    },
    K: (text) => {
      const clause = one(text.match(/[\u4e00-\u9fff]{12,30}/g) ?? []) ?? '';
      const words = segments(clause);
      if (words.length < 6) return undefined;
      return { query: words.filter((_, at) => at % 3 !== 2).join(''), right: holding([clause]) };
    },
    L: (text) => {
      const phrase = phraseOf(text, 4, 5);
      return phrase === undefined
        ? undefined
        : { query: phrase.slice(0, 2) + pinyinOf(phrase.slice(2)), right: holding([phrase]) };
    },
    M: (text, number) => {
      const phrase = phraseOf(text, 2, 6);
      const category = categories[number];
      return phrase === undefined || category === undefined
        ? undefined
        : {
            query: `类:${category} ${phrase}`,
            right: holding([phrase]).filter((other) => categories[other] === category),
          };
    },
  };
  const wanted = (Object.keys(makers) as Kind[]).filter((kind) => kind !== 'M' || categories.length > 0);
  return wanted.flatMap((kind) => {
    const items: KnownItem[] = [];
    for (let tries = 0; items.length < each && tries < each * attempts; tries++) {
      const number = random.below(texts.length);
      const item = makers[kind](texts[number] ?? '', number);
      if (item) items.push({ kind, ...item });
      // What is this rare is not worth the search for it.
      else if (items.length === 0 && tries > 20 * attempts) break;
    }
    if (items.length < each) console.log(`The texts give ${items.length} queries of kind ${kind}.`);
    return items;
  });
}

/** Numbers of the texts that have the rarest pair of characters of a part: a scan of all would take hours in a large library. */
function pairPlaces(texts: readonly string[]): (part: string) => readonly number[] {
  const byPair = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2);
      const places = byPair.get(pair);
      if (!places) byPair.set(pair, [number]);
      else if (places.at(-1) !== number) places.push(number);
    }
  }
  return (part) => {
    let rarest = byPair.get(part.slice(0, 2)) ?? [];
    for (let at = 1; at + 1 < part.length; at++) {
      const places = byPair.get(part.slice(at, at + 2)) ?? [];
      if (places.length < rarest.length) rarest = places;
    }
    return rarest;
  };
}

const pinyinOf = (phrase: string): string =>
  syllables(phrase)
    .map(([reading = '']) => reading)
    .join('');

/** Common characters that read like another in the first reading of both. */
function homophonesOf(texts: readonly string[]): (character: string) => readonly string[] {
  const counts = new Map<string, number>();
  const step = Math.max(1, Math.floor(texts.length / counted));
  for (let at = 0; at < texts.length; at += step) {
    for (const character of (texts[at] ?? '').match(/[\u4e00-\u9fff]/g) ?? [])
      counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const bySound = new Map<string, string[]>();
  const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, commonCharacters);
  for (const [character] of common) {
    const [reading = ''] = readingsAt(character, 0);
    bySound.set(reading, [...(bySound.get(reading) ?? []), character]);
  }
  return (character) => (bySound.get(readingsAt(character, 0)[0] ?? '') ?? []).filter((other) => other !== character);
}
