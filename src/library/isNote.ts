import type { Article, Passage } from './article';
import { formulaCategory } from './categories';

/** Whether a passage tells about the formula above it: its source, how it is misspelt, what it replaced. Nobody should write it. */
export const isNote = ({ category }: Article, { kind }: Passage): boolean =>
  category === formulaCategory && kind !== 'phrase';
