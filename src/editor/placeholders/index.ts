import * as vscode from 'vscode';
import type { Drafts } from '../shared/drafts';
import { fillPlaceholders } from './fillCommand';
import { editProfile } from './profileCommand';

/** Filling in placeholders, and the writer's own values for them. */
export function registerPlaceholders({ subscriptions }: vscode.ExtensionContext, drafts: Drafts): void {
  subscriptions.push(
    vscode.commands.registerCommand('gongwen.fillPlaceholders', () => fillPlaceholders(drafts)),
    vscode.commands.registerCommand('gongwen.editProfile', () => editProfile(drafts)),
  );
}
