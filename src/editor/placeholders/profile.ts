import type * as vscode from 'vscode';
import type { Profile } from '../../draft/profile';
import { readProfile } from '../../draft/profile';
import { settings } from '../shared/settings';

/** The writer's values for the placeholders of a document: those of its workspace win over the user's. */
export const profileOf = (document: vscode.TextDocument): Profile => readProfile(settings.profile(document.uri));
