import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { IntakeProblemCode } from '../../intake/problem';
import type { DraftChange } from '../../revise/draftChange';
import type { TakenBack } from '../../revise/takeBack';
import { describeIntakeProblem } from '../import/importProblems';
import type { Drafts } from '../shared/drafts';
import { showError, showInformation, showWarning } from '../shared/messages';
import { askDocument, askDraft, isWordFile } from './askFiles';
import { ChangesView } from './changesView';
import { CommentMargin } from './commentMargin';
import { keepAsTerm } from './keepAsTerm';
import { ProposedText } from './proposedText';
import { Review } from './review';
import { ReviewDecorations } from './reviewDecorations';
import { setContext } from '../shared/contextKeys';
import type { WordReader } from '../shared/wordReader';

/** Below this share of common characters a document is hardly one that the draft became. */
const leastCommon = 0.3;

/** Takes changes back, and what can be done with them. One draft is reviewed at a time. */
export class TakeBackCommand implements vscode.Disposable {
  private review: Review | undefined;
  private readonly margin = new CommentMargin();
  private readonly view = new ChangesView(this.margin);
  private readonly decorations = new ReviewDecorations();
  private readonly proposed = new ProposedText();

  constructor(
    private readonly drafts: Drafts,
    private readonly words: () => Promise<WordReader>,
  ) {}

  /**
   * @param what the Word document, or the draft when it was called in its editor
   * @param options `draft`: the draft that the document is of
   * @returns how many changes and comments came back; undefined where nothing was compared
   */
  async run(what: unknown, options: unknown): Promise<{ changes: number; comments: number } | undefined> {
    const given = what instanceof vscode.Uri ? what : undefined;
    const named = (options as { draft?: unknown } | undefined)?.draft;
    const open = given && !isWordFile(given) ? given : undefined;
    const word =
      given && isWordFile(given) ? given : await askDocument(open ?? (await this.drafts.editor())?.document.uri);
    if (!word) return undefined;
    const draft = named instanceof vscode.Uri ? named : (open ?? (await askDraft(word, this.drafts)));
    if (!draft) return undefined;
    const document = await vscode.workspace.openTextDocument(draft);
    const found = await this.read(word, document);
    if (!found || !(await this.isMeant(found, word, document))) return undefined;
    const taken = await withoutOwnEdits(found, word, document);
    if (!taken) return undefined;
    const counts = { changes: taken.changes.length, comments: taken.threads.length };
    if (counts.changes + counts.comments + taken.unplaced.length === 0) {
      void showInformation(
        vscode.l10n.t('“{0}” says what the draft says: there is nothing to take over.', baseName(word.path)),
      );
      return counts;
    }
    await this.show(taken, word, document);
    return counts;
  }

  private async read(word: vscode.Uri, document: vscode.TextDocument): Promise<TakenBack | undefined> {
    const name = baseName(word.path);
    const tell = (code: IntakeProblemCode): undefined => {
      void showError(describeIntakeProblem(vscode.l10n.t, { code, name, detail: '' }));
    };
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(word);
    } catch {
      return tell('unreadable');
    }
    const title = vscode.l10n.t('Reading “{0}”', name);
    const text = document.getText();
    const outcome = await (await this.words()).run(title, 'takeBack', text, document.languageId, bytes);
    if (!outcome) return undefined;
    return 'code' in outcome ? tell(outcome.code) : outcome.result;
  }

  private async isMeant({ common }: TakenBack, word: vscode.Uri, { uri }: vscode.TextDocument): Promise<boolean> {
    if (common >= leastCommon) return true;
    const compare = vscode.l10n.t('Compare All the Same');
    const [name, draft, share] = [baseName(word.path), baseName(uri.path), Math.round(100 * common)];
    const message = vscode.l10n.t(
      '“{0}” has little in common with “{1}” ({2} % of its text). Is it the right document?',
      name,
      draft,
      share,
    );
    return (await showWarning(message, [compare], { modal: true })) === compare;
  }

  private async show(taken: TakenBack, word: vscode.Uri, document: vscode.TextDocument): Promise<void> {
    this.close();
    const review = new Review(document, baseName(word.path), taken);
    this.review = review;
    setContext('gongwen.reviewing', true);
    await vscode.window.showTextDocument(document);
    this.margin.show(document, taken.threads);
    this.view.show(review);
    this.decorations.show(review);
    this.proposed.show(review);
    review.onDidEnd(() => this.close());
    await vscode.commands.executeCommand('gongwen.changes.focus', { preserveFocus: true });
    await review.go(1, true);
  }

  /** Goes to the next or previous change that is open. */
  async go(direction: 1 | -1): Promise<void> {
    await this.review?.go(direction);
  }

  async accept(node: unknown): Promise<void> {
    const { review } = this;
    const change = review?.numberOf(node);
    if (!review || change === undefined) return;
    if (await review.accept([change])) await review.go(1, true);
  }

  async reject(node: unknown): Promise<void> {
    const { review } = this;
    const change = review?.numberOf(node);
    if (!review || change === undefined) return;
    review.reject([change]);
    await review.go(1, true);
  }

  async acceptMany(): Promise<void> {
    const chosen = await this.review?.askWhose(vscode.l10n.t('Accept All Changes'));
    if (chosen) await this.review?.accept(chosen);
  }

  async rejectMany(): Promise<void> {
    const chosen = await this.review?.askWhose(vscode.l10n.t('Reject All Changes'));
    if (chosen) this.review?.reject(chosen);
  }

  /** Compares the draft with what it becomes when all that is open is taken over. */
  async compare(): Promise<void> {
    if (this.review) await this.proposed.compare(this.review);
  }

  async keepTerm(node: unknown): Promise<void> {
    const { review } = this;
    if (review) await keepAsTerm(review, review.lastReplacement(node));
  }

  reply(reply: unknown): void {
    this.margin.reply(reply);
  }

  resolve(thread: unknown, isResolved: boolean): void {
    this.margin.resolve(thread, isResolved);
  }

  deleteThread(thread: unknown): void {
    this.margin.delete(thread);
  }

  async writeThread(thread: unknown): Promise<void> {
    await this.margin.write(thread);
  }

  /** Ends the review; the draft stays as it is. */
  close(): void {
    this.review?.dispose();
    this.review = undefined;
    setContext('gongwen.reviewing', false);
    for (const part of [this.view, this.decorations, this.margin]) part.clear();
  }

  dispose(): void {
    this.close();
    for (const part of [this.view, this.decorations, this.margin, this.proposed]) part.dispose();
  }
}

/** Where the draft was edited since its export, what is not tracked may undo that: the writer decides whether it is shown. */
async function withoutOwnEdits(
  taken: TakenBack,
  word: vscode.Uri,
  { uri }: vscode.TextDocument,
): Promise<TakenBack | undefined> {
  const isTracked = ({ by }: Pick<DraftChange, 'by'>): boolean => by !== undefined;
  const own = taken.changes.filter((change) => !isTracked(change)).length;
  if (!taken.isEdited || own === 0) return taken;
  const [leave, show] = [vscode.l10n.t('Leave Them Out'), vscode.l10n.t('Show Them')];
  const message = vscode.l10n.t(
    '“{0}” was edited after “{1}” was exported. {2} change(s) are not tracked: they may be your own edits, which would be undone.',
    baseName(uri.path),
    baseName(word.path),
    own,
  );
  const chosen = await showWarning(message, [leave, show], { modal: true });
  if (chosen === undefined) return undefined;
  return chosen === show
    ? taken
    : { ...taken, changes: taken.changes.filter(isTracked), unplaced: taken.unplaced.filter(isTracked) };
}
