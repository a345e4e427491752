import * as vscode from 'vscode';
import type { Candidate } from '../../completion/candidate';
import { joinWrappedLines, plainTextSnippet, toSnippet } from '../../draft/snippetText';
import { profileOf } from '../placeholders/profile';
import { placeLabel } from '../shared/labels';
import { labelText, shownText } from '../shared/shownText';

const itemKinds: Record<Candidate['kind'], vscode.CompletionItemKind> = {
  phrase: vscode.CompletionItemKind.Text,
  quote: vscode.CompletionItemKind.Reference,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** A candidate as the editor lists it. */
export class CandidateItem extends vscode.CompletionItem {
  /**
   * @param order position in the list
   * @param note what the list says beside the label before the source
   * @param accepted run when the item is accepted
   */
  constructor(
    readonly candidate: Candidate,
    document: vscode.TextDocument,
    position: vscode.Position,
    order: number,
    note: string | undefined,
    accepted: vscode.Command,
  ) {
    const source = candidate.article?.title ?? (candidate.common ? vscode.l10n.t('common wording') : undefined);
    const description = [note, source].filter((text) => text !== undefined).join(' · ');
    super(
      {
        label: labelText(joinWrappedLines(candidate.label)),
        ...(description ? { description: labelText(description) } : {}),
      },
      itemKinds[candidate.kind],
    );
    // Plain text opens no snippet session: while one is open the editor holds suggestions back.
    const text = joinWrappedLines(candidate.insertText);
    const snippet = candidate.isSnippet
      ? skeletonFor(document, candidate.insertText)
      : toSnippet(text, profileOf(document));
    this.insertText = hasStops(snippet) ? new vscode.SnippetString(snippet) : text;
    this.range = new vscode.Range(position.translate(0, -candidate.replaces), position);
    // The editor keeps an item only if this begins with the text that it replaces.
    this.filterText = candidate.filterText;
    this.sortText = String(order).padStart(3, '0');
    this.command = accepted;
  }

  /** Where the candidate stands in the library, with the words around it. Library text goes in as text, never as Markdown. */
  describe(): vscode.MarkdownString {
    const { article, passage, insertText, isSnippet, description } = this.candidate;
    const markdown = new vscode.MarkdownString();
    if (isSnippet) return markdown.appendText(shownText(description ?? '')).appendCodeblock(insertText, 'markdown');
    if (passage) markdown.appendText(shownText(passage.text)).appendMarkdown('\n\n---\n\n');
    if (article) markdown.appendText(shownText(placeLabel(article, passage?.headings ?? [])));
    if (article?.source)
      markdown.appendMarkdown('\n\n').appendText(shownText(vscode.l10n.t('Source: {0}', article.source)));
    return markdown;
  }
}

/** Whether a snippet has tab stops; a `${` of the text itself is escaped. */
const hasStops = (snippet: string): boolean => snippet.replace(/\\./gs, '').includes('${');

/** A skeleton as a language has it. */
const skeletonFor = ({ languageId }: Pick<vscode.TextDocument, 'languageId'>, body: string): string =>
  languageId === 'plaintext' ? plainTextSnippet(body) : body;

/**
 * An item that never shows. With it we have answered, so that the editor does not fall back on the “words” of the document,
 * which in Chinese are whole sentences.
 */
export function unmatchedItem(position: vscode.Position): vscode.CompletionItem {
  const item = new vscode.CompletionItem('…', vscode.CompletionItemKind.Text);
  item.range = new vscode.Range(position.translate(0, -1), position);
  // Nobody types this.
  item.filterText = '\u200b';
  return item;
}
