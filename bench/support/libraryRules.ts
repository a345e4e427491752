import { BorrowedIndex } from '../../src/draft/checks/borrowedIndex';
import { borrowedRule } from '../../src/draft/checks/borrowedRule';
import { formulaRules } from '../../src/draft/checks/formulaRules';
import { NearMissIndex } from '../../src/draft/checks/nearMissIndex';
import type { Rule } from '../../src/draft/checks/rule';
import { nearMissRule } from '../../src/draft/checks/spellingRules';
import type { Formula } from '../../src/draft/formulas';
import { parseFormulas } from '../../src/draft/formulas';
import type { Article } from '../../src/library/article';
import { formulaCategory, phraseCategories } from '../../src/library/categories';

/** The rules that need a library, and what they look for. */
export interface LibraryRules {
  readonly rules: readonly Rule[];
  readonly formulas: readonly Formula[];
  readonly expressions: readonly string[];
}

/**
 * As the editor makes them.
 * @param borrowedFrom articles that drafts are compared with
 */
export function libraryRules(library: readonly Article[], borrowedFrom: readonly Article[]): LibraryRules {
  const collections = library.filter(({ category }) => phraseCategories.has(category));
  const formulas = library
    .filter(({ category }) => category === formulaCategory)
    .flatMap(({ text }) => parseFormulas(text));
  const expressions = collections.flatMap(({ passages }) =>
    passages.filter(({ kind }) => kind === 'phrase').map(({ text }) => text),
  );
  const index = new BorrowedIndex();
  for (const { id, text } of borrowedFrom) index.add(id, text);
  index.setFormulas(collections.flatMap(({ passages }) => passages.map(({ text }) => text)));
  const rules = [
    ...formulaRules(formulas),
    nearMissRule(new NearMissIndex(expressions, () => library.map(({ text }) => text))),
    borrowedRule({ index, nameOf: (id) => id }),
  ];
  return { rules, formulas, expressions };
}
