import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parseSnippet } from '../unit/snippets/snippetSyntax';
import { closeEditors, openDraft } from './support/gongwen';

type SnippetFile = Readonly<Record<string, { readonly body: string | readonly string[] }>>;

describe('skeletons', () => {
  afterEach(closeEditors);

  const extension = vscode.extensions.getExtension('gongwen.gongwen-library');
  const folder = join(extension?.extensionPath ?? '', 'snippets');
  for (const file of readdirSync(folder)) {
    it(`of ${file} expand, every one, to the text that was meant`, async () => {
      const editor = await openDraft('|');
      const snippets = Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as SnippetFile);
      assert.notEqual(snippets.length, 0);
      for (const [name, { body }] of snippets) {
        const text = typeof body === 'string' ? body : body.join('\n');
        const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
        await editor.insertSnippet(new vscode.SnippetString(text), all);
        assert.equal(editor.document.getText(), parseSnippet(text).text, name);
        await vscode.commands.executeCommand('leaveSnippet');
      }
    });
  }
});
