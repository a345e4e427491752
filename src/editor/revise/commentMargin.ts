import * as vscode from 'vscode';
import { withoutEnd } from '../../base/endRun';
import type { CommentThread } from '../../revise/commentPlaces';
import type { DocumentComment } from '../../revise/revisedDocument';
import { shiftedRange } from '../../revise/trackedChanges';
import type { TextRange } from '../../text/fold';
import { excerpt, reviserLabel } from './changeLabels';
import { shownText } from '../shared/shownText';

/** The comments of a document in the margin of the draft, where they can be answered, resolved and deleted. */
export class CommentMargin implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** A comment was resolved, reopened, deleted or written into the draft. */
  readonly onDidChange = this.changed.event;
  private controller: vscode.CommentController | undefined;
  private threads: vscode.CommentThread[] = [];
  private document: vscode.TextDocument | undefined;
  private readonly places = new Map<vscode.CommentThread, TextRange>();
  private readonly subscription = vscode.workspace.onDidChangeTextDocument((event) => this.follow(event));

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
    const thread = controller.createCommentThread(document.uri, rangeOf(document, from), from.comments.map(commentOf));
    this.places.set(thread, from);
    thread.label = from.isGone
      ? vscode.l10n.t('On text that is gone: “{0}”', excerpt(from.quoted))
      : vscode.l10n.t('On “{0}”', excerpt(from.quoted));
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    setResolved(thread, from.resolved);
    return thread;
  }

  /** Threads stay with their text; without us the editor would leave them on their line. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.document || contentChanges.length === 0) return;
    for (const [thread, place] of this.places) {
      // The changes of an event are told from the end of the document to its beginning, so each is right for the next.
      const { start, end } = contentChanges.reduce(shiftedRange, place);
      this.places.set(thread, { start, end });
      thread.range = rangeOf(document, { start, end });
    }
  }

  /** Threads that are not resolved. */
  get open(): number {
    return this.threads.filter(({ state }) => state === vscode.CommentThreadState.Unresolved).length;
  }

  reply(what: unknown): void {
    const { thread, text } = what as vscode.CommentReply;
    const comment = { author: vscode.l10n.t('You'), date: '', text };
    thread.comments = [...thread.comments, commentOf(comment)];
  }

  resolve(what: unknown, isResolved: boolean): void {
    const thread = this.threadIn(what);
    if (!thread) return;
    setResolved(thread, isResolved);
    this.changed.fire();
  }

  delete(what: unknown): void {
    const thread = this.threadIn(what);
    thread?.dispose();
    if (thread) this.places.delete(thread);
    this.threads = this.threads.filter((one) => one !== thread);
    this.changed.fire();
  }

  /** Writes a thread into the draft, as a remark that the export leaves out. */
  async write(what: unknown): Promise<void> {
    const thread = this.threadIn(what);
    if (!thread || !this.document) return;
    const remarks = thread.comments.map(
      ({ author, body }) => `${author.name}：${withoutEnd(typeof body === 'string' ? body : body.value, /[。；\s]/)}`,
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
    this.places.clear();
  }

  dispose(): void {
    this.clear();
    this.subscription.dispose();
    this.changed.dispose();
    this.controller?.dispose();
  }
}

const rangeOf = (document: vscode.TextDocument, { start, end }: TextRange): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

const commentOf = ({ author, date, text }: Pick<DocumentComment, 'author' | 'date' | 'text'>): vscode.Comment => {
  const timestamp = new Date(date);
  return {
    author: { name: shownText(author) || vscode.l10n.t('Unknown') },
    body: shownText(text),
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
