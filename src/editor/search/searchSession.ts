import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import type { PassageSearch, SearchResult } from '../../search/passageSearch';
import type { MaterialActions } from '../material/materialActions';
import type { PassageUses } from '../material/passageUses';
import type { UsedMaterial } from '../material/usedMaterial';
import { setContext } from '../shared/contextKeys';
import { settings } from '../shared/settings';
import type { ResultsView } from './resultsView';
import type { NarrowButton, Narrowing, RowAction, RowButton } from './searchButtons';
import { keyHelp, narrowButtons, narrowings, titleFor } from './searchButtons';
import type { SearchRow, SearchRows } from './searchRows';

/** Long enough to skip the letters of a composition that is typed fast, too short to be felt. */
const debounceMilliseconds = 30;
/** Long enough not to open what is only passed by. */
const previewMilliseconds = 150;
/** Rows that are shown at first, and that each request for more adds. */
const rowsAtATime = 50;
/** While the library is being indexed the results are brought up to date as often. */
const refreshMilliseconds = 1000;

/** What the search works on. */
export interface SearchParts {
  /** Called on first need; it loads what it needs. */
  readonly search: () => Promise<PassageSearch>;
  readonly rows: SearchRows;
  readonly actions: MaterialActions;
  readonly used: UsedMaterial;
  readonly uses: PassageUses;
  readonly results: ResultsView;
  readonly log: vscode.LogOutputChannel;
}

/** One opening of the search: results while typing, in the order of our engine. It disposes itself when it is closed. */
export class SearchSession {
  private readonly pick = vscode.window.createQuickPick<SearchRow>();
  private readonly typed = new Debouncer(() => void this.update(), debounceMilliseconds);
  private readonly moved = new Debouncer(() => void this.preview(), previewMilliseconds);
  /** Counts queries, so that the answer to an earlier one never replaces that to a later one. */
  private latest = 0;
  /** The query that the rows were made for. */
  private shown: string | undefined;
  /** The last query that found something. */
  private worked = '';
  private facet: Narrowing;
  private limit = rowsAtATime;
  /** The row that becomes active without the writer having moved there. */
  private first: SearchRow | undefined;
  /** Whether the writer has moved through the rows: only then does the reader follow. */
  private isRead = false;
  private isClosed = false;

  constructor(
    private readonly parts: SearchParts,
    private readonly closed: () => void,
  ) {
    const { pick } = this;
    const { rows } = parts;
    pick.buttons = [...narrowButtons(undefined, undefined), rows.keep];
    pick.onDidTriggerButton((button) => {
      if (button === rows.keep) this.keep();
      else void this.narrow((button as NarrowButton).facet);
    });
    pick.placeholder = vscode.l10n.t(
      'Words in any order, “exact words”, -without, category:, tag:, source:, title:, or pinyin',
    );
    pick.matchOnDetail = true;
    pick.matchOnDescription = true;
    // Not in the typings, but honoured: without the first the quick pick sorts by where the label matches.
    Object.assign(pick, { sortByLabel: false, prompt: keyHelp() });
    pick.onDidChangeValue(() => {
      this.limit = rowsAtATime;
      this.typed.schedule();
    });
    pick.onDidChangeActive(([row]) => {
      if (row?.material && settings.previewsHits()) this.moved.schedule();
    });
    pick.onDidAccept(() => void this.accept());
    pick.onDidTriggerItemButton(({ item, button }) => void this.act(item, (button as RowButton).action));
    pick.onDidHide(() => void this.close());
  }

  open(query: string): void {
    this.pick.value = query;
    this.pick.show();
    void this.update();
    // The index is built while the user thinks and types.
    this.parts
      .search()
      .then((search) => search.ready())
      .catch((error: unknown) => this.parts.log.error(String(error)));
    // Rows that are shown before the drafts have been read do not say which of them use their passages.
    this.parts.uses
      .reading()
      ?.then(() => (this.shown?.trim() && !this.isClosed ? this.update(this.activePosition()) : undefined))
      .catch((error: unknown) => this.parts.log.error(String(error)));
  }

  /** Shows only matches of one kind, or, for whatever else is given, all. */
  async narrow(facet: unknown): Promise<void> {
    this.facet = narrowings.find((known) => known === facet);
    this.limit = rowsAtATime;
    await this.update();
  }

  /** Does something with the active row. */
  async actOnActive(action: RowAction): Promise<void> {
    const [row] = this.pick.activeItems;
    if (row) await this.act(row, action);
  }

