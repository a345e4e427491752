import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';
import type { Workbench } from './support/workbench';

/**
 * Waits until the first result's row matches, and all that are drawn are as expected.
 * @param check throws as long as they are not
 */
const resultsMatching = (
  ui: Workbench,
  pattern: RegExp,
  check: (rows: readonly string[]) => void = () => undefined,
): Promise<void> =>
  eventually(async () => {
    const rows = await ui.quickPickRows();
    assert.match(rows[0] ?? '', pattern);
    check(rows);
  });

/** Opens the search, which shows the last query; returns that. */
async function openSearch(ui: Workbench): Promise<string> {
  await ui.press('Control+Alt+J');
  await ui.waitForQuickInput();
  const input = ui.page.locator('.quick-input-widget input').first();
  return eventually(async () => {
    const query = await input.inputValue();
    assert.notEqual(query, '');
    const selected = await ui.page.evaluate(
      'document.activeElement.selectionEnd - document.activeElement.selectionStart',
    );
    assert.equal(selected, query.length);
    return query;
  });
}

describe('the search command', () => {
  const workbench = useWorkbench();

  it('finds through an input method, in any order, and inserts with tab stops', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Control+Alt+J');
    await ui.waitForQuickInput();
    await ui.ime('taizhang', '台账');
    await ui.type(' ');
    await ui.ime('baocun', '包村');
    await resultsMatching(ui, /干部【?包村】?/);
    await ui.screenshot('search Chinese');
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /XX县要建立干部包村/));
    await ui.type('Linjiang');
    await ui.screenshot('search inserted');
    assert.match(await ui.editorText(), /\nLinjiang要建立干部包村.*时限清。\n?$/);
  });

  it('remembers the last query, selected so that typing replaces it, and takes pinyin initials', async () => {
    const ui = workbench();
    assert.equal(await openSearch(ui), '台账 包村');
    await ui.type('kjcx');
    await resultsMatching(ui, /【?科技创新】?/, (rows) => assert.ok(rows.length > 5));
    await ui.screenshot('search pinyin');
    await ui.press('Escape');
  });

  it('inserts what pinyin initials found, and Tab goes from placeholder to placeholder', async () => {
    const ui = workbench();
    await ui.press('ControlOrMeta+End', 'Enter');
    assert.equal(await openSearch(ui), 'kjcx');
    await ui.type('buwunongshi');
    await resultsMatching(ui, /【不误农时】/);
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /春争日/));
    await ui.type('Linjiang');
    await ui.press('Tab');
    await ui.type('5');
    await ui.screenshot('search placeholders');
    const inserted = /夏争时。Linjiang各乡镇.*一亩地。Linjiang农业农村局.*，5月底前/;
    assert.match(await ui.editorText(), inserted);
    await ui.press('Escape');
  });

  it('keeps the order of our engine', async () => {
    const ui = workbench();
    await openSearch(ui);
    await ui.ime('rencai', '人才');
    // A row is marked by us as long as the letters of the composition are the query.
    await resultsMatching(ui, /^[^【]*人才[^【]*$/, (rows) => {
      // Left to itself the quick pick puts rows first whose label holds the query nearer to its beginning.
      const places = rows.map((row) => row.indexOf('人才'));
      assert.ok(
        places.some((place, at) => place < (places[at - 1] ?? 0)),
        rows.join('\n'),
      );
    });
    await ui.press('Escape');
  });

  it('shows recent queries and material when nothing is typed', async () => {
    const ui = workbench();
    await openSearch(ui);
    await ui.press('Backspace');
    await resultsMatching(ui, /^人才$|^人才,/, (rows) => {
      assert.ok(rows.some((row) => row.startsWith('台账 包村')));
      assert.ok(rows.some((row) => row.includes('在春季农业生产现场会上的讲话')));
    });
    await ui.screenshot('search empty');
    await ui.press('Escape');
  });

  it('says what to try when nothing is found', async () => {
    const ui = workbench();
    await openSearch(ui);
    await ui.type('zzqqxxww');
    await resultsMatching(ui, /Nothing found/);
    await ui.screenshot('search nothing');
    await ui.press('Escape');
  });

  it('opens to the side with the cursor on the hit', async () => {
    const ui = workbench();
    await openSearch(ui);
    await ui.ime('nongshi', '不误农时');
    await resultsMatching(ui, /不误农时/);
    await ui.page.locator('.quick-input-list .monaco-list-row').first().hover();
    await ui.page
      .locator('.quick-input-list .monaco-list-row .action-label[aria-label="Open to the Side"]')
      .first()
      .click();
    const selected = ui.page.locator('.statusbar-item', { hasText: /\(4 selected\)/ });
    await selected.waitFor();
    assert.equal(await ui.page.locator('.editor-group-container').count(), 2);
    await ui.screenshot('search opened');
  });
});
