import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { message } from './support/messages';
import { noticeDraft, revisedDraft } from './support/revisedDraft';
import { useWorkbench } from './support/useWorkbench';

const draft = noticeDraft;
const folder = folderWith({ '通知.md': draft });

const revised = (): Promise<Uint8Array> =>
  revisedDraft(draft, (reviser, _first, _second, third) => {
    reviser.comment(third, 0, 2, '由谁通报？');
    reviser.delete(third, 2, 4);
    reviser.insert(third, 4, '适时');
  });

/** The beginning of an encrypted Word document: a compound file with the stream that holds the package (MS-OFFCRYPTO 2.3). */
const encrypted = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

describe('changes from Word in Chinese, in a browser’s host', () => {
  before(async () => {
    writeFileSync(join(folder, '通知（领导改）.docx'), await revised());
    writeFileSync(join(folder, '加密.docx'), encrypted);
  });
  const workbench = useWorkbench({ folder, openFile: '通知.md', locale: 'zh-cn', kind: 'web' });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const rows = (): Promise<string[]> =>
    workbench().page.locator('.pane', { hasText: '取回的修改' }).locator('.monaco-list-row').allInnerTexts(); // prettier-ignore
  const waitForRows = (pattern: RegExp): Promise<void> =>
    eventually(async () => assert.match((await rows()).join('\n'), pattern));
  const importing = (): Importing => new Importing(workbench(), { menu: '从 Word 取回修改', message: /./ });
  const widget = (text: string): ReturnType<ReturnType<typeof workbench>['page']['locator']> =>
    workbench().page.locator('.review-widget', { hasText: text });

  it('says in one message that a document is protected', async () => {
    const ui = workbench();
    await importing().choose('加密.docx');
    await message(ui, /^“加密\.docx”设有密码：请另存一份不加密的副本。$/);
    await ui.screenshot('revise Chinese protected');
    await ui.runCommand('Notifications: Clear All Notifications');
  });

  it('rejects a change, which stays in the list and leaves the draft as it was', async () => {
    const ui = workbench();
    await importing().choose('通知（领导改）.docx');
    await waitForRows(/“做好”改为“切实抓好”/);
    await ui.page.locator('.codelens-decoration', { hasText: '李主任' }).first().waitFor();
    await ui.screenshot('revise Chinese changes');
    await ui.page.locator('.codelens-decoration .codicon-arrow-small-right').waitFor();
    await ui.press('Shift+Alt+Enter');
    await waitForRows(/已处理/);
    assert.match(await ui.visibleText(), /为做好防汛工作/);
    await ui.page
      .locator('.pane', { hasText: '取回的修改' })
      .locator('.monaco-list-row', { hasText: '已处理' })
      .click();
    await waitForRows(/已拒绝/);
    await ui.screenshot('revise Chinese rejected');
  });

  it('keeps an accepted wording as a term', async () => {
    const ui = workbench();
    const row = ui.page.locator('.pane', { hasText: '取回的修改' }).locator('.monaco-list-row', { hasText: '适时' });
    const cursor = ui.page.locator('[id="status.editor.selection"]');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Home');
    await eventually(async () => assert.match(await cursor.innerText(), /Ln 1,/));
    await row.locator('.monaco-icon-label').click();
    await eventually(async () => assert.match(await cursor.innerText(), /Ln 9,/));
    await row.hover();
    await row.locator('.action-label[aria-label^="接受修改"]').click();
    await eventually(async () => assert.match(await ui.visibleText(), /督查适时将予以通报/));
    await ui.runCommand('公文素材: 保留为用语…');
    await ui.waitForQuickInput('不再使用的写法');
    await ui.screenshot('revise Chinese term');
    await ui.press('Enter');
    await ui.waitForQuickInput('应写作');
    await ui.press('Enter');
    await ui.page.locator('.statusbar', { hasText: '已列入用语' }).waitFor();
    // Nobody has typed what was accepted: no list opens for it.
    assert.equal(await ui.page.locator('.suggest-widget.visible').count(), 0);
  });

  it('answers, resolves, writes and deletes comments', async () => {
    const ui = workbench();
    await ui.runCommand('Comments: Expand All Comments');
    await widget('时限要写明').waitFor();
    await ui.screenshot('revise Chinese comments');
    const first = widget('时限要写明');
    const counted = (open: number): Promise<void> => ui.page.getByText(`待处理批注 ${open} 条`).waitFor();
    await counted(2);
    await first.locator('.review-thread-reply-button').click();
    await ui.commit('已补充。');
    await first.locator('.monaco-button', { hasText: '答复' }).click();
    await first.locator('.comment-body', { hasText: '已补充。' }).waitFor();
    await first.locator('.action-label[aria-label="标为已解决"]').click();
    // A thread that is resolved closes.
    await first.waitFor({ state: 'hidden' });
    await counted(1);
    await ui.runCommand('Comments: Expand All Comments');
    await first.locator('.action-label[aria-label="重新打开"]').waitFor();
    await ui.screenshot('revise Chinese answered');
    await first.locator('.action-label[aria-label="写入文稿作备注"]').click();
    await eventually(async () => assert.match(await ui.visibleText(), /<!-- 李主任：时限要写明；本人：已补充 -->/));
    await widget('由谁通报').locator('.action-label[aria-label="删除批注"]').click();
    await widget('由谁通报').waitFor({ state: 'detached' });
    await counted(0);
    await ui.screenshot('revise Chinese written');
    assert.equal(readFileSync(join(ui.folder, '通知.md'), 'utf8'), draft);
  });

  it('asks before what is not tracked undoes edits that were made since the export', async () => {
    const ui = workbench();
    await ui.runCommand('公文素材: 结束审阅');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Home', 'End');
    await ui.commit('（代拟稿）');
    await importing().choose('通知（领导改）.docx');
    await ui.page.locator('.monaco-dialog-box', { hasText: '可能是您自己后来的改动' }).waitFor();
    await ui.screenshot('revise Chinese own edits');
    await ui.page.locator('.monaco-dialog-box .dialog-buttons').getByText('不显示这些修改').click();
    await waitForRows(/“做好”改为“切实抓好”/);
    assert.doesNotMatch((await rows()).join('\n'), /代拟稿|适时/);
  });
});
