import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { ChecksRoom } from '../checks';
import type { Drafts } from '../shared/drafts';
import type { WordReader } from '../shared/wordReader';
import { exportArguments } from './exportArguments';
import { ExportCommand } from './exportCommand';
import { ExportReport } from './exportReport';
import { LearnCommand } from './learnCommand';
import { PagePreview } from './pagePreview';
import { loadProfile } from './profileFile';

/** What others need of the export. */
export interface ExportRoom {
  /** Exports a text that is no document. @param options `profile` a file of settings */
  readonly exportDocx: (
    text: string,
    options?: { readonly profile?: string },
  ) => Promise<{ bytes: Uint8Array; report: readonly string[] }>;
}

/** Turns drafts into Word documents in the form of the standard. */
export function registerExport(
  { subscriptions }: vscode.ExtensionContext,
  parts: {
    readonly drafts: Drafts;
    readonly check: ChecksRoom['check'];
    readonly words: () => Promise<WordReader>;
  },
): ExportRoom {
  const { drafts, check, words } = parts;
  const engine = once(() => import('./exportEngine'));
  const report = new ExportReport(engine, check);
  const command = new ExportCommand(engine, drafts, report);
  const learn = new LearnCommand(engine, words, report);
  subscriptions.push(
    report,
    new PagePreview(engine, drafts),
    vscode.commands.registerCommand('gongwen.export', (what?: unknown, more?: unknown, options?: unknown) =>
      command.run(exportArguments(what, more, options)),
    ),
    vscode.commands.registerCommand('gongwen.learnProfile', (what?: unknown, more?: unknown) => {
      const { uris, target } = exportArguments(what, undefined, more);
      return learn.run(uris?.[0], target);
    }),
  );
  return {
    exportDocx: async (text, { profile } = {}) => {
      const loaded = await engine();
      const set = loaded.setDraft(text, { profile: await loadProfile(loaded, profile) });
      const remarks = await report.remarks({ set, text, languageId: 'markdown' });
      return { bytes: await loaded.docxOf(set), report: remarks };
    },
  };
}
