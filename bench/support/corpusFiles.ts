import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files below a folder of the repository whose name ends in `extension`: content by path with `/` between segments. */
export function repositoryFiles(folder: string, extension: string): Readonly<Record<string, string>> {
  const root = join(__dirname, '..', '..', folder);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension) && path !== 'README.md')
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      relative(root, join(root, path)).split(sep).join('/'),
      readFileSync(join(root, path), 'utf8'),
    ]),
  );
}
