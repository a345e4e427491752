import { Random } from './random';

/** Kinds of queries, as people remember what they look for. */
export const kinds = {
  A: 'a phrase of 2–6 characters',
  B: 'two words',
  C: 'a clause with one word changed',
  D: 'words of one passage in another order',
  E: 'a rare word',
  F: 'a long sentence with edits',
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
const attempts = 200;

/**
 * Makes queries of six kinds out of passages chosen at random, always the same ones.
 * @param texts of all passages
 * @param each queries of each kind
 */
export function knownItems(texts: readonly string[], each: number): readonly KnownItem[] {
  const random = new Random(19_491_001);
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const wordsOf = (text: string): string[] =>
    Array.from(segmenter.segment(text), ({ segment }) => segment).filter((word) => /^[\u4e00-\u9fff]{2,4}$/.test(word));
  const holding = (...parts: string[]): number[] =>
    texts.flatMap((text, number) => (parts.every((part) => text.includes(part)) ? [number] : []));
  const strange = (text: string): string =>
    random.pick(wordsOf(random.pick(texts)).filter((word) => !text.includes(word)));
  const different = (words: readonly string[], count: number): string[] => {
    const chosen = new Set<string>();
    for (let tries = 0; chosen.size < count && tries < attempts; tries++) chosen.add(random.pick(words));
    return [...chosen];
  };

  const makers: Readonly<Record<Kind, (text: string) => Omit<KnownItem, 'kind'> | undefined>> = {
    A: (text) => {
      const run = random.pick(text.match(/[\u4e00-\u9fff]{6,}/g) ?? ['']);
      const starts = Array.from(segmenter.segment(run), ({ index }) => index);
      const start = random.pick(starts.length ? starts : [0]);
      const query = run.slice(start, start + random.between(2, 6));
      return query.length < 2 ? undefined : { query, right: holding(query) };
    },
    B: (text) => {
      const words = different(wordsOf(text), 2);
      const right = holding(...words);
      return words.length < 2 || right.length > fewRight ? undefined : { query: words.join(' '), right };
    },
    C: (text) => {
      const clause = random.pick(text.match(/[\u4e00-\u9fff]{8,20}/g) ?? ['']);
      const words = wordsOf(clause);
      if (words.length < 3) return undefined;
      return { query: clause.replace(random.pick(words), strange(text)), right: holding(clause) };
    },
    D: (text) => {
      const words = different(wordsOf(text), random.between(4, 6));
      const right = holding(...words);
      return words.length < 4 || right.length > fewRight ? undefined : { query: words.join(' '), right };
    },
    E: (text) => {
      // Names of places among them, which no segmenter knows.
      const words = [...(text.match(/(?<=在)[\u4e00-\u9fff]{4,6}(?=，)/g) ?? []), ...different(wordsOf(text), 4)];
      const counted = words.map((query) => ({ query, right: holding(query) }));
      return counted.find(({ right }) => right.length <= rare);
    },
    F: (text) => {
      const sentence = random.pick(text.match(/[^。！？]{30,70}[。！？]/g) ?? ['']);
      const words = wordsOf(sentence);
      if (words.length < 6) return undefined;
      const [changed = '', left = '', before = ''] = different(words, 3);
      const query = sentence
        .replace(changed, strange(text))
        .replace(left, '')
        .replace(before, strange(text) + before);
      return { query, right: holding(sentence) };
    },
  };
  return (Object.keys(makers) as Kind[]).flatMap((kind) =>
    Array.from({ length: each }, () => {
      for (let tries = 0; tries < attempts; tries++) {
        const item = makers[kind](random.pick(texts));
        if (item) return { kind, ...item };
      }
      throw new Error(`the texts give no query of kind ${kind}`);
    }),
  );
}
