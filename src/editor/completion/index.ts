import * as vscode from 'vscode';
import type { CompletionEngine } from '../../completion/completionEngine';
import { once } from '../../base/once';
import { finishInSlices } from '../../base/slices';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import type * as engineModule from '../engine';
import type { ShippedFiles } from '../library/shippedFiles';
import { setContext } from '../shared/contextKeys';
import { templateScheme } from '../shared/drafts';
import { makeOwnEdit } from '../shared/ownEdits';
import { onDidChangeSettings, settings } from '../shared/settings';
import { AcceptanceStore } from './acceptanceStore';
import { Answers } from './answers';
import { CompletionList } from './completionList';
import { GhostText } from './ghostText';
import { InputMethod } from './inputMethod';
import { ListTrigger } from './listTrigger';

/**
 * Completion as a list and as ghost text, and new documents from templates.
 * @returns the engine, built on first need
 */
export function registerCompletion(
  { subscriptions, globalState }: vscode.ExtensionContext,
  parts: {
    readonly library: Library;
    readonly shipped: ShippedFiles;
    readonly engine: () => Promise<typeof engineModule>;
    /** Quotes and phrases from elsewhere. */
    readonly phrases: { readonly articles: () => readonly Article[]; readonly onDidChange: vscode.Event<void> };
  },
): () => Promise<CompletionEngine> {
  const { library, shipped, engine, phrases } = parts;
  const store = new AcceptanceStore(globalState);
  const completion = once(async () => {
    const { CompletionEngine, readTables } = await engine();
    const { bytes, key } = await shipped.completionTables();
    const tables = await finishInSlices(readTables(bytes, key));
    const made = new CompletionEngine(library, await shipped.snippets(), {
      prepared: tables && { tables, articles: await shipped.articles() },
      history: store.history,
      leaveOut: settings.completionLeaveOut,
      others: () => phrases.articles(),
    });
    subscriptions.push(
      made,
      onDidChangeSettings(['completion.leaveOutCategories'], () => made.rebuild()),
      phrases.onDidChange(() => made.rebuild()),
    );
    await made.ready();
    return made;
  });
  const newDocument = once(async () => {
    const { NewDocument } = await import('./newDocument');
    return new NewDocument(shipped);
  });
  const answers = new Answers(store);
  const inputMethod = new InputMethod();
  const trigger = new ListTrigger(completion, answers, inputMethod);
  const ghostText = new GhostText(completion, answers, store);
  subscriptions.push(
    store,
    inputMethod,
    trigger,
    store.onDidAccept(() => {
      trigger.accepted();
      setContext('gongwen.didComplete', true);
    }),
    new CompletionList(completion, answers, store, inputMethod, trigger),
    ghostText,
    vscode.workspace.registerTextDocumentContentProvider(templateScheme, {
      provideTextDocumentContent: async (uri) => (await newDocument()).provideTextDocumentContent(uri),
    }),
    vscode.commands.registerCommand('gongwen.newDocument', async (name?: unknown) => (await newDocument()).run(name)),
    vscode.commands.registerCommand('_gongwen.accepted', (historyKey: unknown) => {
      if (typeof historyKey === 'string') store.accepted(historyKey);
    }),
    vscode.commands.registerCommand('gongwen.acceptWord', () => makeOwnEdit(() => ghostText.acceptWord())),
    vscode.commands.registerCommand('gongwen.clearHabits', async () => {
      await store.clear();
      answers.reset();
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Forgotten'), 2000);
    }),
  );
  return completion;
}
