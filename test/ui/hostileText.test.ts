import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { message } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

/** An icon, a link to a command, HTML, a variable of snippets and marks that turn the text that follows. */
const marks = '$(flame)[改](command:workbench.action.quit)<img src=x><b>粗</b>${1:$TM_FILENAME}\u202egnp\u2067';
const title = `稻浪${marks}`;
/** What a file may be called on every system. */
const fileName =
  process.platform === 'win32' ? '空稻$(flame)\u202egnp.txt' : '空稻$(flame)[改](command:x)\u202egnp.txt';

const folder = folderWith({ [fileName]: '', '起草.md': '' });
const personal = mkdtempSync(join(tmpdir(), 'gongwen-hostile-'));
mkdirSync(join(personal, '乡情'), { recursive: true });
writeFileSync(
  join(personal, '乡情', '稻浪.md'),
  `---\ntitle: '${title}'\ncategory: '乡情${marks}'\ntags: ['${marks}']\nsource: '${marks}'\n---\n\n# 一、${marks}\n\n稻浪千重满目金黄，${marks}，仓廪殷实百姓安康。\n`,
);
writeFileSync(
  join(personal, '乡情', '农谚.md'),
  `---\ntitle: '农谚${marks}'\ncategory: 金句\nsource: '${marks}'\n---\n\n- 麦熟时节机声隆隆，颗粒归仓农户欢喜。\n`,
);

describe('text of strangers in the editor', () => {
  const workbench = useWorkbench({
    folder,
    openFile: '起草.md',
    settings: { 'gongwen.completion.show': 'list' },
    machineSettings: { 'gongwen.library.personalFolder': personal },
    viewport: { width: 1400, height: 900 },
  });
  after(() => {
    for (const scratch of [folder, personal]) rmSync(scratch, { recursive: true, force: true });
  });

  /** Fails where something in the window is more than text. @param within selector of the part that shows it */
  async function assertText(within: string, ...shown: readonly string[]): Promise<void> {
    const { page } = workbench();
    const parts = page.locator(within);
    // Between `$` and `(` stands a space without width in labels.
    const text = (await parts.allInnerTexts()).join('\n').replaceAll('\u200b', '').replaceAll('\u00a0', ' ');
    for (const one of shown) assert.ok(text.includes(one), `${one} in ${text}`);
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/);
    for (const more of ['.codicon-flame', 'b', 'img[src="x"]', 'a[href*="command:"]', 'a[data-href*="command:"]'])
      assert.equal(await parts.locator(more).count(), 0, `${more} in ${within}`);
  }

  it('is text in the tree and over its rows', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.expand('乡情');
    await tree.expand('稻浪');
    await assertText('.pane .monaco-list-row', '稻浪$(flame)[改](command:', '<img src=x>', '${1:');
    await tree.hoverText('稻浪');
    await ui.screenshot('hostile tree');
    await assertText('.workbench-hover:visible', '$(flame)', '<img src=x>');
  });

  it('is text in the search, and in the results', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.openSearch();
    await ui.ime('daolang', '稻浪');
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /稻浪千重满目金黄/));
    await ui.screenshot('hostile search');
    await assertText('.quick-input-list .monaco-list-row', '稻浪$(flame)[改](command:');
    await ui.page.locator('.quick-input-titlebar .action-label[aria-label="Keep in the Results View"]').click();
    const results = ui.tree('Results');
    await results.waitForRows();
    await eventually(() => assertText('.pane .monaco-list-row', '千重满目金黄', '$(flame)'));
    await ui.screenshot('hostile results');
  });

  it('is text in suggestions, and is inserted as it stands', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.ime('maishushijie', '麦熟时节');
    await eventually(() => assertText('.suggest-widget.visible .monaco-list-row', '机声隆隆'));
    await ui.suggestionDetails();
    await ui.screenshot('hostile suggestions');
    await assertText('.suggest-details', '$(flame)');
    await ui.press('Escape');
  });

  it('is text in messages', async () => {
    const ui = workbench();
    await new Importing(ui).choose('空稻');
    await message(ui, /“空稻/);
    await ui.screenshot('hostile message');
    await assertText('.notifications-center .notification-list-item-message', '$(flame)');
  });
});
