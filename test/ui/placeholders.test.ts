import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

describe('placeholders', () => {
  const workbench = useWorkbench({
    settings: { 'gongwen.profile': { X市: '青阳市', X局长: ['王局长', '李局长'] } },
  });

  /** Waits for the dialog with this title. */
  const titled = (title: string): Promise<void> =>
    eventually(async () => {
      const shown = workbench().page.locator('.quick-input-widget:visible .quick-input-title').first();
      assert.equal(await shown.innerText({ timeout: 1000 }), title);
    });

  const blank = 'X市召开会议，X局长出席。X市的研发投入增长X%。';

  it('are filled in all at once, with the profile to begin with and a preview before anything changes', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A');
    await ui.page.keyboard.insertText(blank);
    await ui.runCommand('Gongwen Library (公文素材): Fill In Blanks…');
    const rows = await eventually(async () => {
      const shown = await ui.quickPickRows();
      assert.match(shown[0] ?? '', /Preview the Changes.*1 of 3 filled in/s);
      return shown;
    });
    await ui.screenshot('fill placeholders');
    assert.match(rows[1] ?? '', /X市 → 青阳市.*2 places/s);
    await ui.pickRow('X局长');
    await titled('X局长');
    await ui.pickRow('李局长');
    await ui.pickRow('X%');
    await titled('X%');
    await ui.page.locator('.quick-input-widget:visible input').first().fill('12.5');
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /3 of 3 filled in/));
    await ui.pickRow('Preview the Changes');
    await eventually(async () => {
      const shown = (await ui.quickPickRows()).join('\n');
      assert.match(shown, /青阳市召开会议/);
      assert.match(shown, /李局长出席/);
      assert.match(shown, /增长12\.5%/);
    });
    await ui.screenshot('fill placeholders preview');
    assert.match(await ui.visibleText(), /X市召开会议/);
    // The list shows before what is typed goes into it.
    await ui.waitForQuickInput('Preview: the Draft After the Changes');
    await ui.press('Enter');
    const filled = '青阳市召开会议，李局长出席。青阳市的研发投入增长12.5%。';
    await eventually(async () => assert.ok((await ui.visibleText()).includes(filled)));
    assert.equal(await ui.editorText(), filled);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Z');
    await eventually(async () => assert.ok((await ui.visibleText()).includes(blank)));
    assert.equal(await ui.editorText(), blank);
  });

  it('are tab stops after an insertion: the same one is typed once, and a role with several values is chosen', async () => {
    const ui = workbench();
    const body = 'XX乡组织塘堰清淤，X局长到场；X市补助，XX乡的塘堰都要清到底。';
    writeFileSync(join(ui.folder, '素材/塘堰.md'), `---\ntitle: 塘堰\n---\n\n${body}\n`);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A', 'Delete');
    await ui.openSearch();
    await ui.ime('tangyan', '塘堰 清淤');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^塘堰/));
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /XX乡组织塘堰清淤/));
    await ui.ime('shuikou', '水口乡');
    await eventually(async () => assert.match(await ui.visibleText(), /水口乡组织塘堰清淤，/));
    await ui.screenshot('placeholders linked');
    assert.match(await ui.visibleText(), /，水口乡的塘堰/);
    await ui.press('Tab');
    // The choice shows in the list, the first of it taken already.
    await eventually(async () => assert.deepEqual(await ui.suggestions(), ['王', '李']));
    await ui.screenshot('placeholders choice');
    // Accepting it goes on to the next.
    await ui.acceptSuggestion('李');
    await ui.press('Tab');
    await ui.type('end');
    const text = '水口乡组织塘堰清淤，李局长到场；青阳市补助，水口乡的塘堰都要清到底。end';
    assert.equal(await ui.editorText(), text);
  });

  it('stay text, are counted and gone to with a key, and take a passage without a second full stop', async () => {
    const ui = workbench();
    writeFileSync(join(ui.folder, '素材/渠系.md'), `---\ntitle: 渠系\n---\n\n渠系清淤要赶在封冻之前完工。\n`);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A');
    await ui.page.keyboard.insertText('定于X年X月X日召开。〔要求〕。X县到场。');
    const counted = (blanks: number): Promise<void> =>
      ui.page.locator('.statusbar-item', { hasText: new RegExp(`^\\s*${blanks} blank`) }).waitFor();
    await counted(5);
    await ui.press('ControlOrMeta+Home');
    const goOn = async (line: string): Promise<void> => {
      await ui.press('Control+Alt+U');
      await ui.page.locator('.statusbar-item', { hasText: line }).waitFor();
    };
    for (const column of [4, 6, 8]) await goOn(`Col ${column} (1 selected)`);
    await goOn('Col 16 (4 selected)');
    await ui.screenshot('blanks');
    await ui.openSearch();
    await ui.ime('quxi', '渠系 封冻');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^渠系/));
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /召开。渠系清淤要赶在封冻之前完工。X县/));
    // The next blank is selected: what is typed takes its place.
    await ui.page.locator('.statusbar-item', { hasText: '(2 selected)' }).waitFor();
    await ui.type('Linhe');
    await counted(3);
    assert.equal(await ui.editorText(), '定于X年X月X日召开。渠系清淤要赶在封冻之前完工。Linhe到场。');
  });

  it('are filled in from a form that keeps its values when one goes back, a date as one', async () => {
    const ui = workbench();
    const input = ui.page.locator('.quick-input-widget:visible input').first();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A');
    await ui.page.keyboard.insertText('XX区定于X年X月X日召开。');
    await ui.runCommand('Gongwen Library (公文素材): Fill In Blanks…');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /X年X月X日/));
    await ui.press('Enter');
    await titled('XX区');
    await input.fill('临河');
    await ui.page.getByText('临河区定于').first().waitFor();
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /1 of 2 filled in/));
    // What is typed into the list itself is the value of the next blank.
    await input.fill('2026-3-5');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /^[^,]*X年X月X日 → 2026年3月5日/));
    await ui.screenshot('fill blanks typed');
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /2 of 2 filled in/));
    await ui.pickRow('Preview the Changes');
    await titled('Preview: the Draft After the Changes');
    await ui.screenshot('fill blanks preview');
    await ui.press('Escape');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /2 of 2 filled in/));
    await ui.press('Escape');
    await ui.runCommand('Gongwen Library (公文素材): Fill In Blanks…');
    await eventually(async () => assert.match((await ui.quickPickRows()).join(), /X年X月X日 → 2026年3月5日/));
    await ui.pickRow('Preview the Changes');
    await titled('Preview: the Draft After the Changes');
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /临河区定于2026年3月5日召开。/));
  });

  it('take values that a form has written to the settings', async () => {
    const ui = workbench();
    await ui.runCommand('Gongwen Library (公文素材): Edit Values for Placeholders…');
    await ui.waitForQuickInput();
    await ui.pickRow('X县');
    await titled('X县');
    const input = ui.page.locator('.quick-input-widget:visible input').first();
    await eventually(async () => assert.equal(await input.inputValue(), ''));
    await input.fill('临河县');
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /X县.*临河县/));
    await ui.screenshot('edit values');
    await ui.press('Escape');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A');
    await ui.page.keyboard.insertText('X县供水。');
    await ui.runCommand('Gongwen Library (公文素材): Fill In Blanks…');
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /X县 → 临河县/));
    await ui.pickRow('X县 → 临河县');
    await titled('X县');
    await input.fill('青山县');
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /X县 → 青山县/));
    await ui.pickRow('Preview the Changes');
    await titled('Preview: the Draft After the Changes');
    const change = ui.page.locator('.quick-input-list .monaco-list-row', { hasText: '青山县供水。' });
    await change.hover();
    await change.locator('.action-label[aria-label^="Save the Value"]').click();
    await ui.screenshot('fill blanks saved');
    await ui.press('Escape');
    await titled('Fill In Blanks');
    await ui.press('Escape');
    // Beside what was there already. What has just been saved may not be read yet.
    await eventually(async () => {
      await ui.runCommand('Gongwen Library (公文素材): Edit Values for Placeholders…');
      const rows = async (): Promise<void> =>
        assert.match((await ui.quickPickRows()).join('\n'), /X县.*青山县；临河县/);
      await eventually(rows, 2000).finally(() => ui.press('Escape'));
    });
  });
});
