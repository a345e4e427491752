import type * as vscode from 'vscode';
import { docxOf, setDraft } from '../../export/exportDraft';
import type { ChecksRoom } from '../checks';
import type { Drafts } from '../shared/drafts';
import type { WordReader } from '../shared/wordReader';
import { ExportCommand } from './exportCommand';
import { ExportReport } from './exportReport';
import { LearnCommand } from './learnCommand';
import { PagePreview } from './pagePreview';
import { loadProfile } from './profileFile';

/** What turns drafts into Word documents; loaded with all that it needs when it is first wanted. */
export class Exporter implements vscode.Disposable {
  readonly command: ExportCommand;
  readonly learn: LearnCommand;
  readonly preview: PagePreview;
  private readonly report: ExportReport;

  constructor(parts: {
    readonly drafts: Drafts;
    readonly check: ChecksRoom['check'];
    readonly words: () => Promise<WordReader>;
  }) {
    this.report = new ExportReport(parts.check);
    this.command = new ExportCommand(parts.drafts, this.report);
    this.learn = new LearnCommand(parts.words, this.report);
    this.preview = new PagePreview(parts.drafts);
  }

  /** Exports a text that is no document; see `GongwenApi.exportDocx`. */
  async text(
    text: string,
    { profile }: { readonly profile?: string } = {},
  ): Promise<{ bytes: Uint8Array; report: readonly string[] }> {
    const set = setDraft(text, { profile: await loadProfile(profile) });
    const report = await this.report.remarks({ set, text, languageId: 'markdown' });
    return { bytes: await docxOf(set), report };
  }

  dispose(): void {
    this.preview.dispose();
    this.report.dispose();
  }
}
