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

  /** @param isKnown whether the library has an article with an id */
  constructor(
    private readonly memento: vscode.Memento,
    private readonly isKnown: (article: string) => boolean,
  ) {}

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
    await this.memento.update(recentKey, [reference, ...this.without(this.recent, reference)].slice(0, maximumRecent));
  }

  isFavorite(reference: MaterialReference): boolean {
    return this.favorites.some((favorite) => this.areSame(favorite, reference));
  }

  /** Marks the material as favourite, or takes the mark away; tells which it is now. */
  async toggleFavorite(reference: MaterialReference): Promise<boolean> {
    const favorite = !this.isFavorite(reference);
    const others = this.without(this.favorites, reference);
    await this.memento.update(favoritesKey, favorite ? [reference, ...others] : others);
    this.changed.fire();
    return favorite;
  }

  /** Keeps what is remembered of articles whose files were renamed or moved. @param moved where an article is now */
  async follow(moved: (article: string) => string): Promise<void> {
    const follows = (references: readonly MaterialReference[]): readonly MaterialReference[] | undefined =>
      references.some(({ article }) => moved(article) !== article)
        ? references.map((reference) => ({ ...reference, article: moved(reference.article) }))
        : undefined;
    const recent = follows(this.recent);
    if (recent) await this.memento.update(recentKey, recent);
    const favorites = follows(this.favorites);
    if (!favorites) return;
    await this.memento.update(favoritesKey, favorites);
    this.changed.fire();
  }

  /** As `resolveReference` has it: an article that the library does not know by its id is known by its title. */
  private areSame(a: MaterialReference, b: MaterialReference): boolean {
    if (a.text !== b.text || a.heading !== b.heading) return false;
    if (a.article === b.article) return true;
    return a.title === b.title && !(this.isKnown(a.article) && this.isKnown(b.article));
  }

  private without(list: readonly MaterialReference[], reference: MaterialReference): readonly MaterialReference[] {
    return list.filter((other) => !this.areSame(other, reference));
  }

  dispose(): void {
    this.changed.dispose();
  }
}
