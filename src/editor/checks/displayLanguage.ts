import * as vscode from 'vscode';
import type { CheckLanguage } from '../../draft/checks/describeFinding';
import type { Bilingual } from '../../draft/checks/rule';

/** The language of the editor, of those that rules are described in. */
export const displayLanguage = (): CheckLanguage => (vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** A text of a rule in the display language. */
export const inDisplayLanguage = (text: Bilingual): string => text[displayLanguage()];
