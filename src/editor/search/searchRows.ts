import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { Excerpt } from '../../search/ranking/excerpt';
import type { Article } from '../../library/article';
import type { Facet, FilterValue, SearchHit, SearchResult } from '../../search/passageSearch';
import type { Material } from '../material/material';
import { passageMaterial, referenceTo, resolveReference } from '../material/material';
import type { PassageUses } from '../material/passageUses';
import { describeUses } from '../material/passageUses';
import type { UsedMaterial } from '../material/usedMaterial';
import { describeQueryProblem } from './queryProblems';
import type { Narrowing } from './searchButtons';
import { rowButtons } from './searchButtons';
import { oneLine, passageIcon, shortOriginLabel } from '../shared/labels';
import { shownRow } from '../shared/shownText';

const detailLength = 90;
/** Hits among which those of one article are brought together. */
const gatheredHits = 10;

/** A row of the search: a passage, an earlier query, or a hint (neither). */
export interface SearchRow extends vscode.QuickPickItem {
  readonly material?: Material;
  /** A query that the row stands for. */
  readonly query?: string;
  /** What the row narrows the results to. */
  readonly facet?: Facet;
  /** Whether the row stands for the next results. */
  readonly more?: true;
}

/** Turns what the library offers into rows of the search. */
export class SearchRows {
  /** Moves the results to the view in which they stay. */
  readonly keep: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('list-tree'),
    tooltip: vscode.l10n.t('Keep in the Results View'),
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
    private readonly uses: PassageUses,
  ) {}

  /** Rows for what was found, or for why nothing was; before them the values for a filter that is being typed. */
  forResult(query: string, found: SearchResult, facet: Narrowing): readonly SearchRow[] {
    const { hits, phrases, problems, filterValues, catchingUp } = found;
    const values = filterValues.map(filterRow);
    const faults = problems
      // The values say what is to be done.
      .filter(({ code }) => code !== 'emptyFilter' || values.length === 0)
      .map((problem) => hint('warning', describeQueryProblem(vscode.l10n.t, problem)));
    const rows = [...partialHint(found), ...this.hitRows(query, hits), ...moreRow(found)];
    const more = facet === undefined && phrases.length > 0 ? this.phraseRows(query, found) : [];
    if (hits.length + more.length + values.length === 0) rows.push(catchingUp ? stillIndexing() : nothingFound(query));
    const results = [...rows, ...more];
    if (values.length === 0) return [...faults, ...results];
    return [...faults, separator(vscode.l10n.t('filters')), ...values, separator(vscode.l10n.t('results')), ...results];
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

  /** A group of their own, the best few; the last row shows all. */
  private phraseRows(query: string, { phrases, facets }: SearchResult): readonly SearchRow[] {
    const all: SearchRow = {
      label: vscode.l10n.t('$(symbol-string) All {0} phrases', facets.phrase),
      alwaysShow: true,
      facet: 'phrase',
    };
    const rows = this.hitRows(query, phrases);
    return [separator(vscode.l10n.t('phrases')), ...rows, ...(facets.phrase > phrases.length ? [all] : [])];
  }

  /** Rows of one article that follow each other say its title once. */
  private hitRows(query: string, hits: readonly SearchHit[]): SearchRow[] {
    const gathered = gatherArticles(hits);
    return gathered.map((hit, at) => {
      const { article, passage, excerpt, matches, missing } = hit;
      const [match] = matches;
      const material = { ...passageMaterial(article, passage), ...(match ? { match } : {}) };
      const remarks = missing.length > 0 ? [vscode.l10n.t('without {0}', quoted(missing))] : [];
      const goesOn = gathered[at - 1]?.article === article;
      return this.materialRow(material, highlighted(query, excerpt), { goesOn, remarks });
    });
  }

  private materialRow(material: Material, text: string, { goesOn, remarks }: RowContext = {}): SearchRow {
    const { article, passage } = material;
    const starred = this.used.isFavorite(referenceTo(material));
    const headings = passage?.headings ?? [];
    const isParagraph = !passage || passage.kind === 'paragraph';
    // A quote or a phrase is what is looked for itself; of a paragraph one first wants to know whose it is.
    const about = [
      ...(remarks ?? []),
      describeUses(this.uses.known(material)),
      ...(goesOn ? [] : [shortOriginLabel(vscode.l10n.t, article.origin)]),
      [...(goesOn ? [] : [isParagraph ? article.category : article.title]), ...headings].filter(Boolean).join(' › '),
    ];
    const description = about.filter(Boolean).join(' · ');
    return shownRow({
      ...(goesOn || !isParagraph ? { label: text, description } : { label: article.title, description, detail: text }),
      alwaysShow: true,
      iconPath: new vscode.ThemeIcon(passageIcon(passage?.kind)),
      buttons: rowButtons(starred),
      material,
    });
  }
}

interface RowContext {
  /** Whether the row before is of the same article. */
  readonly goesOn?: boolean;
  readonly remarks?: readonly string[];
}

/**
 * Brings hits of one article together among each ten that follow one another, where the first of them stands: no hit moves
 * by more than nine places, and a further page leaves those before it as they were.
 */
function gatherArticles(hits: readonly SearchHit[]): readonly SearchHit[] {
  const gathered: SearchHit[] = [];
  for (let start = 0; start < hits.length; start += gatheredHits) {
    const byArticle = new Map<Article, SearchHit[]>();
    for (const hit of hits.slice(start, start + gatheredHits)) {
      const known = byArticle.get(hit.article);
      if (known) known.push(hit);
      else byArticle.set(hit.article, [hit]);
    }
    gathered.push(...[...byArticle.values()].flat());
  }
  return gathered;
}

const quoted = (words: readonly string[]): string => words.map((word) => vscode.l10n.t('“{0}”', word)).join('');

/** Says that no passage has all that was asked for. */
const partialHint = ({ partial, hits, words }: SearchResult): SearchRow[] =>
  partial && hits.every(({ missing }) => missing.length > 0)
    ? [
        hint(
          'info',
          words.length > 1
            ? vscode.l10n.t('No passage has all of {0}: these have some of it', quoted(words))
            : vscode.l10n.t('No passage has {0} whole: these have some of it', quoted(words)),
        ),
      ]
    : [];

/** The next rows, on demand. */
const moreRow = ({ hits, total }: SearchResult): SearchRow[] =>
  hits.length < total
    ? [
        {
          label: vscode.l10n.t('$(chevron-down) More: {0} of {1} are shown', hits.length, total),
          alwaysShow: true,
          more: true,
        },
      ]
    : [];

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

const separator = (label: string): SearchRow => ({ label, kind: vscode.QuickPickItemKind.Separator });

const queryRow = (query: string): SearchRow =>
  shownRow({ label: query, iconPath: new vscode.ThemeIcon('history'), alwaysShow: true, query });

const hint = (icon: string, label: string, detail = ''): SearchRow =>
  shownRow({ label, detail, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true });

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
const filterRow = ({ value, articles, query }: FilterValue): SearchRow =>
  shownRow({
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
