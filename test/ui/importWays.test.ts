import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfOf } from '../unit/intake/fileFixtures';
import { folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { cancelProgress, message } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

const speech = (title: string, words: string): string =>
  `${title}\n\n    同志们：\n    ${words.repeat(3)}\n    谢谢大家！\n`;

/** A PDF of 300 pages full of text, all lines different: some seconds of work. */
function longPdf(): Uint8Array {
  const words = (number: number): string =>
    Array.from({ length: 38 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((Math.imul(number * 64 + at + 1, 2_654_435_761) >>> 12) % 20_000)),
    ).join('');
  return pdfOf(Array.from({ length: 300 }, (_, page) => Array.from({ length: 35 }, (__, at) => words(page * 35 + at))));
}

const folder = folderWith({
  '来稿/春管.txt': speech(
    '在全县春管会上的讲话',
    '春管要抓早抓细，追肥、除草、防冻一样不能少，弱苗促壮、旺苗控旺，因苗分类施策。',
  ),
  '来稿/冬储.txt': speech(
    '在全县冬储会上的讲话',
    '冬储要备足饲草，圈舍要防风保暖，牲畜要按时防疫，牧户要结对互助，确保安全越冬。',
  ),
  '三百页.pdf': longPdf(),
});
const personal = mkdtempSync(join(tmpdir(), 'gongwen-personal-'));
const inPersonal = (ending: string): string[] =>
  readdirSync(personal, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
const written = (): string[] => inPersonal('.md');
const both = ['在全县冬储会上的讲话.md', '在全县春管会上的讲话.md'].map((name) => join('讲话致辞', name));

describe('ways to import', () => {
  const workbench = useWorkbench({ folder, machineSettings: { 'gongwen.library.personalFolder': personal } });
  const importing = (): Importing => new Importing(workbench());
  after(() => {
    assert.deepEqual(inPersonal('.tmp'), [], 'no scratch file is left');
    for (const scratch of [folder, personal]) rmSync(scratch, { recursive: true, force: true });
  });

  it('are the explorer’s menu on a folder', async () => {
    const rows = await importing().fromExplorer('来稿', 2);
    assert.match(rows.join('\n'), /在全县春管会上的讲话[^]*在全县冬储会上的讲话/);
    await workbench().press('Escape');
  });

  it('are dragging a file from the explorer onto the tree', async () => {
    const ui = workbench();
    const { page } = ui;
    const { mouse } = page;
    await ui.press('Control+Shift+E');
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '来稿' });
    const icon = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Gongwen Library"]') });
    const from = await row.boundingBox();
    const to = await icon.boundingBox();
    assert.ok(from && to);
    await mouse.move(from.x + 40, from.y + 10);
    await mouse.down();
    await mouse.move(from.x + 40, from.y + 40, { steps: 4 });
    await mouse.move(to.x + 10, to.y + 10, { steps: 6 });
    // What is held over the icon for a while has the view opened.
    const category = page.locator('.pane .monaco-list-row[aria-label^="讲话致辞"]');
    await eventually(async () => {
      await mouse.move(to.x + 11, to.y + 12, { steps: 2 });
      await mouse.move(to.x + 10, to.y + 10, { steps: 2 });
      assert.ok(await category.isVisible());
    });
    const target = await category.boundingBox();
    assert.ok(target);
    await mouse.move(target.x + 60, target.y + 8, { steps: 6 });
    await mouse.move(target.x + 62, target.y + 10, { steps: 3 });
    await mouse.up();
    const rows = await importing().preview(2);
    assert.match(rows[0] ?? '', /在全县春管会上的讲话/);
    await ui.screenshot('import dragged');
    await ui.press('Escape');
  });

  it('are dropping a file from outside, whose place nobody knows', async () => {
    const ui = workbench();
    await ui.openTree('Gongwen Library', 'Material');
    const text = speech('在全县夏收会上的讲话', '夏收要抢晴抢早，农机要跨区调度，粮库要腾仓待收，做到颗粒归仓。');
    const data = await ui.page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(text)}], '夏收.txt'));
      return data;
    })()`);
    const row = ui.page.locator('.pane .monaco-list-row[aria-label^="讲话致辞"]');
    for (const event of ['dragenter', 'dragover', 'drop']) await row.dispatchEvent(event, { dataTransfer: data });
    await eventually(async () =>
      assert.match((await importing().preview(1))[0] ?? '', /在全县夏收会上的讲话.*夏收\.txt/),
    );
    await ui.screenshot('import dropped from outside');
    await ui.press('Escape');
  });

  it('tell which page of a long document they read, and can be cancelled there, which writes nothing', async () => {
    const ui = workbench();
    await importing().choose('三百页.pdf');
    await message(ui, /Reading Material[^]*三百页\.pdf \d+\/300/);
    await ui.screenshot('import reading pages');
    await cancelProgress(ui, /三百页/);
    await message(ui, /Import cancelled: nothing was written/);
    await ui.screenshot('import cancelled');
    assert.deepEqual(written(), []);
  });

  it('may be used in two windows at once: nothing is there twice, and nothing is lost', async () => {
    const ui = workbench();
    const other = await ui.openWindow();
    const imports = [importing(), new Importing(other)];
    for (const each of imports) await each.fromExplorer('来稿', 2);
    await Promise.all(imports.map((each) => each.ok()));
    await Promise.all([ui, other].map((window) => message(window, /article\(s\) imported/)));
    await other.screenshot('import in two windows');
    assert.deepEqual(written().sort(), both);
    assert.match(readFileSync(join(personal, both[0] ?? ''), 'utf8'), /^---\ntitle: 在全县冬储会上的讲话\n/);
    await other.close();
  });
});
