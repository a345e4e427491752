import * as vscode from 'vscode';
import type { CommentThread } from '../../revise/commentPlaces';
import type { DocumentComment } from '../../revise/revisedDocument';
import { excerpt, reviserLabel } from './changeLabels';

/** The comments of a document in the margin of the draft, where they can be answered, resolved and deleted. */
export class CommentMargin implements vscode.Disposable {
  private controller: vscode.CommentController | undefined;
  private threads: vscode.CommentThread[] = [];
  private document: vscode.TextDocument | undefined;

  show(document: vscode.TextDocument, threads: readonly CommentThread[]): void {
    this.document = document;
    this.controller ??= vscode.comments.createCommentController('gongwen.revise', vscode.l10n.t('Comments from Word'));
    this.controller.options = { prompt: vscode.l10n.t('Answer…'), placeHolder: vscode.l10n.t('Your answer') };
    for (const thread of threads) this.threads.push(this.threadOf(this.controller, document, thread));
  }

  private threadOf(
    controller: vscode.CommentController,
    document: vscode.TextDocument,
    from: CommentThread,
  ): vscode.CommentThread {
    const range = new vscode.Range(document.positionAt(from.start), document.positionAt(from.end));
    const thread = controller.createCommentThread(document.uri, range, from.comments.map(commentOf));
    thread.label = from.isGone
      ? vscode.l10n.t('On text that is gone: “{0}”', excerpt(from.quoted))
      : vscode.l10n.t('On “{0}”', excerpt(from.quoted));
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    setResolved(thread, from.resolved);
    return thread;
  }

  reply(what: unknown): void {
    const { thread, text } = what as vscode.CommentReply;
    const comment = { author: vscode.l10n.t('You'), date: '', text };
    thread.comments = [...thread.comments, commentOf(comment)];
  }

  resolve(what: unknown, isResolved: boolean): void {
    const thread = this.threadIn(what);
    if (thread) setResolved(thread, isResolved);
  }

  delete(what: unknown): void {
    const thread = this.threadIn(what);
    thread?.dispose();
    this.threads = this.threads.filter((one) => one !== thread);
  }

  /** Writes a thread into the draft, as a remark that the export leaves out. */
  async write(what: unknown): Promise<void> {
    const thread = this.threadIn(what);
    if (!thread || !this.document) return;
    const remarks = thread.comments.map(
      ({ author, body }) => `${author.name}：${typeof body === 'string' ? body : body.value}`,
    );
    const text = `<!-- ${remarks.join('；').replaceAll('\n', ' ').replaceAll('--', '—')} -->`; // prettier-ignore
    const edit = new vscode.WorkspaceEdit();
    edit.insert(this.document.uri, thread.range?.end ?? new vscode.Position(0, 0), text);
    if (await vscode.workspace.applyEdit(edit)) this.delete(thread);
  }

  /** Menus hand over the thread, keys the comment or nothing. */
  private threadIn(what: unknown): vscode.CommentThread | undefined {
    return this.threads.find(
      (thread) => thread === what || (what as vscode.CommentReply | undefined)?.thread === thread,
    );
  }

  clear(): void {
    for (const thread of this.threads.splice(0)) thread.dispose();
  }

  dispose(): void {
    this.clear();
    this.controller?.dispose();
  }
}

const commentOf = ({ author, date, text }: Pick<DocumentComment, 'author' | 'date' | 'text'>): vscode.Comment => {
  const timestamp = new Date(date);
  return {
    author: { name: author || vscode.l10n.t('Unknown') },
    body: text,
    mode: vscode.CommentMode.Preview,
    // Word writes local time as if it were universal.
    label: date ? reviserLabel({ author: '', date }) : '',
    ...(Number.isNaN(timestamp.getTime()) && { contextValue: 'undated' }),
  };
};

function setResolved(thread: vscode.CommentThread, isResolved: boolean): void {
  thread.state = isResolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  thread.contextValue = isResolved ? 'resolved' : 'open';
}
