import * as vscode from 'vscode';
import type { Drafts } from '../shared/drafts';
import { BlankHighlights } from './blankHighlights';
import { fillPlaceholders } from './fillCommand';
import { goToBlank } from './goToBlank';
import { editProfile } from './profileCommand';

/** Placeholders that are left in drafts: seen, gone to, filled in; and the writer's own values for them. */
export function registerPlaceholders({ subscriptions }: vscode.ExtensionContext, drafts: Drafts): void {
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    new BlankHighlights(),
    registerCommand('gongwen.nextBlank', () => goToBlank(drafts, 1)),
    registerCommand('gongwen.previousBlank', () => goToBlank(drafts, -1)),
    registerCommand('gongwen.fillPlaceholders', () => fillPlaceholders(drafts)),
    registerCommand('gongwen.editProfile', () => editProfile(drafts)),
  );
}
