import * as vscode from 'vscode';
import type { PlannedArticle } from '../../intake/plan/planImport';
import type { FrontMatter } from '../../library/document';
import { askCategory } from '../shared/askCategory';
import { promptForProperties } from '../shared/promptForProperties';
import type { Folders } from './askFiles';
import { askFolder } from './askFiles';
import { setContext } from '../shared/contextKeys';
import { CoveredTabs } from '../shared/coveredTabs';
import { previewScheme } from '../shared/drafts';
import type { Choice, ChosenArticle } from './choice';
import { previewTitle } from './importOutcome';
import { articleWarnings, importReport } from './importReport';
import type { ImportResult, IntakeEngine, RemovedText } from './importRun';
import { chooseRemoved } from './removedPicker';
import { isNotable, removedDocument, removedTexts } from './removedTexts';
import type { VirtualDocuments } from './virtualDocuments';
import { labelText, shownText } from '../shared/shownText';

interface Row extends vscode.QuickPickItem {
  readonly article: ChosenArticle;
}

/** Longest that the echo of new rows takes; nobody ticks anything that fast. */
const echoMilliseconds = 400;

/**
 * Shows what an import would write, in a quick pick: every article with its category, length and warnings, ticked unless
 * the library holds it. Buttons show it, rename it, move it to another category, and edit its tags, source and date. Nothing is written before OK.
 */
