import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

const draft = '工作推进会讲话稿.md';

describe('the workbench', () => {
  const workbench = useWorkbench();

  it('puts exactly what an input method commits into the open draft', async () => {
    const ui = workbench();
    const before = readFileSync(join(ui.folder, draft), 'utf8');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await ui.ime('women', '我们');
    await ui.ime('yao', '要');
    await ui.type('A1');
    assert.equal(await ui.editorText(), `${before}我们要A1`);
  });

  it('opens another file of the workspace', async () => {
    const ui = workbench();
    await ui.openFile('金句.md');
    assert.match(await ui.editorText(), /^---\ntitle: 乡村工作金句\n/);
  });

  it('ticks a step of the walkthrough when what it shows was done, not when it was looked at', async () => {
    const ui = workbench();
    const open = async (): Promise<void> => {
      await ui.runCommand('Welcome: Open Walkthrough...');
      await ui.waitForQuickInput();
      await ui.type('Write from Your');
      await ui.pickRow('Write from Your Material');
    };
    const search = ui.page.locator('.getting-started-step', { hasText: 'Search the library' });
    await open();
    // The page gives the focus to its first step some time after it shows, which closes what was opened meanwhile.
    await search.and(ui.page.locator(':focus')).waitFor();
    await ui.openSearch();
    await ui.ime('nongshi', '不误农时');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /不误农时/));
    assert.equal(await search.locator('.complete').count(), 0);
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /不误农时/));
    await open();
    await search.locator('.complete').first().waitFor();
    await ui.screenshot('walkthrough');
  });
});
