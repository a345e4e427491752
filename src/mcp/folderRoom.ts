import type { AssistantRoom } from '../assistants/tools';
import { BorrowedIndex } from '../draft/checks/borrowedIndex';
import { borrowedRule } from '../draft/checks/borrowedRule';
import { DraftChecker } from '../draft/checks/checkDraft';
import type { CheckLanguage } from '../draft/checks/describeFinding';
import { describeFinding } from '../draft/checks/describeFinding';
import { formulaRules } from '../draft/checks/formulaRules';
import { LibraryOverlap } from '../draft/checks/libraryOverlap';
import { rules } from '../draft/checks/rules';
import { parseFormulas } from '../draft/formulas';
import { formulaCategory } from '../library/categories';
import { Library } from '../library/library';
import { SearchService } from '../search/searchService';
import { FolderSource } from './folderSource';
import type { Shipped } from './shipped';

/** Milliseconds for which a look at the folders holds. */
const looksHold = 2000;

/**
 * A library of folders, and what works on it, without an editor.
 * @param shipped what ships with the extension; undefined to leave it out
 */
export function folderRoom(
  folders: readonly string[],
  shipped: Shipped | undefined,
  language: CheckLanguage,
): AssistantRoom {
  const sources = folders.map((folder) => new FolderSource(folder));
  const library = new Library([...sources, ...(shipped ? [shipped] : [])]);
  const search = new SearchService(library);
  const overlap = new LibraryOverlap(library);
  let looked = -Infinity;
  const current = async (): Promise<Library> => {
    await library.load();
    if (performance.now() - looked > looksHold) {
      for (const source of sources) await source.refresh();
      looked = performance.now();
    }
    return library;
  };
  return {
    articles: async () => (await current()).articles,
    search: async () => {
      await current();
      return search;
    },
    check: async (text) => {
      const { articles } = await current();
      const index = await overlap.index({ BorrowedIndex });
      const formulas = articles
        .filter(({ category }) => category === formulaCategory)
        .flatMap((article) => parseFormulas(article.text));
      const nameOf = (id: string): string => library.article(id)?.title ?? id;
      const borrowed = borrowedRule({ index, nameOf, isOther: () => true });
      const checker = new DraftChecker([...rules, ...formulaRules(formulas), borrowed]);
      return checker.check(text).map((finding) => describeFinding(finding, language));
    },
    snippets: async () => shipped?.snippets() ?? [],
  };
}
