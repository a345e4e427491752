import type { Article } from './article';
import { decodeText, maximumBytes } from '../text/decodeText';
import type { Problem, ProblemCode } from './problem';
import type { Slice } from '../base/slices';
import { finishInSlices } from '../base/slices';
import type { ArticleSource, SourceFile } from './source';

/** What one file gave: an article, problems, or both. */
export interface ReadResult {
  readonly article?: Article;
  readonly problems: readonly Problem[];
}

/**
 * Reads and parses one file in slices of time. Never rejects: what goes wrong is in `problems`.
 * @param slice shared by all that is read at the same time
 */
export async function readArticle(source: ArticleSource, file: SourceFile, slice: Slice): Promise<ReadResult> {
  const fault = (code: ProblemCode, detail = ''): ReadResult => ({ problems: [{ uri: file.uri, code, detail }] });
  try {
    const size = await source.size(file.uri);
    if (size > maximumBytes) return fault('tooLarge', `${size} bytes`);
    const bytes = await source.read(file.uri);
    // The file may have grown in between, and not every host knows sizes.
    if (bytes.byteLength > maximumBytes) return fault('tooLarge', `${bytes.byteLength} bytes`);
    const decoded = decodeText(bytes);
    if (!decoded) return fault('binary');
    if (!decoded.text.trim()) return fault('empty');
    // Loaded on first need: the parsers are a good part of the extension's code, and the shipped articles need none.
    const { articleSteps } = await import('./parseArticle');
    const steps = articleSteps({ ...file, origin: source.origin }, decoded.text);
    const { article, problems } = await finishInSlices(steps, slice);
    if (decoded.encoding !== 'gb18030' && decoded.encoding !== 'big5') return { article, problems };
    return { article, problems: [...problems, { uri: file.uri, code: 'encoding', detail: decoded.encoding }] };
  } catch (error) {
    return fault('unreadable', error instanceof Error ? error.message : String(error));
  }
}
