import * as vscode from 'vscode';
import { checksumOf } from '../../base/checksum';
import { once } from '../../base/once';
import { finishInSlices } from '../../base/slices';
import type { Article } from '../../library/article';
import type { PackedArticle } from '../../library/packedArticle';
import { unpackArticle } from '../../library/packedArticle';
import type { PackedSource } from '../../library/source';
import type { PreparedIndex } from '../../search/persistence/indexSerialization';

/** What ships with the extension, put into one file by the build: a browser host cannot list a folder. */
interface Shipped {
  readonly articles: readonly PackedArticle[];
  /** Texts of the snippet files. */
  readonly snippets: readonly string[];
}

/** The articles and snippets that ship with the extension; read once, when they are first needed. */
export class ShippedFiles implements PackedSource {
  readonly origin = 'builtin';
  readonly uri: string;

  /** The same articles each time, so that whoever has indexed them need not do it again. */
  readonly articles = once(async (): Promise<readonly Article[]> => {
    const { articles } = await this.read();
    const corpus = vscode.Uri.joinPath(this.extensionUri, 'corpus');
    return articles.map((packed) => {
      const uri = vscode.Uri.joinPath(corpus, packed.path);
      return unpackArticle(packed, uri.toString(), this.origin);
    });
  });

  private readonly read = once(async (): Promise<Shipped & { readonly key: string }> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(this.uri));
    const key = await finishInSlices(checksumOf(bytes));
    return { ...(JSON.parse(new TextDecoder().decode(bytes)) as Shipped), key };
  });

  constructor(private readonly extensionUri: vscode.Uri) {
    this.uri = vscode.Uri.joinPath(extensionUri, 'dist', 'shipped.json').toString();
  }

  /** Texts of the snippet files. */
  async snippets(): Promise<readonly string[]> {
    return (await this.read()).snippets;
  }

  /** Tables for completion as `readTables` takes them, and the key of the articles. */
  async completionTables(): Promise<{ readonly bytes: Uint8Array; readonly key: string }> {
    return { bytes: await this.bytes('completion.bin'), key: (await this.read()).key };
  }

  /** The index of the articles. */
  async searchIndex(): Promise<PreparedIndex> {
    return { bytes: await this.bytes('searchIndex.bin'), articles: await this.articles() };
  }

  private async bytes(name: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'dist', name));
  }
}
