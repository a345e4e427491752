import { create, insert, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import type { Engine } from './engine';

/** Orama with its own tokenizer for Mandarin. */
export function createEngine(): Engine {
  const database = create({ schema: { text: 'string' } as const, components: { tokenizer: createTokenizer() } });
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
