import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { Excerpt } from '../../search/ranking/excerpt';
import type { FilterValue } from '../../search/query/filterCompletion';
import { completeFilter } from '../../search/query/filterCompletion';
import type { SearchHit, SearchResult } from '../../search/searchService';
import type { Material } from '../material/material';
import { passageMaterial, referenceTo, resolveReference } from '../material/material';
import { describeQueryProblem } from './queryProblems';
import type { UsedMaterial } from '../material/usedMaterial';
import { oneLine, passageIcon } from '../shared/labels';

const detailLength = 90;

/** A row of the search: a passage, an earlier query, or a hint (neither). */
export interface SearchRow extends vscode.QuickPickItem {
  readonly material?: Material;
  /** A query that the row stands for. */
  readonly query?: string;
}

/** Turns what the library offers into rows of the search. */
export class SearchRows {
  readonly buttons = {
    insert: button('insert', vscode.l10n.t('Insert into Draft')),
    open: button('book', vscode.l10n.t('Open in Reader')),
    openToSide: button('split-horizontal', vscode.l10n.t('Open to the Side')),
    copy: button('copy', vscode.l10n.t('Copy')),
    keep: button('list-tree', vscode.l10n.t('Keep in the Results View')),
    favorite: button('star-empty', vscode.l10n.t('Add to Favourites')),
    unfavorite: button('star-full', vscode.l10n.t('Remove from Favourites')),
  };

  /** When something went wrong that no query can be blamed for. */
  readonly failure = hint(
    'error',
    vscode.l10n.t('The search does not work at the moment'),
    vscode.l10n.t('Try “Refresh the Library”; the output “Gongwen Library” has the details.'),
  );

  constructor(
    private readonly library: Library,
    private readonly used: UsedMaterial,
  ) {}

  /** Rows for what was found, or for why nothing was; before them the values for a filter that is being typed. */
  forResult(query: string, { hits, phrases, problems, catchingUp }: SearchResult): SearchRow[] {
    const values = completeFilter(query, this.library.articles).map(filterRow);
    const faults = problems
      // The values say what is to be done.
      .filter(({ code }) => code !== 'emptyFilter' || values.length === 0)
      .map((problem) => hint('warning', describeQueryProblem(vscode.l10n.t, problem)));
    const found = [...hits, ...phrases].map((hit) => this.hitRow(query, hit));
    if (found.length === 0 && values.length === 0) found.push(catchingUp ? stillIndexing() : nothingFound(query));
    if (values.length === 0) return [...faults, ...found];
    return [...faults, separator(vscode.l10n.t('filters')), ...values, separator(vscode.l10n.t('results')), ...found];
  }

  /** Rows before anything is typed: earlier queries, favourites and recent material, or a hint when there are none. */
  async withoutQuery(): Promise<SearchRow[]> {
    await this.library.load();
    const groups: [string, SearchRow[]][] = [
      [vscode.l10n.t('recent searches'), this.used.queries.map(queryRow)],
      [vscode.l10n.t('favourites'), this.materialRows(this.used.favorites)],
      [
        vscode.l10n.t('recently used'),
        this.materialRows(this.used.recent.filter((reference) => !this.used.isFavorite(reference))),
      ],
    ];
    const rows = groups.flatMap(([label, group]) => (group.length ? [separator(label), ...group] : []));
    return rows.length ? rows : [firstHint()];
  }

  private materialRows(references: UsedMaterial['recent']): SearchRow[] {
    return references.flatMap((reference) => {
      const material = resolveReference(this.library, reference);
      return material ? [this.materialRow(material, oneLine(material.text, detailLength))] : [];
    });
  }

  private hitRow(query: string, { article, passage, excerpt, matches: [match] }: SearchHit): SearchRow {
    const material = { ...passageMaterial(article, passage), ...(match ? { match } : {}) };
    return this.materialRow(material, highlighted(query, excerpt));
  }

  private materialRow(material: Material, detail: string): SearchRow {
    const { article, passage } = material;
    const { insert, open, openToSide, copy, favorite, unfavorite } = this.buttons;
    const starred = this.used.isFavorite(referenceTo(material));
    const path = [article.category, ...(passage?.headings ?? [])].filter(Boolean);
    // A quote or a phrase is what is looked for itself; of a paragraph one first wants to know whose it is.
    const words =
      passage && passage.kind !== 'paragraph'
        ? { label: detail, description: [article.title, ...path.slice(1)].join(' › ') }
        : { label: article.title, description: path.join(' › '), detail };
    return {
      ...words,
      alwaysShow: true,
      iconPath: new vscode.ThemeIcon(passageIcon(passage?.kind)),
      buttons: [insert, open, openToSide, copy, starred ? unfavorite : favorite],
      material,
    };
  }
}

/**
 * The quick pick highlights the query where it stands word for word, and nothing otherwise; then the matches are marked
 * in the text itself.
 */
function highlighted(query: string, { text, matches }: Excerpt): string {
  if (text.toLowerCase().includes(query.trim().toLowerCase())) return text;
  let marked = '';
  let end = 0;
  for (const match of matches) {
    marked += `${text.slice(end, match.start)}【${text.slice(match.start, match.end)}】`;
    end = match.end;
  }
  return marked + text.slice(end);
}

const button = (icon: string, tooltip: string): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon(icon),
  tooltip,
});

const separator = (label: string): SearchRow => ({ label, kind: vscode.QuickPickItemKind.Separator });

const queryRow = (query: string): SearchRow => ({
  label: query,
  iconPath: new vscode.ThemeIcon('history'),
  alwaysShow: true,
  query,
});

const hint = (icon: string, label: string, detail = ''): SearchRow => ({
  label,
  detail,
  iconPath: new vscode.ThemeIcon(icon),
  alwaysShow: true,
});

const nothingFound = (query: string): SearchRow =>
  hint(
    'info',
    vscode.l10n.t('Nothing found for “{0}”', query.trim()),
    vscode.l10n.t('Try fewer or shorter words, leave out quotation marks and filters, or type pinyin initials (kjcx).'),
  );

const stillIndexing = (): SearchRow =>
  hint(
    'sync~spin',
    vscode.l10n.t('Nothing found so far'),
    vscode.l10n.t('The library is still being indexed; this list fills by itself.'),
  );

/** Enter completes the filter in the query. */
const filterRow = ({ value, articles, query }: FilterValue): SearchRow => ({
  label: value,
  description: vscode.l10n.t('{0} article(s)', articles),
  iconPath: new vscode.ThemeIcon('filter'),
  alwaysShow: true,
  query,
});

const firstHint = (): SearchRow =>
  hint(
    'lightbulb',
    vscode.l10n.t('Type any words that you remember'),
    vscode.l10n.t('They may stand anywhere and in any order. What you use or mark with a star will be listed here.'),
  );
