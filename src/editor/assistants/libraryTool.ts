import * as vscode from 'vscode';
import type { AssistantRoom } from '../../assistants/tools';
import type * as engineModule from './assistantsEngine';
import { shownText } from '../shared/shownText';

/** One of our tools as the editor offers it to language models. The user is asked before it answers. */
export class LibraryTool implements vscode.LanguageModelTool<Readonly<Record<string, unknown>>> {
  constructor(
    private readonly name: string,
    private readonly engine: () => Promise<typeof engineModule>,
    private readonly room: AssistantRoom,
  ) {}

  prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<
    Readonly<Record<string, unknown>>
  >): vscode.PreparedToolInvocation {
    const { title, message } = confirmation(this.name, (key) => (typeof input[key] === 'string' ? input[key] : ''));
    const whither = vscode.l10n.t('It goes on to the language model that you use. Nothing is changed.');
    // A plain text would be read as Markdown; what an assistant asks for must not look like a link of ours.
    const shown = new vscode.MarkdownString().appendText(shownText(`${message}\n\n${whither}`));
    return { invocationMessage: title, confirmationMessages: { title, message: shown } };
  }

  /** @throws UnusableInput, whose message the model reads */
  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<
    Readonly<Record<string, unknown>>
  >): Promise<vscode.LanguageModelToolResult> {
    const { callTool } = await this.engine();
    const answer = await callTool(this.name, input, this.room);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
  }
}

/** @param text the input's text of that name, empty where there is none */
function confirmation(
  name: string,
  text: (key: string) => string,
): { readonly title: string; readonly message: string } {
  switch (name) {
    case 'gongwen_read':
      return {
        title: vscode.l10n.t('Read an article of the library'),
        message: vscode.l10n.t('The assistant gets the article “{0}”.', decodeName(text('article'))),
      };
    case 'gongwen_check':
      return {
        title: vscode.l10n.t('Check a draft'),
        message: vscode.l10n.t('The draft is checked on this machine; the assistant gets the findings.'),
      };
    case 'gongwen_skeleton':
      return {
        title: vscode.l10n.t('Fill in a template'),
        message: vscode.l10n.t('The assistant gets the template “{0}”.', text('genre')),
      };
    default:
      return {
        title: vscode.l10n.t('Search the library'),
        message: vscode.l10n.t('The assistant gets passages of your library for “{0}”.', text('query')),
      };
  }
}

function decodeName(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
