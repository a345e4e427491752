import * as vscode from 'vscode';
import type { ChosenArticle } from './importPreview';
import type { IntakeEngine } from './importRun';

/** The quotes of one article that the writer wants to keep. */
export interface ChosenQuotes {
  readonly title: string;
  readonly quotes: readonly string[];
}

interface Row extends vscode.QuickPickItem {
  readonly title?: string;
}

/** Best candidates of each article that are ticked to begin with. */
const tickedScore = 5;

/** Proposes sentences of articles that are built like quotes; resolves with those that the writer ticked. */
export async function chooseQuotes(
  engine: IntakeEngine,
  articles: readonly ChosenArticle[],
): Promise<readonly ChosenQuotes[]> {
  const rows = articles.flatMap(({ planned, front }): Row[] => {
    const candidates = engine.quoteCandidates(planned.draft.blocks);
    if (candidates.length === 0) return [];
    return [
      { label: front.title, kind: vscode.QuickPickItemKind.Separator },
      ...candidates.map(({ text, score }) => ({ label: text, title: front.title, picked: score >= tickedScore })),
    ];
  });
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No sentences were found that are built like quotes.'));
    return [];
  }
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Choose Quotes'),
    placeHolder: vscode.l10n.t('Tick the sentences to keep as quotes'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  const byTitle = new Map<string, string[]>();
  for (const { title, label } of chosen ?? []) {
    if (title === undefined) continue;
    byTitle.set(title, [...(byTitle.get(title) ?? []), label]);
  }
  return [...byTitle].map(([title, quotes]) => ({ title, quotes }));
}
