import { hasHan } from '../../text/han';
import type { Candidate } from '../candidate';
import { lineMargin } from '../markdownLine';

/** A skeleton, as a snippet file has it. */
export interface Snippet {
  readonly name: string;
  readonly description: string;
  /** Body in the syntax of VS Code's snippets. */
  readonly body: string;
  /** What calls it: Chinese names and pinyin. The name is one of them. */
  readonly prefixes: readonly string[];
  /** What it is written for: 推进会, 签约仪式. */
  readonly occasions: readonly string[];
}

/**
 * Reads a VS Code snippet file. Entries without a body are left out.
 * @throws SyntaxError if it is not JSON
 */
export function parseSnippets(json: string): readonly Snippet[] {
  const file: unknown = JSON.parse(json);
  if (!isRecord(file)) return [];
  return Object.entries(file).flatMap(([name, entry]) => {
    if (!isRecord(entry)) return [];
    const body = lines(entry.body).join('\n');
    const description = lines(entry.description).join('\n');
    const prefixes = [...new Set([...lines(entry.prefix), name])];
    return body ? [{ name, description, body, prefixes, occasions: lines(entry.occasions) }] : [];
  });
}

/** A string, or an array of strings, as an array. */
const lines = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A skeleton that was called. */
export interface CalledSnippet {
  readonly candidate: Candidate;
  /** Whether it was called by a whole name, alone on its line: then nothing may stand before it. */
  readonly byName: boolean;
}

/** Fewest characters or letters that call a skeleton. */
const shortestCall = 2;
/** Most skeletons that are offered for what is not their whole name. */
const mostSimilar = 6;

/** How well a call fits a skeleton, the best first. */
const ranks = ['name', 'beginning', 'occasion', 'genre'] as const;
type Rank = (typeof ranks)[number];

/** Finds skeletons by what stands before the cursor. */
export class SnippetTable {
  constructor(private readonly snippets: readonly Snippet[]) {}

  /**
   * Skeletons that the end of `before` calls, each once, the best match first. Alone on its line a skeleton is called by a
   * name, in Chinese, pinyin or initials, by the beginning of one, by the occasion it is for (推进会), and that of a whole
   * document by its genre (讲话). Behind other text only by a whole name, because there it is a word of the sentence far more
   * often; that of a whole document there by its pinyin only: its name ends many a clause, and nobody wants sixty lines
   * in the middle of one.
   * @param before text of the line before the cursor
   */
  called(before: string): readonly CalledSnippet[] {
    const margin = lineMargin.exec(before)?.[0].length ?? 0;
    const call = before.slice(margin);
    if (call.length < shortestCall) return [];
    const alone = ranked(this.snippets, call);
    const named = alone.filter(({ rank }) => rank === 'name');
    const similar = alone.filter(({ rank }) => rank !== 'name').slice(0, mostSimilar);
    if (alone.length > 0) {
      return [...named, ...similar].map(({ snippet, rank }) => ({
        candidate: toCandidate(snippet, call),
        byName: rank === 'name',
      }));
    }
    return this.snippets
      .map((snippet) => ({ snippet, typed: Math.max(...snippet.prefixes.map((prefix) => endLength(prefix, call))) }))
      .filter(({ snippet, typed }) => typed >= shortestCall && (!isDocument(snippet) || /[a-z]$/.test(call)))
      .sort((a, b) => b.typed - a.typed || a.snippet.name.length - b.snippet.name.length)
      .map(({ snippet, typed }) => ({ candidate: toCandidate(snippet, call.slice(-typed)), byName: false }));
  }
}

/** Whether it is the skeleton of a whole document. */
export const isDocument = ({ body }: Snippet): boolean => body.startsWith('# ');

/** The skeletons that a query means, the best match first: called by it, else described with it. For an empty query all, as they are. */
export function findSnippets(snippets: readonly Snippet[], query: string): readonly Snippet[] {
  const call = query.trim().toLowerCase();
  if (!call) return snippets;
  const called = ranked(snippets, call).map(({ snippet }) => snippet);
  const described = snippets.filter(
    ({ name, description, body }) => !called.some((one) => one.name === name) && (description + body).includes(call),
  );
  return [...called, ...described];
}

/** Those that are called, the best match first. */
function ranked(snippets: readonly Snippet[], call: string): { readonly snippet: Snippet; readonly rank: Rank }[] {
  return snippets
    .flatMap((snippet) => {
      const rank = rankOf(snippet, call);
      return rank ? [{ snippet, rank }] : [];
    })
    .sort(
      (a, b) =>
        ranks.indexOf(a.rank) - ranks.indexOf(b.rank) ||
        Number(isDocument(b.snippet)) - Number(isDocument(a.snippet)) ||
        a.snippet.name.length - b.snippet.name.length,
    );
}

function rankOf(snippet: Snippet, call: string): Rank | undefined {
  const { prefixes, occasions } = snippet;
  if (prefixes.includes(call)) return 'name';
  if (prefixes.some((prefix) => prefix.startsWith(call))) return 'beginning';
  if (!isDocument(snippet)) return undefined;
  if (occasions.some((occasion) => occasion.startsWith(call))) return 'occasion';
  return hasHan(call) && prefixes.some((prefix) => prefix.endsWith(call)) ? 'genre' : undefined;
}

/** How many characters at the end of `call` are a whole prefix; letters must be a word of their own. */
function endLength(prefix: string, call: string): number {
  if (!call.endsWith(prefix)) return 0;
  const joined = /[a-z]$/i.test(call.slice(0, -prefix.length)) && /^[a-z]/i.test(prefix);
  return joined ? 0 : prefix.length;
}

const toCandidate = ({ name, body, description }: Snippet, call: string): Candidate => ({
  kind: 'snippet',
  label: name,
  insertText: body,
  isSnippet: true,
  description,
  replaces: call.length,
  filterText: call,
  historyKey: name,
  score: 1,
});
