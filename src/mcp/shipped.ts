import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { once } from '../base/once';
import type { Article } from '../library/article';
import type { PackedArticle } from '../library/packedArticle';
import { unpackArticle } from '../library/packedArticle';
import type { PackedSource } from '../library/source';

/** The articles and snippets that ship, as the build packs them. */
export class Shipped implements PackedSource {
  readonly origin = 'builtin';
  readonly uri: string;
  private readonly packed: () => Promise<{
    readonly articles: readonly PackedArticle[];
    readonly snippets: readonly string[];
  }>;

  /** @param folder that the extension lies in */
  constructor(private readonly folder: string) {
    const file = join(folder, 'dist', 'shipped.json');
    this.uri = pathToFileURL(file).href;
    this.packed = once(async () => JSON.parse(await readFile(file, 'utf8')) as Awaited<ReturnType<typeof this.packed>>);
  }

  /** The same articles each time, so that whoever has indexed them need not do it again. */
  readonly articles = once(async (): Promise<readonly Article[]> => {
    const { articles } = await this.packed();
    return articles.map((packed) =>
      unpackArticle(packed, pathToFileURL(join(this.folder, 'corpus', packed.path)).href, this.origin),
    );
  });

  async snippets(): Promise<readonly string[]> {
    return (await this.packed()).snippets;
  }
}
