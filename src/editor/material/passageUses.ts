import * as vscode from 'vscode';
import type { BorrowedIndex } from '../../draft/checks/borrowedIndex';
import { once } from '../../base/once';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import { isOwn } from '../../library/pack';
import type * as engineModule from '../engine';
import type { ImportedFiles } from '../shared/importedFiles';
import { usesLabel } from '../shared/labels';
import { showInformation } from '../shared/messages';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';
import type { Material } from './material';
import { shownRow, shownText } from '../shared/shownText';

/** Shorter passages are everywhere. */
const shortestCompared = 20;
/** Passages of an article that are looked for in a file, from its beginning to its end. */
const mostCompared = 6;

/** A draft that holds a passage. */
export interface Use {
  readonly uri: vscode.Uri;
  /** Where the passage begins in the draft, in UTF-16 units; line ends count one. */
  readonly offset: number;
}

/** In which drafts of the workspace passages stand. The drafts are read when it is first asked, and followed from then on. */
export class PassageUses {
  private index: BorrowedIndex | undefined;
  private hasRead = false;
  private readonly read = once(async () => {
    const { BorrowedIndex } = await this.engine();
    await this.library.load();
    this.index = new BorrowedIndex();
    await this.drafts.keepIn(this.index);
    this.hasRead = true;
  });

  constructor(
    private readonly library: Library,
    private readonly drafts: WorkspaceDrafts,
    private readonly imported: ImportedFiles,
    private readonly engine: () => Promise<typeof engineModule>,
  ) {}

  /** The drafts that hold a passage, the one that holds most of it first. Phrases are everybody's, and articles are not looked for. */
  async find(material: Material): Promise<readonly Use[]> {
    await this.read();
    return this.known(material);
  }

  /** Has the drafts read. @returns resolves once they have been; undefined when that was before */
  reading(): Promise<void> | undefined {
    return this.hasRead ? undefined : this.read();
  }

  /** As `find`, in the drafts that have been read so far. */
  known({ article, passage }: Material): readonly Use[] {
    void this.read();
    const { index } = this;
    if (!index || !passage || passage.kind === 'phrase') return [];
    return index
      .holders(passage.text)
      .filter(({ id }) => !this.isOrigin(index, id, article))
      .map(({ id, offset }) => ({ uri: vscode.Uri.parse(id), offset }));
  }

  /**
   * Whether an article was taken in from a file: that was imported as it lies there, and holds most of what is looked at of the
   * article, which the writer may have edited since.
   */
  private isOrigin(index: BorrowedIndex, id: string, article: Article): boolean {
    if (!isOwn(article) || !this.imported.has(this.drafts.checksum(id))) return false;
    const long = article.passages.filter(({ text }) => text.length >= shortestCompared);
    const looked = long.filter((_, at) => at % Math.ceil(long.length / mostCompared) === 0);
    const held = looked.filter(({ text }) => index.holders(text).some((holder) => holder.id === id));
    return 2 * held.length > looked.length || looked.length === 0;
  }

  /** Opens a draft that holds a passage, with the cursor where it begins; asks which where there are several. */
  async show(material: Material): Promise<void> {
    const uses = await this.find(material);
    const [only, ...others] = uses;
    if (!only) {
      void showInformation(vscode.l10n.t('No draft of this workspace holds this passage.'));
      return;
    }
    const rows = uses.map((use) => shownRow({ label: nameOf(use), use }));
    const title = vscode.l10n.t('Drafts That Hold the Passage');
    const chosen = others.length === 0 ? { use: only } : await vscode.window.showQuickPick(rows, { title });
    if (!chosen) return;
    const document = await vscode.workspace.openTextDocument(chosen.use.uri);
    const before = document.getText().replaceAll('\r\n', '\n').slice(0, chosen.use.offset).split('\n');
    const start = new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
  }
}

const nameOf = ({ uri }: Use): string => vscode.workspace.asRelativePath(uri);

/** What a row says of the uses of its passage; empty for none. */
export const describeUses = (uses: readonly Use[]): string => usesLabel(vscode.l10n.t, uses.map(nameOf));

/** Adds the uses of its passage to the tooltip of an item. Names of files are untrusted, so they go in as text. */
export function addUses(item: vscode.TreeItem, uses: readonly Use[]): vscode.TreeItem {
  if (uses.length > 0 && item.tooltip instanceof vscode.MarkdownString)
    item.tooltip.appendMarkdown('\n\n---\n\n').appendText(shownText(describeUses(uses)));
  return item;
}
