import type { Localize } from '../../base/localize';
import type { IntakeProblem, UnreadPart } from '../../intake/problem';

/** One sentence for people on why a file was not taken in, and what to do. */
export function describeIntakeProblem(t: Localize, { code, name }: IntakeProblem): string {
  switch (code) {
    case 'unreadable':
      return t('“{0}” cannot be read: check that it exists and that you may open it.', name);
    case 'tooLarge':
      return t('“{0}” is too large: split it, or save its text alone.', name);
    case 'empty':
      return t('“{0}” holds no text.', name);
    case 'binary':
      return t('“{0}” is not a text file, whatever its name says.', name);
    case 'damaged':
      return t('“{0}” is damaged: open it in the program that made it, and save it again.', name);
    case 'oldWord':
      return t('“{0}” is in an old Word or WPS format: open it in Word or WPS and save it as .docx.', name);
    case 'protected':
      return t('“{0}” is protected by a password: save a copy without one.', name);
    case 'noText':
      return t('“{0}” has no text layer, it was probably scanned: run text recognition (OCR) on it first.', name);
    case 'unsupported':
      return t('“{0}” is in a format that is not taken in: save it as .docx, .txt or .md.', name);
    case 'archiveTooLarge':
      return t(
        '“{0}” unpacks to too much, and not all of it was read: unpack it yourself and import the rest as a folder.',
        name,
      );
    case 'nestedArchive':
      return t('“{0}” is an archive within an archive: unpack it and import it by itself.', name);
    case 'tookTooLong':
      return t('“{0}” took too long and was left out: split it, or save its text alone.', name);
    case 'archiveTookTooLong':
      return t(
        '“{0}” took too long, and not all of it was read: unpack it yourself and import the rest as a folder.',
        name,
      );
    case 'tooMuchMemory':
      return t('“{0}” is too large when unpacked and was left out: save its text alone.', name);
    case 'readerFailed':
      return t('“{0}” could not be read: the reader stopped. Try again, or save it in another format.', name);
    case 'unsafePath':
      return t('“{0}” has a path that leads out of its archive and was left out.', name);
  }
}

/** One sentence for people on what of a file could not be read, where, and how much. */
export function describeUnread(t: Localize, { what, name, place, amount }: UnreadPart): string {
  return `${name}${place && ` › ${placeLabel(t, place)}`}: ${unreadLabel(t, what, amount)}`;
}

/** Places that are numbers are pages. */
const placeLabel = (t: Localize, place: string): string => (/^[\d–]+$/.test(place) ? t('page {0}', place) : place);

function unreadLabel(t: Localize, what: UnreadPart['what'], amount: number): string {
  switch (what) {
    case 'characters':
      return t('{0} character(s) in a font that does not say which they are', amount);
    case 'damaged':
      return t('damaged and left out: {0}', amount);
    case 'scanned':
      return t('pages that are pictures without text: {0}', amount);
    case 'textBox':
      return t('text boxes: {0}', amount);
    case 'formula':
      return t('formulas: {0}', amount);
    case 'note':
      return t('footnotes and endnotes: {0}', amount);
    case 'object':
      return t('embedded objects: {0}', amount);
    case 'properties':
      return t('its front matter or properties');
    case 'limit':
      return t('too long or too deep, the rest was left out: {0}', amount);
  }
}
