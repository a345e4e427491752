import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SearchParts } from '../../src/editor/search/searchSession';
import { SearchSession } from '../../src/editor/search/searchSession';
import { until } from './support/gongwen';

describe('the search while drafts are being read', () => {
  /** A search that always finds one row; it is told when the drafts have been read. */
  function makeParts(): { parts: SearchParts; shown: readonly string[]; haveBeenRead: () => void } {
    let haveBeenRead = (): void => undefined;
    const read = new Promise<void>((resolve) => (haveBeenRead = resolve));
    const shown: string[] = [];
    const found = { hits: [], phrases: [], problems: [], filterValues: [], words: [], total: 0, catchingUp: false };
    const parts = {
      search: () => Promise.resolve({ search: () => Promise.resolve(found), ready: () => Promise.resolve() }),
      rows: {
        keep: { iconPath: new vscode.ThemeIcon('list-tree'), tooltip: '' },
        forResult: (query: string) => {
          shown.push(query);
          return [{ label: query }];
        },
      },
      actions: { endPreview: () => Promise.resolve() },
      used: { addQuery: () => Promise.resolve() },
      uses: { reading: () => read },
      log: { error: (reason: unknown) => shown.push(String(reason)) },
    };
    return { parts: parts as unknown as SearchParts, shown, haveBeenRead };
  }

  it('shows what it has found anew when they have been', async () => {
    const { parts, shown, haveBeenRead } = makeParts();
    const closed = new Promise<void>((resolve) => new SearchSession(parts, resolve).open('防汛'));
    await until('it is shown', () => shown.length > 0);
    const before = shown.length;
    haveBeenRead();
    await until('it is shown again', () => shown.length > before);
    assert.deepEqual(new Set(shown), new Set(['防汛']));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closed;
  });

  it('does nothing more once it is closed', async () => {
    const { parts, shown, haveBeenRead } = makeParts();
    const closed = new Promise<void>((resolve) => new SearchSession(parts, resolve).open('防汛'));
    await until('it is shown', () => shown.length > 0);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closed;
    const before = shown.length;
    haveBeenRead();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(shown.length, before);
  });
});
