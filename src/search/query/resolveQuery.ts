import { fold } from '../../text/fold';
import type { Query } from './query';
import type { Term } from '../ranking/occurrences';
import type { Wanted, Wording } from '../ranking/ranking';
import { inverseDocumentFrequency } from '../ranking/ranking';
import type { SearchIndex } from '../index/searchIndex';
import { findSpellings, isSyllableOrLetter, maySpell } from './spellings';
import { tokenize } from '../index/tokenize';

/** Texts that one word of pinyin may stand for; the rarer ones are noise. */
const maximumSpellings = 8;
/** Each further spelling counts this much of the one before it. */
const spellingDecay = 0.85;
/** Terms of a wording that are looked at, rarest first: about a long sentence. */
const maximumTerms = 64;
const maximumTermsOfParagraph = 256;

/** Resolves the words of a query against the library: their terms and weights, and what pinyin stands for in it. */
export function resolveWords({ words, phrases }: Query, index: SearchIndex): readonly Wanted[] {
  const wanted = syllableRuns(words.map((word) => fold(word).text)).flatMap((run) => {
    const joined = run.length > 1 ? spellings(run.join("'"), index) : [];
    const resolved = joined.length > 0 ? [joined] : run.map((word) => resolveWord(word, index));
    return resolved.map((wordings) => ({ wordings, verbatim: false }));
  });
  const verbatim = phrases.map((phrase) => ({ wordings: literal(fold(phrase).text, index), verbatim: true }));
  return [...wanted, ...verbatim].filter(({ wordings }) => wordings.length > 0);
}

/** A paragraph as one word; more of its terms count than of a query's. */
export function resolveParagraph(text: string, index: SearchIndex): Wanted | undefined {
  const wordings = literal(fold(text).text, index, maximumTermsOfParagraph);
  return wordings.length > 0 ? { wordings, verbatim: false } : undefined;
}

/** Every term once, with the greatest of its weights. */
export function termsOf(wanted: readonly Wanted[]): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const term of wanted.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.terms))) {
    if (term.weight > (terms.get(term.text)?.weight ?? -1)) terms.set(term.text, term);
  }
  return [...terms.values()];
}

/** Groups neighbouring single syllables, which input methods set apart: `ke ji rencai` is two runs. */
function syllableRuns(words: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && isSyllableOrLetter(word) && run.every(isSyllableOrLetter)) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** A word as typed if the library has it, else what it spells as pinyin, else as typed all the same: it is wanted. */
function resolveWord(word: string, index: SearchIndex): readonly Wording[] {
  const typed = literal(word, index);
  const known = typed[0]?.terms.every(({ text }) => index.has(text)) ?? false;
  const spelled = known ? [] : spellings(word, index);
  return spelled.length > 0 ? spelled : typed;
}

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

/** What `typed` spells in the library, weighted so that a frequent spelling comes before a rare one. */
function spellings(typed: string, index: SearchIndex): readonly Wording[] {
  if (!maySpell(typed)) return [];
  const inTexts = findSpellings(typed, index.textsSpelled(typed), maximumSpellings);
  const all = inTexts.length > 0 ? inTexts : findSpellings(typed, index.titles(), maximumSpellings);
  const found = all.flatMap(({ text }) => literal(text, index));
  const masses = found.map(({ terms }) => terms.reduce((total, { weight }) => total + weight, 0));
  return found.map((wording, place) => {
    const factor = ((masses[0] ?? 1) / (masses[place] ?? 1)) * spellingDecay ** place;
    return { ...wording, terms: wording.terms.map((term) => ({ ...term, weight: term.weight * factor })) };
  });
}
