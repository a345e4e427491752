import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, gongwen, openDraft, until, withSetting } from './support/gongwen';

/** Our items at the mark `|` of a text, in order. */
async function completions(text: string, language?: string): Promise<readonly vscode.CompletionItem[]> {
  return completionsIn(await openDraft(text, language));
}

/** Our items at the cursor. */
async function completionsIn(editor: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    undefined,
    5,
  );
  return list.items.filter(({ sortText }) => /^\d{3}$/.test(sortText ?? ''));
}

const label = ({ label: text }: vscode.CompletionItem): string => (typeof text === 'string' ? text : text.label);

/** The text that an item replaces. */
function replaced(item: vscode.CompletionItem, document: vscode.TextDocument): string {
  assert.ok(item.range instanceof vscode.Range);
  return document.getText(item.range);
}

describe('completion', () => {
  before(gongwen);
  afterEach(closeEditors);

  for (const text of ['科技|', '我们要深入推进科技|', '全市要把科技|摆在首位。', '- 科技|', '一是科技|；']) {
    it(`offers phrases at ${text}`, async () => {
      const editor = await openDraft(text);
      const items = await completionsIn(editor);
      const { document } = editor;
      assert.notEqual(items.length, 0, `nothing of ours in ${document.getText()}`);
      for (const item of items) {
        // The editor drops an item whose filter text does not begin with what it replaces.
        assert.ok(item.filterText?.startsWith(replaced(item, document)), label(item));
      }
      assert.ok(items.some((item) => label(item).startsWith('科技')));
    });
  }

  for (const [latin, wanted] of [
    ['kjcx', '科技创新'],
    ['kejichuang', '科技创新'],
  ] as const) {
    it(`offers ${wanted} for ${latin}`, async () => {
      const items = await completions(`要加强${latin}|`);
      const found = items.find((item) => label(item).startsWith(wanted));
      assert.ok(found);
      assert.equal(found.filterText, latin);
    });
  }

  it('says where a phrase comes from', async () => {
    const editor = await openDraft('科技|');
    const { uri } = editor.document;
    const { active } = editor.selection;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      active,
      undefined,
      3,
    );
    const [first] = list.items.filter(({ sortText }) => sortText === '000');
    assert.ok(first?.documentation instanceof vscode.MarkdownString);
    assert.match(first.documentation.value, /公文素材库/);
    assert.equal(first.documentation.isTrusted ?? false, false);
  });

  it('offers a skeleton in the middle of a line, with tab stops', async () => {
    const items = await completions('附上qingshi|');
    const skeleton = items.find(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
    assert.ok(skeleton?.insertText instanceof vscode.SnippetString);
    assert.match(skeleton.insertText.value, /\$\{1[:|]/);
  });

  it('offers a skeleton once at the start of a line', async () => {
    const editor = await openDraft('请示|');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
    );
    const named = list.items.filter(
      (item) => item.kind === vscode.CompletionItemKind.Snippet && label(item) === '请示',
    );
    assert.equal(named.length, 1);
  });

  it('offers nothing in other languages, in code and in front matter, and is off with one setting', async () => {
    assert.deepEqual(await completions('科技|', 'javascript'), []);
    assert.deepEqual(await completions('```\n科技|\n```'), []);
    assert.deepEqual(await completions('---\ntitle: 科技|\n---\n'), []);
    await withSetting('completion.show', 'none', async () => assert.deepEqual(await completions('科技|'), []));
    assert.notDeepEqual(await completions('科技|'), []);
  });

  it('leaves the list away where ghost text shows, unless it is asked for again', async () => {
    const editor = await openDraft('铸牢中华民族|');
    const ghost = '共同体意识';
    await until('the list is given', async () => (await completionsIn(editor)).length > 0);
    assert.ok(!(await completionsIn(editor)).some((item) => label(item).endsWith(ghost)));
    await withSetting('completion.show', 'list', async () => {
      const own = await completions('铸牢中华民族|');
      assert.ok(own.some((item) => label(item).endsWith(ghost)));
    });
  });

  it('follows the setting of languages', async () => {
    await withSetting('completion.languages', ['plaintext'], async () => {
      assert.deepEqual(await completions('科技|'), []);
      assert.notDeepEqual(await completions('科技|', 'plaintext'), []);
    });
  });
});
