import type { Finding, LibraryRule, Piece } from './piece';

/** Where a run of characters was first seen. */
interface Place {
  readonly piece: Piece;
  readonly line: number;
  readonly text: string;
  readonly at: number;
}

/** What is common property: set expressions, formulas, indicators and what is quoted from the classics. */
const common = new Set(['短语', '常用表述', '提法', '典故', '指标']);
/** Shorter expressions do not make a shared run by themselves. */
const shortestMasked = 8;
/** Stands for a set expression while runs are compared; no text has it. */
const mask = '\ue000';

/** Names of doctrines, meetings and organs with the set words around them: every text of the genre has them in full. */
const names =
  /(?:坚持)?(?:以)?习近平新时代中国特色社会主义思想(?:为指导)?|习近平总书记关于[^，。；]{2,24}?重要(?:论述|思想)(?:和重要指示批示精神)?|(?:全面|深入)?(?:学习)?贯彻(?:落实)?党的二十大和二十届历次全会精神|更加紧密地团结在以习近平同志为核心的党中央周围|以习近平同志为核心的党中央|党中央、国务院(?:关于)?/g;

/** The set expressions of the library. */
export const commonExpressions = (pieces: readonly Piece[]): readonly string[] =>
  pieces
    .filter(({ article }) => common.has(article.category))
    .flatMap(({ article }) => article.passages.flatMap(({ text }) => text.split('\n')))
    .filter(({ length }) => length >= shortestMasked)
    .sort((a, b) => b.length - a.length);

/**
 * No run of `length` or more characters stands in two places of the library, of one piece or of two; a set expression of
 * the library counts as one character. Runs are looked up in a table of all runs of that length, so that the time grows
 * with the length of the library only; each shared run is reported once, in full.
 */
export const noSharedRuns =
  (length: number): LibraryRule =>
  (pieces) => {
    const masked = masking(commonExpressions(pieces));
    const seen = new Map<string, Place>();
    const findings: Finding[] = [];
    for (const piece of pieces) {
      if (common.has(piece.article.category)) continue;
      for (const { text: whole, line } of piece.body) {
        const text = masked(whole);
        for (let at = 0; at + length <= text.length; at++) {
          const run = text.slice(at, at + length);
          const first = seen.get(run);
          if (!first) seen.set(run, { piece, line, text, at });
          else {
            let end = at + length;
            while (end < text.length && text[end] === first.text[first.at + end - at]) end++;
            const place = `${first.piece.path}:${first.line}`;
            findings.push({ path: piece.path, line, message: `also in ${place}: ${text.slice(at, end)}` });
            at = end - 1;
          }
        }
      }
    }
    return findings;
  };

/** Puts one sign in place of each expression, the longest that fits; expressions are looked up by their first characters. */
function masking(expressions: readonly string[]): (text: string) => string {
  const byBeginning = new Map<string, string[]>();
  for (const expression of expressions) {
    const beginning = expression.slice(0, shortestMasked);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), expression]);
  }
  return (whole) => {
    const text = whole.replace(names, mask);
    let masked = '';
    for (let at = 0; at < text.length;) {
      const fitting = byBeginning.get(text.slice(at, at + shortestMasked))?.find((one) => text.startsWith(one, at));
      masked += fitting ? mask : text.charAt(at);
      at += fitting?.length ?? 1;
    }
    return masked;
  };
}
