import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SearchParts } from '../../src/editor/search/searchSession';
import { SearchSession } from '../../src/editor/search/searchSession';
import { until } from './support/gongwen';

interface Row extends vscode.QuickPickItem {
  readonly material: string;
}

/** A quick pick that nobody sees: what is active is said when the test says so. */
class FakePick {
  value = '';
  items: readonly Row[] = [];
  activeItems: readonly Row[] = [];
  private readonly typed = new vscode.EventEmitter<string>();
  private readonly active = new vscode.EventEmitter<readonly Row[]>();
  readonly onDidChangeValue = this.typed.event;
  readonly onDidChangeActive = this.active.event;
  readonly onDidTriggerButton = new vscode.EventEmitter<never>().event;
  readonly onDidTriggerItemButton = new vscode.EventEmitter<never>().event;
  readonly onDidAccept = new vscode.EventEmitter<never>().event;
  readonly onDidHide = new vscode.EventEmitter<never>().event;
  readonly show = (): void => undefined;
  type(value: string): void {
    this.value = value;
    this.typed.fire(value);
  }
  activate(row: Row | undefined): void {
    this.activeItems = row ? [row] : [];
    this.active.fire(this.activeItems);
  }
}

describe('the reader beside the search', () => {
  it('shows a passage only when the writer moves to it, not when rows change while typing', async () => {
    const pick = new FakePick();
    const shown: string[] = [];
    const found = { hits: [], phrases: [], problems: [], filterValues: [], words: [], total: 0, catchingUp: false };
    const rows = (query: string): readonly Row[] =>
      ['一', '二'].map((at) => ({ label: at, material: `${query}${at}` }));
    const parts = {
      search: () => Promise.resolve({ search: () => Promise.resolve(found), ready: () => Promise.resolve() }),
      rows: { keep: {}, forResult: rows },
      actions: {
        preview: (material: string) => Promise.resolve(void shown.push(material)),
      },
      uses: { reading: () => undefined },
      log: { error: (reason: unknown) => shown.push(String(reason)) },
    };
    const { createQuickPick } = vscode.window;
    Object.assign(vscode.window, { createQuickPick: () => pick });
    try {
      new SearchSession(parts as unknown as SearchParts, () => undefined).open('防');
      await until('the first rows are there', () => pick.items[0]?.material === '防一');
      pick.activate(pick.items[0]);
      // New rows, of which the editor has not yet said which one is active.
      pick.type('防汛');
      await until('the next rows are there', () => pick.items[0]?.material === '防汛一');
      await new Promise((resolve) => setTimeout(resolve, 300));
      pick.activate(pick.items[0]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(shown, []);
      pick.activate(pick.items[1]);
      await until('the passage is shown', () => shown.length > 0);
      pick.activate(pick.items[0]);
      await until('the first one is shown, too', () => shown.length > 1);
      assert.deepEqual(shown, ['防汛二', '防汛一']);
    } finally {
      Object.assign(vscode.window, { createQuickPick });
    }
  });
});
