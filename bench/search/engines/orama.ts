import { createRequire } from 'node:module';
import type { Engine } from './engine';

/** As far as it is used here; it is installed by the bench alone. */
interface Orama {
  readonly create: (options: object) => object;
  readonly insert: (database: object, document: object) => unknown;
  readonly search: (database: object, query: object) => Promise<{ readonly hits: readonly { readonly id: string }[] }>;
}

const load = createRequire(__filename);
const { create, insert, search } = load('@orama/orama') as Orama;
const { createTokenizer } = load('@orama/tokenizers/mandarin') as { readonly createTokenizer: () => object };

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
