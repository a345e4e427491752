import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../src/library/article';
import { parseArticle } from '../src/library/parseArticle';

/** The articles that ship with the extension. */
export function shippedCorpus(): readonly Article[] {
  const root = join(__dirname, '..', 'corpus');
  const files = readdirSync(root, { recursive: true }).map(String);
  return files
    .filter((path) => path.endsWith('.md') && path.includes('/'))
    .sort()
    .map(
      (path) => parseArticle({ uri: path, path, origin: 'builtin' }, readFileSync(join(root, path), 'utf8')).article,
    );
}
