import * as vscode from 'vscode';
import { baseName, fileName } from '../../base/fileName';
import { quoteCategory } from '../../library/categories';
import { showError, showInformation } from '../shared/messages';
import type { NewArticle } from './articleWriter';
import { writeArticles } from './articleWriter';
import type { Clip } from './clip';
import { blocksBelow, linesOf, titleOf, withoutMark } from './clip';
import { askClip } from './clipInput';
import type { IntakeEngine } from './importRun';
import type { LibrarySources } from '../library/librarySources';
import { editFile } from '../shared/editFile';
import { exists } from '../shared/files';

/** What clipping needs of the rest. */
export interface ClipParts {
  readonly sources: LibrarySources;
  readonly engine: IntakeEngine;
}

/** Saves what is selected in an editor as an article of its own, or as a quote in the writer's collection. */
export class ClipCommand {
  /** Category of the article that was clipped last. */
  private lastCategory = '';

  constructor(private readonly parts: ClipParts) {}

  async run(kind: 'article' | 'quote'): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const text = editor?.selections
      .map((selection) => editor.document.getText(selection).trim())
      .filter(Boolean)
      .join('\n\n');
    if (!editor || !text) {
      void showInformation(vscode.l10n.t('Select the text to save first.'));
      return;
    }
    const clip = await askClip(kind === 'quote' ? vscode.l10n.t('Save as Quote') : vscode.l10n.t('Save as Material'), {
      title: kind === 'article' ? titleOf(text) : '',
      tags: [],
      category: this.category(kind, text),
      source: nameOf(editor.document),
    });
    if (!clip) return;
    if (kind === 'article') this.lastCategory = clip.category;
    try {
      const uri = kind === 'quote' ? await this.addQuotes(text, clip) : await this.addArticle(text, clip);
      if (uri) await this.parts.sources.announce([uri]);
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Saved to the library'), 3000);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('The text could not be saved: {0}', reason));
    }
  }

  /** What the title speaks for, else what was chosen last. */
  private category(kind: 'article' | 'quote', text: string): string {
    return kind === 'quote' ? quoteCategory : this.parts.engine.categoryOfTitle(titleOf(text)) || this.lastCategory;
  }

  private async addArticle(
    text: string,
    { title: named, category, tags, source }: Clip,
  ): Promise<vscode.Uri | undefined> {
    const { toMarkdown } = this.parts.engine;
    const title = named || titleOf(text);
    const article: NewArticle = {
      folder: category ? fileName(category) : '',
      name: fileName(title),
      text: toMarkdown({ title, category, tags, source, date: '' }, blocksBelow(title, text)),
    };
    const written = await writeArticles(this.parts.sources.personalFolder, [article], noCancellation());
    return written[0]?.uri;
  }

  /** Quotes of a category are items of one collection; tags and source stand below each. */
  private async addQuotes(quotes: string, { category, tags, source }: Clip): Promise<vscode.Uri | undefined> {
    const { toMarkdown } = this.parts.engine;
    const title = vscode.l10n.t('My Quotes');
    const folder = fileName(category || quoteCategory);
    const uri = vscode.Uri.joinPath(this.parts.sources.personalFolder, folder, `${fileName(title)}.md`);
    const about = [source && vscode.l10n.t('Source: {0}', source), ...tags.map((tag) => `#${tag}`)]
      .filter(Boolean)
      .join(' ');
    const notIn = (text: string): string => {
      const kept = new Set(text.split(/\r?\n/));
      return linesOf(quotes)
        .map((line) => `- ${withoutMark(line)}`)
        .filter((item) => !kept.has(item))
        .map((item) => `${item}${about ? `\n\n  ${about}` : ''}`)
        .join('\n\n');
    };
    if (await exists(uri)) {
      await editFile(uri, (text) => {
        const items = notIn(text);
        return items ? `${text.trimEnd()}\n\n${items}\n` : text;
      });
      return uri;
    }
    const head = toMarkdown({ title, category: category || quoteCategory, tags: [], source: '', date: '' }, []);
    const written = await writeArticles(
      this.parts.sources.personalFolder,
      [{ folder, name: fileName(title), text: `${head.trimEnd()}\n\n${notIn('')}\n` }],
      noCancellation(),
    );
    return written[0]?.uri;
  }
}

/** Name of the file that a text is from, without its ending. */
const nameOf = ({ isUntitled, uri }: vscode.TextDocument): string =>
  isUntitled ? '' : baseName(uri.path).replace(/\.[^.]*$/, '');

const noCancellation = (): vscode.CancellationToken => new vscode.CancellationTokenSource().token;
