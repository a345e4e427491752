import * as vscode from 'vscode';
import { labelText, shownText } from './shownText';

/*
 * All messages of the extension. What they name (files, titles, what a server says) comes from strangers and is shown as text:
 * `vscode.window.show…Message` would make links and icons of it.
 */

/**
 * @param buttons labels of buttons beside the message
 * @returns the button that was pressed, or undefined where the message was closed
 */
type ShowMessage = (
  message: string,
  buttons?: readonly string[],
  options?: vscode.MessageOptions,
) => Promise<string | undefined>;

const shownOptions = ({ detail, ...options }: vscode.MessageOptions): vscode.MessageOptions =>
  detail === undefined ? options : { ...options, detail: shownText(detail) };

export const showInformation: ShowMessage = async (message, buttons = [], options = {}) =>
  vscode.window.showInformationMessage(labelText(message), shownOptions(options), ...buttons);

export const showWarning: ShowMessage = async (message, buttons = [], options = {}) =>
  vscode.window.showWarningMessage(labelText(message), shownOptions(options), ...buttons);

export const showError: ShowMessage = async (message, buttons = [], options = {}) =>
  vscode.window.showErrorMessage(labelText(message), shownOptions(options), ...buttons);
