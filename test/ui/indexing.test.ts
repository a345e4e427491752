import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

const files = 60;
const paragraphs = 500;
const words = [
  '防汛',
  '值守',
  '巡堤',
  '查险',
  '物资',
  '转移',
  '群众',
  '水位',
  '闸门',
  '预案',
  '演练',
  '会商',
  '灾情',
  '堤坝',
];

/** A paragraph unlike any other. */
function paragraph(number: number): string {
  const chosen = Array.from({ length: 40 }, (_, at) => words[(number * (at + 3) + at * at) % words.length] ?? '');
  return `第${number}段${chosen.join('')}，编号${String.fromCharCode(0x4e00 + number)}${String.fromCharCode(0x6e00 + number)}。`;
}

describe('a large library', () => {
  const workbench = useWorkbench({ viewport: { width: 1280, height: 900 } });

  it('is indexed while one works: the status bar says how far, and search gives what there is', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    for (let file = 0; file < files; file++) {
      const body = Array.from({ length: paragraphs }, (_, at) => paragraph(file * paragraphs + at));
      writeFileSync(join(ui.folder, '素材', `卷${file}.txt`), `---\ncategory: 大库\n---\n${body.join('\n')}\n`);
    }
    await eventually(async () => {
      const labels = (await tree.rows()).map(({ label }) => label);
      assert.ok(
        labels.some((label) => label.startsWith(`大库 ${files}`)),
        labels.join(),
      );
    }, 150_000);
    const status = ui.page.locator('.statusbar-item', { hasText: /Indexing material: \d+ %/ });
    const shown = status.waitFor({ timeout: 60_000 });
    await ui.focusEditor();
    await ui.openSearch();
    await ui.type('buwunongshi');
    await shown;
    await ui.screenshot('indexing');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /【不误农时】/));
    await status.waitFor({ state: 'hidden', timeout: 60_000 });
    await ui.press('ControlOrMeta+A');
    await ui.ime('bian', '编号乷炷'.slice(0, 3));
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /卷\d+/));
    await ui.press('Escape');
  });
});
