import * as vscode from 'vscode';
import { fileName } from '../../base/fileName';
import type { Article } from '../../library/article';
import { quoteCategory } from '../../library/categories';
import { showInformation } from '../shared/messages';
import type { NewArticle } from './articleWriter';
import type { ChosenArticle } from './choice';
import type { IntakeEngine } from './importRun';
import { shownRow } from '../shared/shownText';

/** The quotes of one article that the writer wants to keep. */
export interface ChosenQuotes {
  readonly title: string;
  readonly quotes: readonly string[];
}

interface Row extends vscode.QuickPickItem {
  readonly quote?: { readonly title: string; readonly text: string };
}

/** Best candidates of each article that are ticked to begin with. */
const tickedScore = 5;
/** Longest beginning of a sentence, and of a title beside it, that a row shows whole. */
const rowCharacters = 24;
const titleCharacters = 16;

/**
 * Proposes sentences of articles that are built like quotes and are none of the library's yet; resolves with those that
 * the writer ticked.
 */
export async function chooseQuotes(
  engine: IntakeEngine,
  articles: readonly ChosenArticle[],
  library: readonly Article[],
): Promise<readonly ChosenQuotes[]> {
  const known = new Set(
    library.flatMap(({ passages }) => passages.filter(({ kind }) => kind === 'quote').map(({ text }) => text)),
  );
  const rows = articles.flatMap(({ planned, front: { title } }): Row[] => {
    const candidates = engine.quoteCandidates(planned.draft.blocks).filter(({ text }) => !known.has(text));
    if (candidates.length === 0) return [];
    return [
      shownRow({ label: cut(title), kind: vscode.QuickPickItemKind.Separator }),
      ...candidates.map(({ text, score }) => ({
        ...shownRow(lines(text)),
        quote: { title, text },
        picked: score >= tickedScore,
      })),
    ];
  });
  if (rows.length === 0) {
    void showInformation(vscode.l10n.t('No sentences were found that are built like quotes.'));
    return [];
  }
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Choose Quotes'),
    placeHolder: vscode.l10n.t('Tick the sentences to keep as quotes'),
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  const byTitle = new Map<string, string[]>();
  for (const { quote } of chosen ?? []) {
    if (quote) byTitle.set(quote.title, [...(byTitle.get(quote.title) ?? []), quote.text]);
  }
  return [...byTitle].map(([title, quotes]) => ({ title, quotes }));
}

/** A collection of quotes from one article. */
export function quoteArticle(engine: IntakeEngine, { title, quotes }: ChosenQuotes): NewArticle {
  const name = vscode.l10n.t('Quotes from {0}', title);
  const front = { title: name, category: quoteCategory, tags: [], source: title, date: '' };
  const blocks = quotes.map((text) => ({ kind: 'item' as const, text }));
  return { folder: quoteCategory, name: fileName(name), text: engine.toMarkdown(front, blocks) };
}

/** A row is cut off at its end, and what cannot be read cannot be judged: the rest of a long sentence goes below. */
function lines(text: string): { label: string; detail?: string } {
  if (text.length <= rowCharacters) return { label: text };
  const pause = Math.max(...[...'，；：、'].map((mark) => text.lastIndexOf(mark, rowCharacters - 1)));
  const end = pause < rowCharacters / 3 ? rowCharacters : pause + 1;
  return { label: text.slice(0, end), detail: text.slice(end) };
}

const cut = (title: string): string => (title.length > titleCharacters ? `${title.slice(0, titleCharacters)}…` : title);
