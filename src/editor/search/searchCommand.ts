import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import type { SearchResult, SearchService } from '../../search/searchService';
import type { MaterialActions } from '../material/materialActions';
import type { ResultsView } from './resultsView';
import type { SearchRow, SearchRows } from './searchRows';
import { settings } from '../shared/settings';
import type { UsedMaterial } from '../material/usedMaterial';

/** Long enough to skip the letters of a composition that is typed fast, too short to be felt. */
const debounceMilliseconds = 30;
const maximumResults = 50;
/** While the library is being indexed the results are brought up to date as often. */
const refreshMilliseconds = 1000;

/** What the search works on. */
export interface SearchParts {
  /** Called on first need; it loads what it needs. */
  readonly search: () => Promise<SearchService>;
  readonly rows: SearchRows;
  readonly actions: MaterialActions;
  readonly used: UsedMaterial;
  readonly results: ResultsView;
  readonly log: vscode.LogOutputChannel;
}

/** The search in a quick pick: results while typing, in the order of our engine. */
export class SearchCommand {
  constructor(private readonly parts: SearchParts) {}

  /** Opens the quick pick with a query: by default the last one, selected, so that typing replaces it. */
  show(query = this.parts.used.queries[0] ?? ''): void {
    new SearchSession(this.parts).open(query);
  }
}

/** One opening of the quick pick; it disposes itself when it is closed. */
class SearchSession {
  private readonly pick = vscode.window.createQuickPick<SearchRow>();
  private readonly typed = new Debouncer(() => void this.update(), debounceMilliseconds);
  /** Counts queries, so that the answer to an earlier one never replaces that to a later one. */
  private latest = 0;
  /** The query that the rows were made for. */
  private shown: string | undefined;
  /** The last query that found something. */
  private worked = '';

  constructor(private readonly parts: SearchParts) {
    const { pick } = this;
    const { rows, used } = parts;
    pick.buttons = [rows.buttons.keep];
    pick.onDidTriggerButton(() => this.keep());
    pick.placeholder = vscode.l10n.t(
      'Words in any order, “exact words”, -without, category:, tag:, source:, title:, or pinyin',
    );
    pick.matchOnDetail = true;
    pick.matchOnDescription = true;
    pick.keepScrollPosition = true;
    // Not in the typings, but honoured: without it the quick pick sorts by where the label matches.
    Object.assign(pick, { sortByLabel: false });
    pick.onDidChangeValue(() => this.typed.schedule());
    pick.onDidAccept(() => void this.accept());
    pick.onDidTriggerItemButton(({ item, button }) => void this.press(item, button));
    pick.onDidHide(() => {
      this.dispose();
      void used.addQuery(this.worked);
    });
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
  }

  /** Shows what the query finds. @returns the rows; undefined when another query came meanwhile */
  private async update(): Promise<readonly SearchRow[] | undefined> {
    this.typed.cancel();
    const turn = ++this.latest;
    const query = this.pick.value;
    this.pick.busy = true;
    let found: SearchResult | undefined;
    let rows: SearchRow[];
    try {
      if (query.trim()) found = await this.find(query, () => turn !== this.latest);
      rows = found ? this.parts.rows.forResult(query, found) : await this.parts.rows.withoutQuery();
    } catch (error) {
      this.parts.log.error(error instanceof Error ? error : String(error));
      rows = [this.parts.rows.failure];
    }
    if (turn !== this.latest) return undefined;
    this.pick.busy = found?.catchingUp ?? false;
    this.pick.title = titleFor(found);
    this.pick.items = rows;
    const first = rows.find(canBeAccepted);
    // Enter is for the first result, not for a remark above it.
    if (first && first !== rows[0]) this.pick.activeItems = [first];
    this.shown = query;
    if (found?.hits.length) this.worked = query;
    // What is indexed later is found later.
    if (found?.catchingUp) setTimeout(() => turn === this.latest && void this.update(), refreshMilliseconds);
    return rows;
  }

  private async find(query: string, cancelled: () => boolean): Promise<SearchResult> {
    const search = await this.parts.search();
    return search.search(query, { limit: maximumResults, cancelled, impatient: true });
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
    const row = upToDate ? this.pick.selectedItems[0] : (await this.update())?.find(canBeAccepted);
    if (row?.query !== undefined) {
      this.pick.value = row.query;
      await this.update();
    } else if (row?.material) {
      const { insert, open } = this.parts.rows.buttons;
      await this.act(row, settings.enterAction() === 'insert' ? insert : open);
    }
  }

  private async press(row: SearchRow, button: vscode.QuickInputButton): Promise<void> {
    const { favorite, unfavorite } = this.parts.rows.buttons;
    if (row.material && (button === favorite || button === unfavorite)) {
      await this.parts.actions.toggleFavorite(row.material);
      await this.update();
    } else {
      await this.act(row, button);
    }
  }

  private async act({ material }: SearchRow, button: vscode.QuickInputButton): Promise<void> {
    if (!material) return;
    const { insert, copy, openToSide } = this.parts.rows.buttons;
    this.pick.hide();
    if (button === insert) await this.parts.actions.insert(material);
    else if (button === copy) await this.parts.actions.copy(material);
    else await this.parts.actions.open(material, { toSide: button === openToSide });
  }

  private dispose(): void {
    this.typed.dispose();
    this.latest++;
    this.pick.dispose();
  }
}

const canBeAccepted = ({ material, query }: SearchRow): boolean => material !== undefined || query !== undefined;

function titleFor(found: SearchResult | undefined): string {
  if (!found) return vscode.l10n.t('Search Material');
  return found.catchingUp
    ? vscode.l10n.t('Search Material: {0} found so far, indexing', found.total)
    : vscode.l10n.t('Search Material: {0} found', found.total);
}
