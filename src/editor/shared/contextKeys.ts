import * as vscode from 'vscode';

/** The context keys in `when` clauses of the manifest, with the types of their values. */
interface ContextKeys {
  'gongwen.libraryState': 'loading' | 'ready' | 'empty';
  'gongwen.filtered': boolean;
  'gongwen.hasSearches': boolean;
  'gongwen.hasShared': boolean;
  'gongwen.hasResults': boolean;
  'gongwen.searching': boolean;
  'gongwen.relatedFrozen': boolean;
  'gongwen.readerHasFile': boolean;
  'gongwen.ghostText': boolean;
  'gongwen.suggesting': boolean;
  'gongwen.chosen': boolean;
  'gongwen.previewsImport': boolean;
  'gongwen.hasReport': boolean;
  'gongwen.reviewing': boolean;
  // Steps of the walkthrough that are done.
  'gongwen.didSearch': true;
  'gongwen.didComplete': true;
  'gongwen.didBrowse': true;
  'gongwen.didImport': true;
  'gongwen.hasOwnMaterial': true;
}

export function setContext<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
