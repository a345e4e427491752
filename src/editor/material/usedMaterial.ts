import type * as vscode from 'vscode';
import type { Disposable, Event } from '../../base/event';
import { Emitter } from '../../base/event';
import type { MaterialReference } from './material';

const queriesKey = 'gongwen.recentQueries';
const recentKey = 'gongwen.recentMaterial';
const favoritesKey = 'gongwen.favoriteMaterial';
const maximumQueries = 8;
const maximumRecent = 20;

/** What the writer searched for, used and marked as favourite, newest first; kept on this machine between sessions. */
export class UsedMaterial implements Disposable {
  private readonly changed = new Emitter<void>();
  /** Fires after favourites changed. */
  readonly onDidChangeFavorites: Event<void> = this.changed.event;

  constructor(private readonly memento: vscode.Memento) {}

  get queries(): readonly string[] {
    return this.memento.get<readonly string[]>(queriesKey, []);
  }

  get recent(): readonly MaterialReference[] {
    return this.memento.get<readonly MaterialReference[]>(recentKey, []);
  }

  get favorites(): readonly MaterialReference[] {
    return this.memento.get<readonly MaterialReference[]>(favoritesKey, []);
  }

  async addQuery(query: string): Promise<void> {
    const trimmed = query.trim();
    if (!trimmed) return;
    await this.memento.update(
      queriesKey,
      [trimmed, ...this.queries.filter((old) => old !== trimmed)].slice(0, maximumQueries),
    );
  }

  async addRecent(reference: MaterialReference): Promise<void> {
    await this.memento.update(recentKey, [reference, ...without(this.recent, reference)].slice(0, maximumRecent));
  }

  isFavorite(reference: MaterialReference): boolean {
    return this.favorites.some((favorite) => same(favorite, reference));
  }

  /** Marks the material as favourite, or takes the mark away; tells which it is now. */
  async toggleFavorite(reference: MaterialReference): Promise<boolean> {
    const favorite = !this.isFavorite(reference);
    const others = without(this.favorites, reference);
    await this.memento.update(favoritesKey, favorite ? [reference, ...others] : others);
    this.changed.fire();
    return favorite;
  }

  dispose(): void {
    this.changed.dispose();
  }
}

const same = (a: MaterialReference, b: MaterialReference): boolean =>
  a.article === b.article && a.text === b.text && a.heading === b.heading;

const without = (list: readonly MaterialReference[], reference: MaterialReference): readonly MaterialReference[] =>
  list.filter((other) => !same(other, reference));
