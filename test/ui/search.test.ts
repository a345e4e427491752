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
  limit?: number,
): Promise<void> =>
  eventually(async () => {
    const rows = await ui.quickPickRows();
    assert.match(rows[0] ?? '', pattern);
    check(rows);
  }, limit);

/** Opens the search, which shows the last query; returns that. */
async function openSearch(ui: Workbench): Promise<string> {
  await ui.openSearch();
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
    await ui.press('ControlOrMeta+End');
    await ui.openSearch();
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
    // What was inserted was saved: the row says so as soon as the file has been read.
    await eventually(async () => {
      await ui.press('Escape');
      await openSearch(ui);
      await resultsMatching(ui, /used in 工作推进会讲话稿\.md/, undefined, 2000);
    });
    await ui.screenshot('search used before');
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

  it('is narrowed, read and used with keys alone', async () => {
    const ui = workbench();
    const title = ui.page.locator('.quick-input-widget:visible .quick-input-title').first();
    const editors = ui.page.locator('.editor-group-container');
    await openSearch(ui);
    await ui.ime('keji', '科技创新');
    await eventually(async () => assert.match(await title.innerText(), /【All】 · Paragraphs \d+ · Quotes \d+/));
    // Titles of articles that follow each other are said once, and what ships is told from what is one's own.
    await eventually(async () => {
      const rows = await ui.quickPickRows();
      assert.ok(
        rows.some((row) => row.includes('built-in')),
        rows.join('\n'),
      );
    });
    await ui.press('Control+Alt+3');
    await eventually(async () => assert.match(await title.innerText(), /All · Paragraphs \d+ · 【Quotes \d+】/));
    await ui.screenshot('search quotes');
    await ui.press('Control+Alt+2');
    await eventually(async () => assert.match(await title.innerText(), /50 of \d+ shown.*【Paragraphs/));
    await ui.press('ArrowDown');
    // The passage shows beside the draft, and goes with the search.
    await eventually(async () => assert.equal(await editors.count(), 2));
    await ui.page.locator('.editor-group-container .view-line', { hasText: '科技创新' }).first().waitFor();
    await ui.screenshot('search preview');
    await ui.press('Escape');
    await eventually(async () => assert.equal(await editors.count(), 1));
  });

  it('shows the next rows on demand, and opens the group of phrases', async () => {
    const ui = workbench();
    const title = ui.page.locator('.quick-input-widget:visible .quick-input-title').first();
    const active = ui.page.locator('.quick-input-list .monaco-list-row.focused');
    await openSearch(ui);
    await ui.ime('fazhan', '发展');
    // A row is marked by us as long as the letters of the composition are the query.
    await resultsMatching(ui, /^[^【]*发展[^【]*$/);
    assert.match(await title.innerText(), /50 of \d+ shown/);
    // The last rows are the phrases; above them the row for more.
    await eventually(async () => {
      // Rows that come after the key begin with the first again.
      await ui.press('ControlOrMeta+End');
      assert.match((await active.getAttribute('aria-label')) ?? '', /All \d+ phrases/);
    });
    await ui.screenshot('search phrases group');
    for (let tries = 0; !((await active.getAttribute('aria-label')) ?? '').includes('More: 50'); tries++) {
      assert.ok(tries < 9, 'no row for more');
      await ui.press('ArrowUp');
    }
    await ui.press('Enter');
    await eventually(async () => assert.match(await title.innerText(), /100 of \d+ shown/));
    await ui.screenshot('search more');
    await ui.press('ControlOrMeta+End', 'Enter');
    await eventually(async () => assert.match(await title.innerText(), /【Phrases \d+】/));
    await ui.press('Escape');
  });

  it('stars with a key and stays where it is, and opens beside with another', async () => {
    const ui = workbench();
    const active = ui.page.locator('.quick-input-list .monaco-list-row.focused');
    await openSearch(ui);
    await ui.ime('nongshi', '农时');
    // Only the letters of the composition have matches that are marked by us.
    await resultsMatching(ui, /^[^【]*农时[^【]*$/, (rows) => assert.ok(rows.length > 1));
    await ui.press('ArrowDown');
    const label = await active.getAttribute('aria-label');
    await ui.press('Control+Alt+M');
    const star = active.locator('.action-label[aria-label="Remove from Favourites (Ctrl+Alt+M)"]');
    await star.waitFor({ state: 'attached' });
    assert.equal(await active.getAttribute('aria-label'), label);
    await ui.press('Control+Alt+M');
    await star.waitFor({ state: 'detached' });
    await ui.press('Control+Enter');
    await eventually(async () => assert.equal(await ui.page.locator('.editor-group-container').count(), 2));
    await ui.page.locator('.statusbar-item', { hasText: /\(2 selected\)/ }).waitFor();
    await ui.press('ControlOrMeta+W');
    await ui.focusEditor();
  });

  it('says that only parts of a query were found', async () => {
    const ui = workbench();
    await openSearch(ui);
    await ui.ime('taizhang', '台账 量子纠缠');
    await eventually(async () => {
      const [remark, first] = await ui.quickPickRows();
      assert.match(remark ?? '', /No passage has all of “台账”“量子纠缠”/);
      assert.match(first ?? '', /without “量子纠缠”/);
    });
    await ui.screenshot('search partial');
    await ui.press('Escape');
  });

  it('shows recent queries and material when nothing is typed', async () => {
    const ui = workbench();
    await openSearch(ui);
    await ui.press('Backspace');
    await resultsMatching(ui, /^台账 量子纠缠/, (rows) => {
      assert.ok(rows.some((row) => row.startsWith('人才')));
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
      .locator('.quick-input-list .monaco-list-row .action-label[aria-label^="Open to the Side"]')
      .first()
      .click();
    const selected = ui.page.locator('.statusbar-item', { hasText: /\(4 selected\)/ });
    await selected.waitFor();
    assert.equal(await ui.page.locator('.editor-group-container').count(), 2);
    await ui.screenshot('search opened');
  });
});
