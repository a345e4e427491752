import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { SetDraft } from '../../export/exportDraft';
import type { ExportNote } from '../../export/exportReport';
import { exportNotes, fontsOf } from '../../export/exportReport';
import type { ApiFinding } from '../checks/draftChecks';
import { inDisplayLanguage } from '../checks/displayLanguage';
import { joinSentences } from '../shared/labels';
import { showInformation } from '../shared/messages';
import { missingFonts } from './installedFonts';
import { lineText } from '../shared/shownText';

/** A document that was written, and the draft that it is of. */
export interface ExportedDraft {
  readonly uri: vscode.Uri;
  readonly set: SetDraft;
  readonly text: string;
  readonly languageId: string;
}

type Check = (text: string, languageId?: string) => Promise<readonly ApiFinding[]>;

/** Tells what was exported and what a person should know of it: in a message, and in full in an output channel. */
export class ExportReport implements vscode.Disposable {
  private channel: vscode.OutputChannel | undefined;

  constructor(private readonly check: Check) {}

  async add(exported: readonly ExportedDraft[]): Promise<void> {
    const channel = this.output();
    let remarks = 0;
    for (const one of exported) {
      const lines = await this.remarks(one);
      remarks += lines.length;
      const pages = vscode.l10n.t('{0} pages', one.set.pages.length);
      channel.appendLine(lineText(`${one.uri.fsPath} (${pages})`));
      for (const line of lines) channel.appendLine(lineText(`  ${line}`));
    }
    void this.tell(exported, remarks, channel);
  }

  /** What was learned from a sample: where it deviates from the standard, and of what it says nothing. */
  learned(sample: string, deviations: readonly ExportNote[], unknown: readonly string[]): void {
    const channel = this.output();
    channel.appendLine(lineText(vscode.l10n.t('Layout of {0}', sample)));
    for (const { message, args } of deviations)
      channel.appendLine(lineText(`  ${filled(inDisplayLanguage(message), args)}`));
    if (deviations.length === 0)
      channel.appendLine(lineText(`  ${vscode.l10n.t('Nothing deviates from the standard.')}`));
    const names = unknown.join(vscode.l10n.t(', '));
    if (names)
      channel.appendLine(
        lineText(`  ${vscode.l10n.t('The sample does not show, so the standard applies: {0}', names)}`),
      );
  }

  show(): void {
    this.output().show(true);
  }

  private output(): vscode.OutputChannel {
    return (this.channel ??= vscode.window.createOutputChannel(vscode.l10n.t('Gongwen: Export')));
  }

  /** Remarks on one document, in the display language. */
  async remarks({ set, text, languageId }: Omit<ExportedDraft, 'uri'>): Promise<readonly string[]> {
    const notes = exportNotes(set).map(({ message, args }) => filled(inDisplayLanguage(message), args));
    const missing = await missingFonts(fontsOf(set));
    const fonts = missing.map(({ font, standIn }) =>
      standIn
        ? vscode.l10n.t(
            'The font {0} was not found on this machine: {1}, of the same kind, stands in for it here.',
            font,
            standIn,
          )
        : vscode.l10n.t('The font {0} was not found on this machine: another one will stand in for it here.', font),
    );
    const open = (await this.check(text, languageId)).filter(({ severity }) => /error|warning/.test(severity));
    const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
    const findings = open.map(({ message, offset }) => vscode.l10n.t('Line {0}: {1}', lineOf(offset), message));
    return [...findings, ...notes, ...fonts];
  }

  private async tell(
    exported: readonly ExportedDraft[],
    remarks: number,
    channel: vscode.OutputChannel,
  ): Promise<void> {
    const [first] = exported;
    if (!first) return;
    const what =
      exported.length === 1
        ? vscode.l10n.t('Exported {0}.', baseName(first.uri.path))
        : vscode.l10n.t('Exported {0} documents.', exported.length);
    const [show, open] = [vscode.l10n.t('Show Report'), vscode.l10n.t('Open')];
    const buttons = [
      ...(exported.length === 1 && first.uri.scheme === 'file' ? [open] : []),
      ...(remarks > 0 ? [show] : []),
    ];
    const message = joinSentences([what, ...(remarks > 0 ? [vscode.l10n.t('Remarks: {0}.', remarks)] : [])]);
    const chosen = await showInformation(message, buttons);
    if (chosen === show) channel.show(true);
    if (chosen === open) await vscode.env.openExternal(first.uri);
  }

  dispose(): void {
    this.channel?.dispose();
  }
}

const filled = (text: string, args: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_, slot: string) => args[Number(slot)] ?? '');
