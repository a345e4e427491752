import { createRequire } from 'node:module';
import type { Engine } from './engine';

/** As far as they are used here; they are installed only when the benchmark runs. */
interface Orama {
  readonly create: (options: Readonly<Record<string, unknown>>) => object;
  readonly insert: (database: object, document: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly search: (
    database: object,
    query: { readonly term: string; readonly limit: number },
  ) => Promise<{ readonly hits: readonly { readonly id: string }[] }>;
}

const require = createRequire(__filename);
const { create, insert, search } = require('@orama/orama') as Orama;
const { createTokenizer } = require('@orama/tokenizers/mandarin') as { createTokenizer: () => object };

/** Orama with its own tokenizer for Mandarin. */
export function createEngine(): Engine {
  const database = create({ schema: { text: 'string' }, components: { tokenizer: createTokenizer() } });
  return {
    build: async (_, texts) => {
      for (const { id, text } of texts) await insert(database, { id: String(id), text });
    },
    search: async (term, limit) => {
      const { hits } = await search(database, { term, limit });
      return hits.map(({ id }) => Number(id));
    },
  };
}
