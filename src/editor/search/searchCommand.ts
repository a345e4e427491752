import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Library } from '../../library/library';
import { setContext } from '../shared/contextKeys';
import type { RowAction } from './searchButtons';
import type { SearchParts, SearchSession } from './searchSession';

/** The search in a quick pick, and the commands that its keys run. */
export class SearchCommand {
  private session: SearchSession | undefined;
  private readonly code = once(async () => {
    const { SearchRows, SearchSession } = await import('./quickSearch');
    const { library, used, uses } = this.parts;
    return { SearchSession, rows: new SearchRows(library, used, uses) };
  });

  constructor(private readonly parts: Omit<SearchParts, 'rows'> & { readonly library: Library }) {}

  /** Opens the quick pick with a query: by default the last one, selected, so that typing replaces it. */
  async show(query = this.parts.used.queries[0] ?? ''): Promise<void> {
    const { SearchSession, rows } = await this.code();
    const session = new SearchSession({ ...this.parts, rows }, () => {
      // One that takes the place of another is open before that one is closed.
      if (this.session === session) this.setSession(undefined);
    });
    this.setSession(session);
    session.open(query);
  }

  private setSession(session: SearchSession | undefined): void {
    this.session = session;
    setContext('gongwen.searching', session !== undefined);
  }

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    const act = (action: RowAction) => (): Promise<void> | undefined => this.session?.actOnActive(action);
    return vscode.Disposable.from(
      registerCommand('gongwen.search', (query?: unknown) => this.show(typeof query === 'string' ? query : undefined)),
      registerCommand('gongwen.search.narrow', (facet?: unknown) => this.session?.narrow(facet)),
      registerCommand('gongwen.search.insert', act('insert')),
      registerCommand('gongwen.search.open', act('open')),
      registerCommand('gongwen.search.openToSide', act('openToSide')),
      registerCommand('gongwen.search.copy', act('copy')),
      registerCommand('gongwen.search.toggleFavorite', act('toggleFavorite')),
    );
  }
}
