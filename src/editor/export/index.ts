import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { ChecksRoom } from '../checks';
import type { Drafts } from '../shared/drafts';
import type { WordReader } from '../shared/wordReader';
import { exportArguments } from './exportArguments';

/** What others need of the export. */
export interface ExportRoom {
  /** Exports a text that is no document. @param options `profile` a file of settings */
  readonly exportDocx: (
    text: string,
    options?: { readonly profile?: string },
  ) => Promise<{ bytes: Uint8Array; report: readonly string[] }>;
}

/** Turns drafts into Word documents in the form of the standard. The code for it is loaded on first need. */
export function registerExport(
  { subscriptions }: vscode.ExtensionContext,
  parts: {
    readonly drafts: Drafts;
    readonly check: ChecksRoom['check'];
    readonly words: () => Promise<WordReader>;
  },
): ExportRoom {
  const exporter = once(async () => {
    const { Exporter } = await import('./exporter');
    const made = new Exporter(parts);
    subscriptions.push(made);
    return made;
  });
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    registerCommand('gongwen.export', async (what?: unknown, more?: unknown, options?: unknown) =>
      (await exporter()).command.run(exportArguments(what, more, options)),
    ),
    registerCommand('gongwen.learnProfile', async (what?: unknown, more?: unknown) => {
      const { uris, target } = exportArguments(what, undefined, more);
      return (await exporter()).learn.run(uris?.[0], target);
    }),
    registerCommand('gongwen.previewPages', async () => (await exporter()).preview.open()),
  );
  return { exportDocx: async (text, options) => (await exporter()).text(text, options) };
}
