import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../src/library/article';
import { parseArticle } from '../src/library/parseArticle';

/** The articles that ship with the extension. @param root folder of another state of the corpus */
export function shippedCorpus(root = join(__dirname, '..', 'corpus')): readonly Article[] {
  const files = readdirSync(root, { recursive: true }).map(String);
  return files
    .filter((path) => path.endsWith('.md') && path.includes('/'))
    .sort()
    .map(
      (path) => parseArticle({ uri: path, path, origin: 'builtin' }, readFileSync(join(root, path), 'utf8')).article,
    );
}
