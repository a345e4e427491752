import * as vscode from 'vscode';
import type { IntakeProblem, UnreadPart } from '../../intake/problem';

/** One sentence for people on why a file was not taken in, and what to do. */
export function describeIntakeProblem({ code, name }: IntakeProblem): string {
  switch (code) {
    case 'unreadable':
      return vscode.l10n.t('“{0}” cannot be read: check that it exists and that you may open it.', name);
    case 'tooLarge':
      return vscode.l10n.t('“{0}” is too large: split it, or save its text alone.', name);
    case 'empty':
      return vscode.l10n.t('“{0}” holds no text.', name);
    case 'binary':
      return vscode.l10n.t('“{0}” is not a text file, whatever its name says.', name);
    case 'damaged':
      return vscode.l10n.t('“{0}” is damaged: open it in the program that made it, and save it again.', name);
    case 'oldWord':
      return vscode.l10n.t('“{0}” is in an old Word or WPS format: open it in Word or WPS and save it as .docx.', name);
    case 'protected':
      return vscode.l10n.t('“{0}” is protected by a password: save a copy without one.', name);
    case 'noText':
      return vscode.l10n.t(
        '“{0}” has no text layer, it was probably scanned: run text recognition (OCR) on it first.',
        name,
      );
    case 'unsupported':
      return vscode.l10n.t('“{0}” is in a format that is not taken in: save it as .docx, .txt or .md.', name);
    case 'archiveTooLarge':
      return vscode.l10n.t('“{0}” unpacks to too much: unpack it yourself and import the folder.', name);
    case 'nestedArchive':
      return vscode.l10n.t('“{0}” is an archive within an archive: unpack it and import it by itself.', name);
    case 'unsafePath':
      return vscode.l10n.t('“{0}” has a path that leads out of its archive and was left out.', name);
  }
}

/** One sentence for people on what of a file could not be read, where, and how much. */
export function describeUnread({ what, name, place, amount }: UnreadPart): string {
  return `${name}${place && ` › ${placeLabel(place)}`}: ${unreadLabel(what, amount)}`;
}

/** Places that are numbers are pages. */
const placeLabel = (place: string): string => (/^[\d–]+$/.test(place) ? vscode.l10n.t('page {0}', place) : place);

function unreadLabel(what: UnreadPart['what'], amount: number): string {
  switch (what) {
    case 'characters':
      return vscode.l10n.t('{0} character(s) in a font that does not say which they are', amount);
    case 'damaged':
      return vscode.l10n.t('damaged and left out: {0}', amount);
    case 'scanned':
      return vscode.l10n.t('pages that are pictures without text: {0}', amount);
    case 'textBox':
      return vscode.l10n.t('text boxes: {0}', amount);
    case 'formula':
      return vscode.l10n.t('formulas: {0}', amount);
    case 'note':
      return vscode.l10n.t('footnotes and endnotes: {0}', amount);
    case 'object':
      return vscode.l10n.t('embedded objects: {0}', amount);
    case 'properties':
      return vscode.l10n.t('its front matter or properties');
    case 'limit':
      return vscode.l10n.t('too long or too deep, the rest was left out: {0}', amount);
  }
}
