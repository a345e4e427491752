import type * as vscode from 'vscode';

const key = 'gongwen.importedFiles';
/** Those of the latest imports; as many files as of a workspace are read. */
const kept = 1000;

/**
 * Remembers which files articles were taken in from, by checksums of their content: a file that lies unchanged in the workspace,
 * under whatever name, is where the articles come from, and no draft that uses them.
 */
export class ImportedFiles {
  constructor(private readonly memento: vscode.Memento) {}

  has(checksum: string | undefined): boolean {
    return checksum !== undefined && this.checksums.includes(checksum);
  }

  async add(checksums: readonly string[]): Promise<void> {
    if (checksums.length > 0)
      await this.memento.update(key, [...new Set([...checksums, ...this.checksums])].slice(0, kept));
  }

  private get checksums(): readonly string[] {
    return this.memento.get<readonly string[]>(key, []);
  }
}