  /**
   * Shows what the query finds.
   * @param active which of the rows that can be accepted is to be active
   * @returns the rows; undefined when another query came meanwhile
   */
  private async update(active = 0): Promise<readonly SearchRow[] | undefined> {
    this.typed.cancel();
    const turn = ++this.latest;
    const query = this.pick.value;
    this.pick.busy = true;
    let found: SearchResult | undefined;
    let rows: readonly SearchRow[];
    try {
      if (query.trim()) found = await this.find(query, () => turn !== this.latest);
      rows = found ? this.parts.rows.forResult(query, found, this.facet) : await this.parts.rows.withoutQuery();
    } catch (error) {
      this.parts.log.error(error instanceof Error ? error : String(error));
      rows = [this.parts.rows.failure];
    }
    if (turn !== this.latest) return undefined;
    this.show(rows, found, active);
    this.shown = query;
    if (found?.hits.length) this.worked = query;
    // What is indexed later is found later.
    if (found?.catchingUp)
      setTimeout(() => turn === this.latest && void this.update(this.activePosition()), refreshMilliseconds);
    // Another library answers when it answers.
    void found?.more?.then(() => (turn === this.latest ? this.update(this.activePosition()) : undefined));
    return rows;
  }

  private show(rows: readonly SearchRow[], found: SearchResult | undefined, active: number): void {
    const { pick } = this;
    pick.busy = (found?.catchingUp ?? false) || found?.more !== undefined;
    pick.title = titleFor(found?.facets, this.facet, {
      shown: found?.hits.length ?? 0,
      total: found?.total ?? 0,
      catchingUp: found?.catchingUp ?? false,
    });
    pick.buttons = [...narrowButtons(found?.facets, this.facet), this.parts.rows.keep];
    const usable = rows.filter(canBeAccepted);
    // Enter is for the first result, not for a remark above it.
    this.first = usable[active] ?? usable[0];
    // Where rows are shown anew and another than the first is active, the writer has moved there.
    this.isRead ||= active > 0;
    // The results of another query are read from the top.
    pick.keepScrollPosition = this.shown === pick.value;
    pick.items = rows;
    if (this.first && this.first !== rows[0]) pick.activeItems = [this.first];
  }

  private async find(query: string, cancelled: () => boolean): Promise<SearchResult> {
    const search = await this.parts.search();
    return search.search(query, { limit: this.limit, facet: this.facet, cancelled, impatient: true });
  }

  /** Moves the results to the view in which they stay. */
  private keep(): void {
    const query = this.pick.value.trim();
    this.pick.hide();
    if (query) void this.parts.results.show(query);
  }

  private async accept(): Promise<void> {
    // Rows of an earlier query are never acted on.
    const upToDate = this.shown === this.pick.value;
    // While rows are shown anew, what was selected of the former ones is none of theirs.
    const shown = (): SearchRow | undefined => this.pick.selectedItems[0] ?? this.pick.activeItems[0] ?? this.first;
    const row = upToDate ? shown() : (await this.update())?.find(canBeAccepted);
    if (row?.query !== undefined) {
      this.pick.value = row.query;
      await this.update();
    } else if (row?.facet) await this.narrow(row.facet);
    else if (row?.more) {
      const before = this.limit;
      this.limit += rowsAtATime;
      await this.update(before);
    } else if (row) await this.act(row, settings.enterAction());
  }

  private async act({ material }: SearchRow, action: RowAction): Promise<void> {
    if (!material) return;
    const { actions } = this.parts;
    if (action === 'toggleFavorite') {
      const rows = this.pick.items.filter(canBeAccepted);
      await actions.toggleFavorite(material);
      // The rows are made anew; the same one stays active.
      await this.update(rows.findIndex((row) => row.material === material));
      return;
    }
    this.moved.cancel();
    await actions.endPreview();
    this.pick.hide();
    setContext('gongwen.didSearch', true);
    if (action === 'insert') await actions.insert(material);
    else if (action === 'copy') await actions.copy(material);
    else await actions.open(material, { toSide: action === 'openToSide' });
  }

  /** Which of the rows that can be accepted is active. */
  private activePosition(): number {
    const [active] = this.pick.activeItems;
    return active ? this.pick.items.filter(canBeAccepted).indexOf(active) : 0;
  }

  private async preview(): Promise<void> {
    const [row] = this.pick.activeItems;
    // Which of new rows is active the editor says a moment after they are shown: until then it is one of the former, or in its place.
    if (!row?.material || !this.pick.items.includes(row)) return;
    this.isRead ||= row !== this.first;
    if (this.isRead) await this.parts.actions.preview(row.material);
  }

  private async close(): Promise<void> {
    this.isClosed = true;
    this.typed.dispose();
    this.moved.dispose();
    this.latest++;
    this.pick.dispose();
    this.closed();
    // First what a search that is opened at once begins with.
    await this.parts.used.addQuery(this.worked);
    await this.parts.actions.endPreview();
  }
}

const canBeAccepted = ({ material, query, facet, more }: SearchRow): boolean =>
  (material ?? query ?? facet ?? more) !== undefined;
