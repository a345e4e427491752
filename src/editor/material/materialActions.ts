import * as vscode from 'vscode';
import type { Drafts } from '../shared/drafts';
import { insertedText, insertText } from './insertMaterial';
import type { Material } from './material';
import { citation, referenceTo } from './material';
import type { Reader } from './reader';
import type { UsedMaterial } from './usedMaterial';

/** What a writer does with material, wherever it is shown: the tree, search results, the reader. */
export class MaterialActions {
  constructor(
    private readonly drafts: Drafts,
    private readonly reader: Reader,
    private readonly used: UsedMaterial,
  ) {}

  /** Inserts into the draft, placeholders as tab stops. */
  async insert(material: Material): Promise<void> {
    if (await insertText(this.drafts, insertedText(material))) await this.used.addRecent(referenceTo(material));
  }

  /** Opens the article with the cursor on the material, or on what was found in it. */
  async open(material: Material, options: { toSide?: boolean } = {}): Promise<void> {
    const { start, end } = material.match ?? { start: 0, end: 0 };
    const place = { offset: material.offset + start, length: end - start };
    await this.reader.open(material.article, { place, toSide: options.toSide ?? false });
  }

  /** Shows material beside the draft without leaving the search; see `Reader.preview`. */
  async preview(material: Material): Promise<void> {
    const { article, offset, text, match } = material;
    const found = match && { offset: offset + match.start, length: match.end - match.start };
    await this.reader.preview(article, { offset, length: text.length }, found);
  }

  /** Takes the preview away. */
  endPreview(): Promise<void> {
    return this.reader.endPreview();
  }

  /** Puts the text on the clipboard. */
  async copy(material: Material): Promise<void> {
    await vscode.env.clipboard.writeText(insertedText(material));
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
    await this.used.addRecent(referenceTo(material));
  }

  /** Puts the text on the clipboard, with where it is from. */
  async copyWithSource(material: Material): Promise<void> {
    await vscode.env.clipboard.writeText(`${insertedText(material)}${citation(material)}`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
    await this.used.addRecent(referenceTo(material));
  }

  /** Marks as favourite, or takes the mark away. */
  async toggleFavorite(material: Material): Promise<void> {
    const favorite = await this.used.toggleFavorite(referenceTo(material));
    vscode.window.setStatusBarMessage(
      favorite
        ? vscode.l10n.t('$(star-full) Added to favourites')
        : vscode.l10n.t('$(star-empty) Removed from favourites'),
      2000,
    );
  }
}
