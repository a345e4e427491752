import { canBegin, canEnd, clauseGoesOn, runEnd, runStart } from '../../text/han';
import { joiner, longestContinuation, shortestCandidate, shortestContinuation } from '../corpus/continuations';
import { PhraseEnds } from '../corpus/phraseEnds';
import { lineStart } from '../markdownLine';
import type { Tally } from '../ranking/likelihood';
import { wordStarts } from '../../text/wordStarts';

/** UTF-16 units of the draft before and after the cursor that are looked at. */
const reach = 20000;
/** Occurrences that are looked at, nearest first. */
const mostOccurrences = 48;
/** Typed characters that an occurrence must share to count more than those that share two. */
const closeMatch = 4;
/** UTF-16 units before and after an occurrence that are looked at: a run may be as long as the draft. */
const before = 24;
const after = 48;
/** Longest name of a blank. */
const longestBlank = 60;
/** Runs whose words are remembered. */
const rememberedRuns = 512;

/** Where the draft has what was just typed. */
interface Occurrence {
  /** UTF-16 offset behind what was typed. */
  readonly at: number;
  /** What follows there, up to the end of its run. */
  readonly text: string;
  /** Whether its clause ends with `text`. */
  readonly ended: boolean;
  /** Offsets in `text` at which a word begins or the run ends, ascending. */
  readonly boundaries: readonly number[];
  /** Whether what agrees begins with a word there, too: 防火 in 严|防|火种 does not. */
  readonly beginsWord: boolean;
  /** Characters before it that agree with those before the cursor. */
  readonly agreed: number;
}

/** What the draft itself says about how its writer goes on. Built for one cursor. */
export interface Repetitions {
  /** Ways to go on, and the number of characters before the cursor that each is known to follow. */
  readonly continuations: ReadonlyMap<string, number>;
  /** How often `text` followed the last two characters before the cursor. */
  afterTwo(text: string): Tally;
  /** How often `text` followed at least the last four. */
  afterFour(text: string): Tally;
}

/** Finds repetitions in drafts. Remembers the words of runs, because a draft asks for the same ones at every key. */
export class DraftRepetitions {
  private readonly words = new Map<string, readonly number[]>();

  /**
   * Finds where else in the draft the two characters before `offset` stand: its names and terms come again in it.
   * @param copies offsets of the other cursors: what is written there is a copy, not a repetition
   * @param ends which words end phrases; every word where it is not told
   */
  at(text: string, offset: number, copies: readonly number[] = [], ends = new PhraseEnds()): Repetitions {
    const all =
      runStart(text, offset, offset - 2) <= offset - 2
        ? [...this.findOccurrences(text, offset)].filter(({ at }) => !copies.includes(at) && !isInBlank(text, at))
        : [];
    const close = all.filter(({ agreed }) => agreed >= closeMatch);
    const continuations = new Map<string, number>();
    const matches = (close.length > 0 ? close : all).filter(({ beginsWord }) => beginsWord);
    for (const match of matches) {
      const { text: follows, boundaries, agreed } = match;
      for (const end of boundaries) {
        if (end < shortestContinuation || end > longestContinuation || agreed + end < shortestCandidate) continue;
        const continuation = follows.slice(0, end);
        const places = matches.filter((other) => other.text.startsWith(continuation)).length;
        if (!endsPhrase(match, end, places, ends)) continue;
        continuations.set(continuation, Math.max(agreed, continuations.get(continuation) ?? 0));
      }
    }
    return {
      continuations,
      afterTwo: (continuation) => tally(all, continuation),
      afterFour: (continuation) => tally(close, continuation),
    };
  }

  private *findOccurrences(text: string, offset: number): Generator<Occurrence> {
    const tail = text.slice(offset - 2, offset);
    let found = 0;
    for (let at = offset - 3; at >= 0 && found < mostOccurrences; at--, found++) {
      at = text.lastIndexOf(tail, at);
      if (at < 0 || at < offset - reach) break;
      yield this.occurrence(text, at + 2, offset);
    }
    for (let at = offset - 1; found < mostOccurrences; at++, found++) {
      at = text.indexOf(tail, at);
      if (at < 0 || at > offset + reach) break;
      yield this.occurrence(text, at + 2, offset);
    }
  }

  /** What follows `at`, where the text before agrees with the text before `offset` in two characters at least. */
  private occurrence(text: string, at: number, offset: number): Occurrence {
    const [start, end] = [runStart(text, at, at - before), runEnd(text, at, at + after)];
    let agreed = 2;
    while (at - agreed > start && text.charCodeAt(at - agreed - 1) === text.charCodeAt(offset - agreed - 1)) agreed++;
    // The run around the cursor is unfinished: what is before the cursor counts, and no word is known to end there.
    const unfinished = at < offset && end >= offset;
    const known = unfinished ? offset : end;
    const words = this.wordsOf(text.slice(start, known)).map((word) => word + start - at);
    const boundaries = [...words, ...(unfinished ? [] : [end - at])].filter((word) => word > 0);
    const beginsWord = words.some((word) => word >= -agreed && word <= -2);
    const ended = !clauseGoesOn(text, known);
    return { at, text: text.slice(at, known), ended, boundaries, beginsWord, agreed };
  }

  private wordsOf(run: string): readonly number[] {
    const known = this.words.get(run);
    if (known) return known;
    if (this.words.size >= rememberedRuns) this.words.clear();
    const starts = wordStarts(run);
    this.words.set(run, starts);
    return starts;
  }
}

/** Whether an offset is inside a blank that is still to be filled in: 〔会议名称〕. Its words are none of the draft's. */
function isInBlank(text: string, offset: number): boolean {
  const near = text.slice(Math.max(lineStart(text, offset), offset - longestBlank), offset);
  return near.lastIndexOf('〔') > near.lastIndexOf('〕');
}

/** What stands behind a place or a time, with which the clause ends or goes on: 会上, 改造后. */
const postposition = /[上中下后前时里内间]$/;
/** A number of things, which is said once. */
const amount = /[一二三四五六七八九十百千万亿]{2}/;

/** Whether the word before this one is not whole without it: 创新|型. */
const isSuffix = (word: string): boolean => !canBegin(word) && canEnd(word, false);

/**
 * Whether the first `end` characters of what follows an occurrence end where a phrase ends: with the clause, or with a word
 * with which the library's phrases end, or that it does not know; not before a suffix: 创新|型. One occurrence shows no more
 * than a word or the clause.
 * @param places number of occurrences that go on like this
 */
function endsPhrase({ text, boundaries, ended }: Occurrence, end: number, places: number, ends: PhraseEnds): boolean {
  const atRunEnd = ended && end === text.length;
  if (!canEnd(text.charAt(end - 1), atRunEnd)) return false;
  const at = boundaries.indexOf(end);
  const [word, next] = [text.slice(boundaries[at - 1] ?? 0, end), text.slice(end, boundaries[at + 1])];
  // 气 of 下大力气 is a word to the segmenter.
  const isTorn = boundaries[0] === 1 && canEnd(text.charAt(0), false);
  const isFact = joiner.test(text) || amount.test(text.slice(0, end));
  if (places === 1 && (isTorn || isFact || (at > 0 && !atRunEnd))) return false;
  if (atRunEnd) return true;
  if (text.slice(0, end).includes('、') || postposition.test(word) || isSuffix(next)) return false;
  return ends.canEndWith(word, places) || (at === 0 && ends.isUnknown(word));
}

const tally = (of: readonly Occurrence[], continuation: string): Tally => ({
  count: of.filter(({ text }) => text.startsWith(continuation)).length,
  total: of.length,
});
