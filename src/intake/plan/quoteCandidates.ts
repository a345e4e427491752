import type { Block } from '../../library/document';

/** Shortest and longest sentence that is proposed. */
const lengths = { least: 10, most: 60 };
/** Most sentences that are proposed for one article. */
const mostCandidates = 30;
/** Least score of a sentence that is proposed. */
const enough = 3;

/** What leans on the sentence before, counts, or holds a place open does not stand alone. */
const leaning =
  /^(?:这|那|其|此|该|他|她|它|同时|另外|此外|因此|所以|但是?|然而|而且|并且|为此|对此|刚才|下面|以上|上述|首先|其次|再次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是|一方面|另一方面|比如|例如|今年|去年|近年|目前|截至)/;
const open = /[X×]|\*{2,}|\d|[：:]|[（(]|我市|我省|我县|我区|同志们|记者|谢谢/;

/** A sentence that may stand alone as a quote. */
export interface QuoteCandidate {
  readonly text: string;
  readonly score: number;
}

/** Sentences of an article that are built like quotes, the best first: short, whole, parallel or antithetical. */
export function quoteCandidates(blocks: readonly Block[]): readonly QuoteCandidate[] {
  const found = new Map<string, QuoteCandidate>();
  for (const { kind, text } of blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue;
    for (const sentence of text.match(/[^。！？]+[。！？]/g) ?? []) {
      const trimmed = sentence.trim();
      const score = quoteScore(trimmed);
      if (score >= enough) found.set(trimmed, { text: trimmed, score });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, mostCandidates);
}

/** How much a sentence is built like a quote; below 0 for one that does not stand alone. */
export function quoteScore(sentence: string): number {
  if (sentence.length < lengths.least || sentence.length > lengths.most) return -1;
  if (leaning.test(sentence) || open.test(sentence)) return -1;
  if (count(sentence, '“') !== count(sentence, '”') || count(sentence, '《') !== count(sentence, '》')) return -1;
  const clauses = sentence.replace(/[。！？”]+$/, '').split(/[，；、]/);
  if (clauses.length < 2 || clauses.length > 6) return -1;
  let score = 0;
  for (let at = 1; at < clauses.length; at++)
    score = Math.max(score, parallel(clauses[at - 1] ?? '', clauses[at] ?? ''));
  // Two pairs: 甲乙，丙丁；戊己，庚辛。
  const [a = '', b = '', c = '', d = ''] = clauses;
  if (clauses.length === 4) score = Math.max(score, (parallel(a, c) + parallel(b, d)) / 1.5);
  // A couplet: nothing but two clauses of the same length.
  if (clauses.length === 2 && a.length === b.length) score++;
  return score + (/不是.*而是|既要.*又要|不仅.*更|没有.*就没有|只有.*才|越.*越/.test(sentence) ? 1 : 0);
}

/** How alike two clauses are built: as long, the same words in the same places. */
function parallel(a: string, b: string): number {
  if (a.length < 3 || b.length < 3 || Math.abs(a.length - b.length) > 1) return 0;
  const same = [...a].filter(
    (character, at) => b[at] === character || b[at + b.length - a.length] === character,
  ).length;
  // The same clause again, or a list of names.
  if (same > a.length / 1.5) return 0;
  return (a.length === b.length ? 2 : 1) + Math.min(same, 3) + (a.length >= 5 ? 1 : 0) - (same === 0 ? 1 : 0);
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
