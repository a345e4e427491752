import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { PackedArticle } from '../../library/packedArticle';
import { unpackArticle } from '../../library/packedArticle';
import type { PackedSource } from '../../library/source';

/** What ships with the extension, put into one file by the build: a browser host cannot list a folder. */
interface Shipped {
  readonly articles: readonly PackedArticle[];
  /** Texts of the snippet files. */
  readonly snippets: readonly string[];
  /** A table as `Collocations` reads it. */
  readonly collocations: string;
}

/** The articles, snippets and collocations that ship with the extension; read once, when they are first needed. */
export class ShippedFiles implements PackedSource {
  readonly origin = 'builtin';
  private reading: Promise<Shipped> | undefined;

  readonly uri: string;

  constructor(private readonly extensionUri: vscode.Uri) {
    this.uri = vscode.Uri.joinPath(extensionUri, 'dist', 'shipped.json').toString();
  }

  async articles(): Promise<readonly Article[]> {
    const { articles } = await this.read();
    const corpus = vscode.Uri.joinPath(this.extensionUri, 'corpus');
    return articles.map((packed) => {
      const uri = vscode.Uri.joinPath(corpus, packed.path);
      return unpackArticle(packed, uri.toString(), this.origin);
    });
  }

  /** Texts of the snippet files. */
  async snippets(): Promise<readonly string[]> {
    return (await this.read()).snippets;
  }

  /** The table of words that are in common use together. */
  async collocations(): Promise<string> {
    return (await this.read()).collocations;
  }

  private read(): Promise<Shipped> {
    // A failure is not kept: the next one who asks tries again.
    this.reading ??= this.readFile().catch((error: unknown) => {
      this.reading = undefined;
      throw error;
    });
    return this.reading;
  }

  private async readFile(): Promise<Shipped> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(this.uri));
    return JSON.parse(new TextDecoder().decode(bytes)) as Shipped;
  }
}
