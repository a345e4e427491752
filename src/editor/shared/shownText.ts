import type * as vscode from 'vscode';

/*
 * Texts of the library, of drafts and names of files come from strangers. Where they are shown they are text: no command links,
 * no icons, nothing that turns the direction of what follows or is not seen at all.
 */

/** Controls but for tab and line ends, marks that turn the direction of text, separators of lines, and halves of surrogate pairs. */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/**
 * Text with a sign for each character that is not seen as it is: ␀ to ␡ for controls, � for the others. It is as long as it was, so
 * that places in it still hold.
 */
export const shownText = (text: string): string =>
  text.replace(unseen, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });

/**
 * The same where `$(name)` would be an icon or `[text](command:…)` a link: messages, rows and prompts of quick inputs, lenses, symbols,
 * the status bar, labels of the suggestion list.
 */
export const labelText = (text: string): string =>
  shownText(text).replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');

/** The same on one line, for a log, where each line is an entry. */
export const lineText = (text: string): string => shownText(text).replace(/\r?\n|\r/g, '⏎');

/** The same in a line of Markdown: no mark in it means anything. */
export const markdownText = (text: string): string =>
  lineText(text)
    .replace(/[\\`*_[\]<>#|&$~]/g, '\\$&')
    .replace(/^\s*\d*(?=[-+.)])/, '$&\\');

/** A row of a tree whose texts are only text. In trees `$(name)` is none but itself. */
export function shownItem(item: vscode.TreeItem): vscode.TreeItem {
  const { label, description, tooltip, accessibilityInformation: read } = item;
  if (typeof label === 'string') item.label = shownText(label);
  else if (label && typeof label.label === 'string') item.label = { ...label, label: shownText(label.label) };
  if (typeof description === 'string') item.description = shownText(description);
  if (typeof tooltip === 'string') item.tooltip = shownText(tooltip);
  if (read) item.accessibilityInformation = { ...read, label: shownText(read.label) };
  return item;
}

/** A row of a quick pick whose texts are only text: for rows without icons of our own in them. */
export const shownRow = <Row extends Pick<vscode.QuickPickItem, 'label' | 'description' | 'detail'>>(
  row: Row,
): Row => ({
  ...row,
  label: labelText(row.label),
  ...(row.description === undefined ? {} : { description: labelText(row.description) }),
  ...(row.detail === undefined ? {} : { detail: labelText(row.detail) }),
});
