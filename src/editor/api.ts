import type { ChecksRoom } from './checks';
import type { ApiFinding } from './checks/draftChecks';
import type { ExportRoom } from './export';
import { extendMarkdownIt } from './export/markdownPreview';
import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { passageCount } from '../library/storedArticle';
import type { CompletionEngine } from '../completion/completionEngine';
import type { SearchService } from '../search/searchService';
import type { ImportReport } from './import/apiReport';

export type { ImportedArticle, ImportReport } from './import/apiReport';

/** An article of the library, for other extensions. */
export interface ArticleInfo {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly uri: vscode.Uri;
  /** Characters of the body that are not white space. */
  readonly characters: number;
  /** Number of passages. */
  readonly passages: number;
}

/** A passage that was found. */
export interface SearchHit {
  readonly article: ArticleInfo;
  /** Heading path, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  /** UTF-16 range of the match in `text`; absent when only the title or a heading matched. */
  readonly match?: { readonly start: number; readonly end: number };
  readonly uri: vscode.Uri;
  /** Zero-based line of `text` in the file. */
  readonly line: number;
  /** Comparable within one result only. */
  readonly score: number;
}

/** A continuation of a text. */
export interface Completion {
  readonly label: string;
  readonly insertText: string;
  /** UTF-16 units before the offset that `insertText` replaces. */
  readonly replaces: number;
}

/** What `activate` returns. A member is only ever added within a version. */
export interface GongwenApi {
  readonly version: 1;
  /** Resolves when the library is loaded and both search and completion answer from memory. */
  ready(): Promise<void>;
  /** The articles loaded so far; all of them after `ready`. */
  articles(): readonly ArticleInfo[];
  /** Finds passages, best first, in the query language of the search command. */
  search(query: string, options?: { readonly limit?: number }): Promise<readonly SearchHit[]>;
  /** What completion offers at a UTF-16 offset of a text, best first. */
  complete(text: string, offset: number): Promise<readonly Completion[]>;
  /**
   * Takes files and folders into the personal folder, without a preview: cleans them, splits compendia, leaves out what
   * the library holds already. All or nothing is written. With `dryRun` it only reports.
   */
  importFiles(uris: readonly vscode.Uri[], options?: { readonly dryRun?: boolean }): Promise<ImportReport>;
  /** Checks a draft with the rules and severities of the settings; findings in order of the text. */
  check(text: string, options?: { readonly languageId?: string }): Promise<readonly ApiFinding[]>;
  /**
   * Makes a Word document of a draft in Markdown, in the form of the standard or of a profile (a file of settings), and reports
   * in the display language what is missing or deviates.
   */
  exportDocx(
    text: string,
    options?: { readonly profile?: string },
  ): Promise<{ bytes: Uint8Array; report: readonly string[] }>;
  /** For the editor's Markdown preview, which calls it. */
  extendMarkdownIt<T>(markdownIt: T): T;
}

/** The API over the parts that the extension itself uses. */
export function createApi(parts: {
  readonly library: Library;
  readonly search: () => Promise<SearchService>;
  readonly completion: () => Promise<CompletionEngine>;
  readonly importFiles: GongwenApi['importFiles'];
  readonly check: ChecksRoom['check'];
  readonly exportDocx: ExportRoom['exportDocx'];
}): GongwenApi {
  const { library, search: searchService, completion, importFiles, check, exportDocx } = parts;
  const infos = new WeakMap<object, ArticleInfo>();
  const infoOf = (article: Library['articles'][number]): ArticleInfo => {
    const known = infos.get(article);
    if (known) return known;
    const { id, title, category, tags, source, characters } = article;
    const info = {
      id,
      title,
      category,
      tags,
      source,
      uri: vscode.Uri.parse(id),
      characters,
      passages: passageCount(article),
    };
    infos.set(article, info);
    return info;
  };
  return {
    version: 1,
    ready: async () => {
      await library.caughtUp();
      await Promise.all([searchService().then((search) => search.ready()), completion()]);
    },
    articles: () => library.articles.map(infoOf),
    search: async (query, { limit = 50 } = {}) => {
      const { hits, phrases } = await (await searchService()).search(query, { limit });
      return [...hits, ...phrases].slice(0, limit).map(({ article, passage, matches: [match], score }) => {
        const info = infoOf(article);
        const { headings, text, line } = passage;
        return { article: info, headings, text, uri: info.uri, line, score, ...(match ? { match } : {}) };
      });
    },
    complete: async (text, offset) =>
      (await completion())
        .complete(text, offset)
        .list.map(({ label, insertText, replaces }) => ({ label, insertText, replaces })),
    importFiles,
    check: (text, { languageId } = {}) => check(text, languageId),
    exportDocx,
    extendMarkdownIt,
  };
}
