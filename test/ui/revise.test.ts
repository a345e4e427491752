import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { noticeDraft, revisedDraft } from './support/revisedDraft';
import { useWorkbench } from './support/useWorkbench';

const draft = `${noticeDraft}
特此通知。
`;
const folder = folderWith({ '通知.md': draft });

const revised = (): Promise<Uint8Array> =>
  revisedDraft(draft, (reviser, first, second, third) => {
    reviser.add(second, '自查报告于5月底前报送。');
    reviser.move(third, first);
  });

describe('taking changes back', () => {
  before(async () => writeFileSync(join(folder, '通知（修改）.docx'), await revised()));
  const workbench = useWorkbench({ folder, openFile: '通知.md' });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const rows = (): Promise<string[]> =>
    workbench().page.locator('.pane', { hasText: 'Changes from Word' }).locator('.monaco-list-row').allInnerTexts(); // prettier-ignore
  const waitForRows = (pattern: RegExp): Promise<void> =>
    eventually(async () => assert.match((await rows()).join('\n'), pattern));

  it('shows them in the draft, accepts and rejects by keyboard, and can be undone', async () => {
    const ui = workbench();
    await new Importing(ui, { menu: 'Take Changes Back', message: /./ }).choose('通知（修改）.docx');
    await waitForRows(/Move “督查结果/);
    assert.equal((await rows()).length, 3);
    await ui.page.locator('.codelens-decoration', { hasText: '李主任' }).first().waitFor();
    await ui.screenshot('revise 1 changes');
    // The change that is selected is marked; the first is when they are shown.
    const marked = (what: string): Promise<void> =>
      ui.page.locator('.codelens-decoration', { hasText: what }).locator('.codicon-arrow-small-right').waitFor();
    await marked('becomes');
    await ui.press('F7');
    await marked('Move');
    await ui.press('Shift+F7');
    await marked('becomes');
    await ui.press('Alt+Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /为切实抓好防汛工作/));
    await ui.press('Shift+Alt+Enter');
    await waitForRows(/^[^M]*Settled/);
    await ui.screenshot('revise 2 settled');
    await ui.press('ControlOrMeta+Z');
    await eventually(async () => assert.match(await ui.visibleText(), /为做好防汛工作/));
    await waitForRows(/做好/);
  });

  it('takes over all that is open, and writes nothing to the disk by itself', async () => {
    const ui = workbench();
    await ui.runCommand('Gongwen Library (公文素材): Accept All Changes…');
    await eventually(async () => assert.match(await ui.visibleText(), /报送。/));
    assert.equal(readFileSync(join(ui.folder, '通知.md'), 'utf8'), draft);
    await ui.screenshot('revise 3 all');
  });
});
