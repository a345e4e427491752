import type { Article } from '../../../src/library/article';
import { Library } from '../../../src/library/library';
import { parseArticle } from '../../../src/library/parseArticle';
import { finish } from '../../../src/base/slices';
import type { Candidate, CompletionContext } from '../../../src/completion/candidate';
import type { CompletionOptions } from '../../../src/completion/completionEngine';
import { CompletionEngine } from '../../../src/completion/completionEngine';
import { Concordance } from '../../../src/completion/corpus/concordance';
import { MemorySource } from '../library/memorySource';

/** Text of a file of the library: a title, a category, and lines of Markdown. */
export const file = (category: string, ...lines: readonly string[]): string =>
  `---\ntitle: ${category}集\ncategory: ${category}\n---\n\n${lines.join('\n\n')}\n`;

export const phraseFile = (...phrases: readonly string[]): string =>
  file('短语', ...phrases.map((text) => `- ${text}`));

export function article(text: string, path = '甲/甲.md'): Article {
  return parseArticle({ uri: `memory:/${path}`, path, origin: 'workspace' }, text).article;
}

export function concordanceOf(...articles: readonly Article[]): Concordance {
  const concordance = new Concordance();
  finish(concordance.update(new Set(), articles));
  return concordance;
}

/** An engine over files, made ready; shows every list unless told otherwise. */
export async function engineOf(
  files: Readonly<Record<string, string>>,
  snippets: readonly string[] = [],
  options: CompletionOptions = { threshold: 0 },
): Promise<{ engine: CompletionEngine; source: MemorySource; library: Library }> {
  const source = new MemorySource('workspace', files);
  const library = new Library([source]);
  const engine = new CompletionEngine(library, snippets, options);
  await engine.ready();
  return { engine, source, library };
}

/** What an engine offers at the mark `|` of a text. */
export function offered(engine: CompletionEngine, marked: string, context?: CompletionContext): readonly Candidate[] {
  const offset = marked.indexOf('|');
  return engine.complete(marked.slice(0, offset) + marked.slice(offset + 1), offset, context).list;
}

export const labels = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({ label }) => label);
