import * as vscode from 'vscode';
import type { CompletionEngine } from '../../completion/completionEngine';
import type { Library } from '../../library/library';
import { once } from '../../base/once';
import type * as engineModule from '../engine';
import type { ShippedFiles } from '../library/shippedFiles';
import { HabitStore } from './acceptanceStore';
import { Completion } from './completion';
import { GhostText } from './ghostText';

/**
 * Completion as a list and as ghost text.
 * @returns the engine, built on first need
 */
export function registerCompletion(
  { subscriptions, globalState }: vscode.ExtensionContext,
  parts: {
    readonly library: Library;
    readonly shipped: ShippedFiles;
    readonly engine: () => Promise<typeof engineModule>;
  },
): () => Promise<CompletionEngine> {
  const { library, shipped, engine } = parts;
  const habits = new HabitStore(globalState);
  const completion = once(async () => {
    const { CompletionEngine } = await engine();
    const made = new CompletionEngine(library, await shipped.snippets(), {
      collocations: await shipped.collocations(),
      history: habits.habits,
    });
    subscriptions.push(made);
    await made.ready();
    return made;
  });
  const ghostText = new GhostText(completion, habits);
  subscriptions.push(
    habits,
    new Completion(completion, habits),
    ghostText,
    vscode.commands.registerCommand('gongwen.acceptWord', () => ghostText.acceptWord()),
    vscode.commands.registerCommand('gongwen.clearHabits', async () => {
      await habits.clear();
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Forgotten'), 2000);
    }),
  );
  return completion;
}