export class ImportPreview {
  private readonly pick = vscode.window.createQuickPick<Row>();
  private readonly buttons = {
    show: { iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Show Text') },
    rename: { iconPath: new vscode.ThemeIcon('edit'), tooltip: vscode.l10n.t('Rename') },
    category: { iconPath: new vscode.ThemeIcon('symbol-folder'), tooltip: vscode.l10n.t('Change Category') },
    properties: { iconPath: new vscode.ThemeIcon('tag'), tooltip: vscode.l10n.t('Edit Tags, Source and Date') },
    report: { iconPath: new vscode.ThemeIcon('list-unordered'), tooltip: vscode.l10n.t('Show Report') },
    removed: { iconPath: new vscode.ThemeIcon('discard'), tooltip: vscode.l10n.t('Put Back What Was Removed…') },
    folder: { iconPath: new vscode.ThemeIcon('folder-opened'), tooltip: vscode.l10n.t('Change Folder') },
  };
  private articles: ChosenArticle[];
  private readonly ticked: Set<PlannedArticle>;
  private folder: Folders[number];
  /** What was removed and is put back. */
  private kept: ReadonlySet<RemovedText> = new Set();
  /** Until then, to hear that nothing is ticked is the echo of rows that are new; the ticks that were set follow. */
  private settledAt = 0;
  /** Whether another input has taken the place of the quick pick for a moment. */
  private asking = false;
  /** The last text that is shown in passing. */
  private shown = Promise.resolve();
  private settle: (choice: Choice | undefined) => void = () => undefined;

  constructor(
    private readonly result: ImportResult,
    private readonly engine: IntakeEngine,
    private readonly documents: VirtualDocuments,
    private readonly folders: Folders,
    private readonly categories: readonly string[],
  ) {
    const [folder] = folders;
    if (!folder) throw new Error('an import needs a folder');
    this.folder = folder;
    this.articles = result.articles.map((planned) => ({
      planned,
      front: planned.draft.front,
      blocks: planned.draft.blocks,
    }));
    this.ticked = new Set(result.articles.filter(({ known }) => !known));
  }

  /** Resolves with what to write, or undefined when the writer wants nothing of it. */
  async open(): Promise<Choice | undefined> {
    // Texts and the report are shown while it is open.
    const covered = new CoveredTabs(previewScheme);
    const choice = await this.choose();
    // What cannot be shown keeps nothing from being written.
    await this.shown.catch(() => undefined);
    await covered.uncover({ preserveFocus: false });
    return choice;
  }

  private choose(): Promise<Choice | undefined> {
    const { pick } = this;
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    // Texts and the report are read while it is open.
    pick.ignoreFocusOut = true;
    const { report, removed, folder } = this.buttons;
    pick.buttons = removedTexts(this.result).length > 0 ? [removed, report, folder] : [report, folder];
    pick.onDidChangeSelection((rows) => this.tick(rows));
    pick.onDidTriggerItemButton(({ item, button }) => void this.press(item, button));
    pick.onDidTriggerButton((button) => void this.pressTitle(button));
    return new Promise((resolve) => {
      this.settle = resolve;
      pick.onDidAccept(() => this.accept());
      pick.onDidHide(() => void (this.asking || this.close(undefined)));
      this.update();
      pick.show();
      setContext('gongwen.previewsImport', true);
      if (isNotable(this.result)) void this.showRemoved();
    });
  }

  private accept(): void {
    const articles = this.articles.filter(({ planned }) => this.ticked.has(planned));
    this.close({ articles, folder: this.folder.uri });
  }

  private close(choice: Choice | undefined): void {
    setContext('gongwen.previewsImport', false);
    this.settle(choice);
    this.pick.dispose();
  }

  private update(): void {
    const { missing } = this.result;
    this.pick.title = shownText(previewTitle(vscode.l10n.t, this.result, this.folder.label));
    this.pick.placeholder = missing.length
      ? vscode.l10n.t('{0} promised article(s) are missing: see the report', missing.length)
      : vscode.l10n.t('Tick what to import');
    const rows = this.articles.map((article) => this.row(article));
    this.settledAt = Date.now() + echoMilliseconds;
    this.pick.items = rows;
    this.pick.selectedItems = rows.filter(({ article }) => this.ticked.has(article.planned));
  }

  private row(article: ChosenArticle): Row {
    const { planned, front } = article;
    const category = front.category || vscode.l10n.t('Uncategorised');
    const warnings = articleWarnings(vscode.l10n.t, planned);
    return {
      article,
      label: labelText(front.title),
      description: labelText(`${category} · ${vscode.l10n.t('{0} characters', planned.draft.characters)}`),
      detail: [
        ...(warnings.length ? [`$(warning) ${labelText(warnings.join(' · '))}`] : []),
        ...(front.source ? [labelText(vscode.l10n.t('Source: {0}', front.source))] : []),
        ...(front.date ? [labelText(vscode.l10n.t('Date: {0}', front.date))] : []),
        ...(front.tags.length ? [labelText(vscode.l10n.t('Tags: {0}', front.tags.join('、')))] : []),
        labelText(planned.from),
      ].join(' · '),
      buttons: [this.buttons.show, this.buttons.rename, this.buttons.category, this.buttons.properties],
    };
  }

  /** Rows that a filter hides keep their ticks. */
  private tick(rows: readonly Row[]): void {
    const echo = rows.length === 0 && Date.now() < this.settledAt;
    if (this.asking || echo) return;
    this.ticked.clear();
    for (const { article } of rows) this.ticked.add(article.planned);
  }

  private async press({ article }: Row, button: vscode.QuickInputButton): Promise<void> {
    if (button === this.buttons.show) await this.show(article);
    else if (button === this.buttons.rename) await this.ask(() => this.rename(article));
    else if (button === this.buttons.category) await this.ask(() => this.recategorise(article));
    else await this.ask(() => this.describe(article));
  }

  private async pressTitle(button: vscode.QuickInputButton): Promise<void> {
    if (button === this.buttons.report) {
      const text = importReport(vscode.l10n.t, {
        ...this.result,
        articles: this.articles.map(({ planned }) => planned),
      });
      await this.showInPassing(vscode.l10n.t('Import Report'), text);
    } else if (button === this.buttons.removed) await this.restore();
    else await this.ask(() => this.changeFolder());
  }

  private async show({ front, blocks }: ChosenArticle): Promise<void> {
    await this.showInPassing(front.title, this.engine.toMarkdown(front, blocks));
  }

  private async showRemoved(): Promise<void> {
    const text = removedDocument(vscode.l10n.t, this.result);
    await this.showInPassing(vscode.l10n.t('Removed'), text);
  }

  private showInPassing(name: string, text: string): Promise<void> {
    const show = (): Promise<void> => this.documents.show(name, text, { preserveFocus: true });
    return (this.shown = this.shown.then(show, show));
  }

  /** Lists what was removed; what the writer chooses goes back to its place. */
  async restore(): Promise<void> {
    if (!this.asking && removedTexts(this.result).length > 0) await this.ask(() => this.chooseKept());
  }

  private async chooseKept(): Promise<void> {
    this.kept = await chooseRemoved(this.result, this.kept);
    for (const from of new Set(this.articles.map(({ planned }) => planned.from))) {
      const own = this.articles.filter(({ planned }) => planned.from === from);
      const pieces = removedTexts(this.result).filter((one) => one.from === from && this.kept.has(one));
      const texts = this.engine.putBack(
        own.map(({ planned }) => planned.draft.blocks),
        pieces,
      );
      for (const [at, article] of own.entries()) this.replace(article, {}, texts[at]);
    }
  }

  /** Another input takes the place of the quick pick, which comes back as it was. */
  private async ask(question: () => Promise<void>): Promise<void> {
    this.asking = true;
    try {
      await question();
    } finally {
      this.update();
      this.pick.show();
      this.asking = false;
    }
  }

  private async rename(article: ChosenArticle): Promise<void> {
    const title = await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename'),
      value: article.front.title,
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('An article needs a title.')),
    });
    if (title !== undefined) this.replace(article, { title: title.trim().replace(/\s+/g, ' ') });
  }

  private async recategorise(article: ChosenArticle): Promise<void> {
    const category = await askCategory(this.categories, article.front.category);
    if (category !== undefined) this.replace(article, { category });
  }

  private async describe(article: ChosenArticle): Promise<void> {
    const changes = await promptForProperties([article.front]);
    if (changes) this.replace(article, changes);
  }

  private replace(article: ChosenArticle, change: Partial<FrontMatter>, blocks = article.blocks): void {
    this.articles = this.articles.map((one) =>
      one === article ? { ...one, front: { ...one.front, ...change }, blocks } : one,
    );
  }

  private async changeFolder(): Promise<void> {
    this.folder = (await askFolder(this.folders)) ?? this.folder;
  }
}
