import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { messages } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

describe('the library in the sidebar', () => {
  const workbench = useWorkbench({
    viewport: { width: 1280, height: 900 },
    settings: { 'files.readonlyInclude': { '**/金句.md': true } },
  });

  it('shows categories with counts, and the writer’s own beside the shipped', async () => {
    const tree = await workbench().openTree('Gongwen Library', 'Material');
    await eventually(async () => {
      const labels = (await tree.rows()).map(({ label }) => label);
      for (const [category, own] of Object.entries({ 理论文章: 0, 讲话致辞: 1, 新闻发布: 0, 工作综述: 0, 金句: 1 })) {
        const row = `${category} ${readdirSync(join('corpus', category)).length + own} article`;
        assert.ok(
          labels.some((label) => label.startsWith(row)),
          `${row} in ${labels.join()}`,
        );
      }
    });
  });

  it('expands from category to passage, reads, and inserts with linked tab stops', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.expand('讲话致辞');
    await tree.expand('在春季农业生产现场会上的讲话');
    await tree.expand('二、把责任落到人头');
    assert.match(await tree.hoverText('在春季农业生产现场会上的讲话'), /2024-03-12/);
    await ui.screenshot('tree expanded');

    await tree.click('XX县要建立干部包村');
    const tab = ui.page.locator('.tab.active[data-resource-name="在春季农业生产现场会上的讲话.md"]');
    await tab.locator('.italic').waitFor();
    await ui.screenshot('tree reader');
    await tree.doubleClick('XX县要建立干部包村');
    await tab.locator('.italic').waitFor({ state: 'detached' });

    await ui.openFile('工作推进会讲话稿.md');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await tree.hoverAction('XX县要建立干部包村', 'Insert into Draft');
    await eventually(async () => assert.match(await ui.visibleText(), /XX县要建立干部包村/));
    await ui.type('Linjiang');
    await ui.screenshot('tree inserted');
    assert.match(await ui.editorText(), /\nLinjiang要建立干部包村、农技员包田的工作台账.*标准清、时限清。\n?$/);
  });

  it('filters as one types, and shows everything again when cleared', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.headerAction('Filter the Library');
    await ui.waitForQuickInput();
    await ui.ime('nongshi', '农时');
    await eventually(async () => {
      const rows = await tree.rows();
      assert.ok(rows.some(({ label }) => label.startsWith('春争日')));
      assert.ok(!rows.some(({ label }) => label.startsWith('理论文章')));
    });
    await ui.screenshot('tree filtered');
    await ui.press('Enter');
    await tree.headerAction('Clear the Filter');
    await eventually(async () => assert.ok((await tree.rows()).some(({ label }) => label.startsWith('理论文章'))));
  });

  it('says so when the document cannot be changed', async () => {
    const ui = workbench();
    await ui.openFile('金句.md');
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.expand('讲话致辞');
    await tree.hoverAction('在春季农业生产现场会上的讲话', 'Insert into Draft');
    assert.match((await messages(ui)).join(), /“金句\.md” is read-only/);
    await ui.screenshot('tree read-only');
  });

  it('shows a large category by the page', async () => {
    const ui = workbench();
    const category = join(ui.folder, '素材', '工作综述');
    mkdirSync(category);
    const shipped = readdirSync(join('corpus', '工作综述')).length;
    for (let at = 1; at <= 310; at++)
      writeFileSync(join(category, `第${at}号综述.md`), `# 第${at}号综述\n\n内容${at}。\n`);
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await eventually(async () =>
      assert.ok((await tree.rows()).some(({ label }) => label.startsWith(`工作综述 ${shipped + 310} article`))),
    );
    await tree.expand('工作综述');
    const atEnd = async (): Promise<readonly string[]> => {
      await tree.goToEnd();
      return (await tree.rows()).map(({ label }) => label);
    };
    const more = `Show ${shipped + 10} more`;
    await eventually(async () => assert.ok((await atEnd()).some((label) => label.startsWith(more))));
    await tree.click(more);
    await eventually(async () => {
      const rows = await atEnd();
      assert.match(rows[rows.findIndex((label) => label.startsWith('公文范文')) - 1] ?? '', /综述/);
    });
    await ui.screenshot('tree paged');
  });

  it('keeps an article open under its new name', async () => {
    const ui = workbench();
    writeFileSync(join(ui.folder, '素材/渠系.md'), '# 渠系\n\n渠系清淤要赶在封冻之前完工。\n');
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.headerAction('Filter the Library');
    await ui.waitForQuickInput();
    await ui.ime('fengdong', '封冻');
    await eventually(async () => assert.ok((await tree.rows()).some(({ label }) => label.startsWith('渠系'))));
    await ui.press('Enter');
    await ui.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
    // While the tree is drawn anew for the filter, what is chosen in a menu may be lost.
    await eventually(async () => {
      await tree.menu('渠系 ', 'Add to or Remove');
      const starred = async (): Promise<void> =>
        assert.ok((await tree.rows()).some(({ label }) => label.startsWith('渠系 ★')));
      await eventually(starred, 10_000);
    });
    await tree.click('渠系 ');
    const tab = (name: string): ReturnType<typeof ui.page.locator> =>
      ui.page.locator(`.tab[data-resource-name="${name}.md"]`);
    await tab('渠系').waitFor();
    await tree.openRename('渠系 ');
    await ui.press('ControlOrMeta+A');
    await ui.ime('dongxiu', '冬修');
    await ui.press('Enter');
    await tab('冬修').waitFor();
    await tab('渠系').waitFor({ state: 'detached' });
    await eventually(async () => assert.match(await ui.visibleText(), /渠系清淤要赶在封冻之前完工/));
    // The tree goes to the article under its new name, too, as soon as the library has it.
    await ui.page.locator('.pane .monaco-list-row.selected[aria-label^="冬修"]').waitFor();
    await ui.screenshot('tree renamed');
  });

  it('shows an article where it was moved to', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.headerAction('Clear the Filter');
    // What was marked before it was renamed is marked still.
    await eventually(async () => assert.ok((await tree.rows()).some(({ label }) => label.startsWith('Favourites 1'))));
    const title = '在春季农业生产现场会上的讲话';
    await tree.expand('讲话致辞');
    await tree.expand(title);
    await eventually(async () => {
      await tree.menu(title, 'Move to Category');
      await ui.waitForQuickInput(undefined, 10_000);
    });
    await ui.ime('nongtian', '农田水利');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^农田水利/));
    await ui.press('Enter');
    // Far below the three hundred articles that are open above it; rows out of sight do not exist.
    await eventually(async () => {
      const rows = await tree.rows();
      const at = rows.findIndex(({ label }) => label.startsWith(title));
      assert.match(rows[at - 1]?.label ?? '', /^农田水利/);
      assert.equal(rows[at]?.expanded, true);
    });
    await ui.screenshot('tree moved');
  });
});
