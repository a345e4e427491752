import { isSyllable } from '../../text/pinyinSyllables';
import { normalizedPinyin } from '../../text/pinyin';
import { fold } from '../../text/fold';
import type { SearchIndex } from '../index/searchIndex';
import { tokenize } from '../index/tokenize';
import { inverseDocumentFrequency } from '../ranking/ranking';
import type { ResolvedWord, Wording } from '../ranking/resolvedWord';
import { weightOf } from '../ranking/resolvedWord';
import { mayHaveHomophones } from './homophones';
import type { Query } from './query';
import { maySpell } from './spellings';
import { holdsWhole, spelledIn, slipsIn } from './wordingsOf';

/** Each further spelling counts this much of the one before it. */
const spellingDecay = 0.85;
/** What is meant by a word with a slip counts this much of the word as typed. */
const slipFactor = 0.95;
/** Terms of a wording that are looked at, rarest first: about a long sentence. */
const maximumTerms = 64;
const maximumTermsOfParagraph = 256;

/** Resolves the words of a query against the library: their terms and weights, and what pinyin or a slip stands for in it. */
export function resolveWords({ words, phrases }: Query, index: SearchIndex): readonly ResolvedWord[] {
  const wanted = syllableRuns(words).flatMap((run) => {
    const joined = run.length > 1 ? spellings(run.map((word) => fold(word).text).join("'"), index) : [];
    return joined.length > 0
      ? [{ typed: run.join(' '), wordings: joined, verbatim: false }]
      : run.map((word) => ({ typed: word, wordings: wordingsOf(fold(word).text, index), verbatim: false }));
  });
  const verbatim = phrases.map((phrase) => ({
    typed: phrase,
    wordings: literal(fold(phrase).text, index),
    verbatim: true,
  }));
  return [...wanted, ...verbatim].filter(({ wordings }) => wordings.length > 0);
}

/** A paragraph as one word; more of its terms count than of a query's. */
export function resolveParagraph(text: string, index: SearchIndex): ResolvedWord | undefined {
  const wordings = literal(fold(text).text, index, maximumTermsOfParagraph);
  return wordings.length > 0 ? { typed: text, wordings, verbatim: false } : undefined;
}

/**
 * Whether a word is a single syllable or letter, as input methods separate them: `ke ji chuang xin`. For words of Han the table
 * of syllables, which takes ten milliseconds to make, is not asked.
 */
const isTypedSyllable = (word: string): boolean =>
  /^[a-z]$/.test(word) || (/^\p{Script=Latin}/u.test(word) && isSyllable(normalizedPinyin(word)));

/** Groups neighbouring single syllables: `ke ji rencai` is two runs. */
function syllableRuns(words: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && isTypedSyllable(word) && run.every(isTypedSyllable)) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/**
 * A word as typed if the library has it, else what it spells as pinyin, else as typed all the same, for it is wanted,
 * together with what it may be a slip for.
 */
function wordingsOf(word: string, index: SearchIndex): readonly Wording[] {
  const typed = literal(word, index);
  const [first] = typed;
  const known = first?.terms.every(({ text }) => index.has(text)) ?? false;
  if (!known) {
    const spelled = spellings(word, index);
    if (spelled.length > 0) return spelled;
  }
  if (!first || !mayHaveHomophones(word) || (known && isThere(first, index))) return typed;
  const slips = slipsIn(word, index).flatMap(({ text }) => literal(text, index));
  return [first, ...slips.map((slip, position) => weighted(slip, first, slipFactor * spellingDecay ** position))];
}

/** Whether the library has the word; of one token that is known already. */
const isThere = (wording: Wording, index: SearchIndex): boolean =>
  wording.terms.length === 1 || holdsWhole(wording, index);

/** None or one wording: punctuation alone is nothing to look for. */
function literal(text: string, index: SearchIndex, mostTerms = maximumTerms): readonly Wording[] {
  let terms = [...new Set(tokenize(text))].map((token) => ({
    text: token,
    weight: inverseDocumentFrequency(index.documentFrequency(token), index.size),
  }));
  if (terms.length > mostTerms) {
    // Of a whole paragraph the rare terms are enough; those that no passage has tell none from another.
    const known = new Set(terms.filter((term) => index.has(term.text)));
    terms.sort((a, b) => Number(known.has(b)) - Number(known.has(a)) || b.weight - a.weight);
    terms = terms.slice(0, mostTerms);
  }
  return terms.length > 0 ? [{ text, terms }] : [];
}

/** What `typed` spells in the library, weighted so that a likely spelling comes before an unlikely one. */
function spellings(typed: string, index: SearchIndex): readonly Wording[] {
  if (!maySpell(typed)) return [];
  const found = spelledIn(typed, index).flatMap(({ text }) => literal(text, index));
  const [first] = found;
  return found.map((wording, position) => weighted(wording, first ?? wording, spellingDecay ** position));
}

/** A wording that the library has, and that weighs `factor` times what another does. */
function weighted(wording: Wording, other: Wording, factor: number): Wording {
  const scale = (factor * weightOf(other)) / weightOf(wording);
  return { ...wording, isKnown: true, terms: wording.terms.map((term) => ({ ...term, weight: term.weight * scale })) };
}
