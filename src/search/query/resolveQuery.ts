import type { Steps } from '../../base/slices';
import { isSyllable } from '../../text/pinyinSyllables';
import { normalizedPinyin } from '../../text/pinyin';
import { fold } from '../../text/fold';
import type { SearchIndex } from '../index/searchIndex';
import { tokenize } from '../index/tokenize';
import { inverseDocumentFrequency } from '../ranking/ranking';
import type { ResolvedWord, Wording } from '../ranking/resolvedWord';
import { weightOf } from '../ranking/resolvedWord';
import type { Term } from '../ranking/terms';
import { mayHaveHomophones } from './homophones';
import type { Query } from './query';
import type { Spelling } from './spellings';
import { maySpell } from './spellings';
import { holdsWhole, spelledIn, slipsIn } from './wordingsOf';

/** Each further spelling counts this much of the one before it. */
const spellingDecay = 0.85;
/** What is meant by a word with a slip counts this much of the word as typed. */
const slipFactor = 0.95;
/** Terms of a wording that are looked at, rarest first: about a long sentence. */
const maximumTerms = 64;
const maximumTermsOfParagraph = 256;

/**
 * Resolves the words of a query against the library: their terms and weights, and what pinyin or a slip stands for in it. In
 * steps, between which the index may not change.
 */
export function* resolveWords({ words, phrases }: Query, index: SearchIndex): Steps<readonly ResolvedWord[]> {
  const resolved: ResolvedWord[] = [];
  for (const run of syllableRuns(words)) {
    const joined = run.length > 1 ? yield* spellings(run.map((word) => fold(word).text).join("'"), index) : [];
    if (joined.length > 0) {
      resolved.push({ typed: run.join(' '), wordings: joined, verbatim: false });
      continue;
    }
    for (const typed of run) {
      resolved.push({ typed, wordings: yield* wordingsOf(fold(typed).text, index), verbatim: false });
    }
  }
  for (const typed of phrases) {
    resolved.push({ typed, wordings: yield* literal(fold(typed).text, index), verbatim: true });
  }
  return resolved.filter(({ wordings }) => wordings.length > 0);
}

/** A paragraph as one word; more of its terms count than of a query's. In steps. */
export function* resolveParagraph(text: string, index: SearchIndex): Steps<ResolvedWord | undefined> {
  const wordings = yield* literal(fold(text).text, index, maximumTermsOfParagraph);
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
function* wordingsOf(word: string, index: SearchIndex): Steps<readonly Wording[]> {
  const typed = yield* literal(word, index);
  const [first] = typed;
  const known = first?.terms.every(({ text }) => index.has(text)) ?? false;
  if (!known) {
    const spelled = yield* spellings(word, index);
    if (spelled.length > 0) return spelled;
  }
  if (!first || !mayHaveHomophones(word) || (known && (yield* isThere(first, index)))) return typed;
  const slips = yield* literals(yield* slipsIn(word, index), index);
  return [first, ...slips.map((slip, position) => weighted(slip, first, slipFactor * spellingDecay ** position))];
}

/** Whether the library has the word; of one token that is known already. */
function* isThere(wording: Wording, index: SearchIndex): Steps<boolean> {
  return wording.terms.length === 1 || (yield* holdsWhole(wording, index));
}

/** None or one wording: punctuation alone is nothing to look for. */
function* literal(text: string, index: SearchIndex, mostTerms = maximumTerms): Steps<readonly Wording[]> {
  let terms: Term[] = [];
  for (const token of new Set(tokenize(text))) {
    yield* index.prepare(token);
    terms.push({ text: token, weight: inverseDocumentFrequency(index.documentFrequency(token), index.size) });
    yield;
  }
  if (terms.length > mostTerms) {
    // Of a whole paragraph the rare terms are enough; those that no passage has tell none from another.
    const known = new Set<Term>();
    for (const term of terms) {
      if (index.has(term.text)) known.add(term);
      yield;
    }
    terms.sort((a, b) => Number(known.has(b)) - Number(known.has(a)) || b.weight - a.weight);
    terms = terms.slice(0, mostTerms);
  }
  return terms.length > 0 ? [{ text, terms }] : [];
}

function* literals(texts: readonly Spelling[], index: SearchIndex): Steps<readonly Wording[]> {
  const wordings: Wording[] = [];
  for (const { text } of texts) wordings.push(...(yield* literal(text, index)));
  return wordings;
}

/** What `typed` spells in the library, weighted so that a likely spelling comes before an unlikely one. */
function* spellings(typed: string, index: SearchIndex): Steps<readonly Wording[]> {
  if (!maySpell(typed)) return [];
  const found = yield* literals(yield* spelledIn(typed, index), index);
  const [first] = found;
  return found.map((wording, position) => weighted(wording, first ?? wording, spellingDecay ** position));
}

/** A wording that the library has, and that weighs `factor` times what another does. */
function weighted(wording: Wording, other: Wording, factor: number): Wording {
  const scale = (factor * weightOf(other)) / weightOf(wording);
  return { ...wording, isKnown: true, terms: wording.terms.map((term) => ({ ...term, weight: term.weight * scale })) };
}
