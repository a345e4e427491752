import * as vscode from 'vscode';
import { isProseDraft } from '../shared/drafts';
import { settings } from '../shared/settings';

/** Drafts in the languages of prose that the settings include; never articles of the library. */
export function isChecked(document: vscode.TextDocument): boolean {
  if (!isProseDraft(document) || !settings.checks()) return false;
  const include = settings.checksInclude(document.uri);
  const isIncluded = include.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
  return document.isUntitled || isIncluded;
}
