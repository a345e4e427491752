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
    return body ? [{ name, description, body, prefixes }] : [];
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

/** Finds skeletons by what stands before the cursor. */
export class SnippetTable {
  constructor(private readonly snippets: readonly Snippet[]) {}

  /**
   * Skeletons that the end of `before` calls: alone on its line by the beginning of a prefix, behind other text only by a
   * whole one, because there it is a word of the sentence far more often. That of a whole document is called there by its
   * pinyin only: its name ends many a clause, and nobody wants sixty lines in the middle of one. The best match first.
   * @param before text of the line before the cursor
   */
  called(before: string): readonly CalledSnippet[] {
    const margin = lineMargin.exec(before)?.[0].length ?? 0;
    const call = before.slice(margin);
    return this.snippets
      .map((snippet) => ({ snippet, typed: Math.max(...snippet.prefixes.map((prefix) => matched(prefix, call))) }))
      .filter(({ typed }) => typed >= shortestCall)
      .filter(({ snippet, typed }) => typed === call.length || !isDocument(snippet) || /[a-z]$/.test(call))
      .sort((a, b) => b.typed - a.typed || a.snippet.name.length - b.snippet.name.length)
      .map(({ snippet, typed }) => ({
        candidate: toCandidate(snippet, call.slice(-typed)),
        byName: snippet.prefixes.includes(call),
      }));
  }
}

const isDocument = ({ body }: Snippet): boolean => body.startsWith('# ');

/** How many characters at the end of `call` call what has this prefix. */
function matched(prefix: string, call: string): number {
  if (prefix.startsWith(call)) return call.length;
  if (!call.endsWith(prefix)) return 0;
  // Letters must be a word of their own.
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
