// Takes the pictures of the README and the walkthrough from the real workbench, in both languages:
//   npm run screenshots [-- checks]
// with `checks` only those of the checks.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { compendium, folderWith } from '../test/ui/support/compendium';
import { eventually } from '../test/ui/support/eventually';
import { ghostText } from '../test/ui/support/ghostText';
import { Importing } from '../test/ui/support/importing';
import { Workbench } from '../test/ui/support/workbench';
import { takeCheckPictures } from './support/checkPictures';
import type { Clip } from './support/pictures';
import { around, fonts, plain, toWebp } from './support/pictures';

/** Words of the extension's interface by which a picture's subject is found. */
interface Words {
  readonly locale: string;
  readonly folder: string;
  readonly container: string;
  readonly material: string;
  readonly insert: string;
  readonly results: string;
  readonly related: string;
  readonly keep: string;
  readonly importing: string;
  readonly pages: string;
}

const media = 'media/screenshots';

const languages: readonly Words[] = [
  {
    locale: 'en',
    folder: media,
    container: 'Gongwen Library',
    material: 'Material',
    insert: 'Insert into Draft',
    results: 'Results',
    related: 'Related Passages',
    keep: 'Keep in the Results View',
    importing: 'Import Material…',
    pages: 'Gongwen Library (公文素材): Preview the Pages',
  },
  {
    locale: 'zh-cn',
    folder: `${media}/zh-cn`,
    container: '公文素材库',
    material: '素材',
    insert: '插入到文稿',
    results: '检索结果',
    related: '相关素材',
    keep: '留在检索结果视图中',
    importing: '导入素材…',
    pages: '公文素材: 版式预览',
  },
];

async function takePictures(words: Words): Promise<void> {
  mkdirSync(words.folder, { recursive: true });
  const speech = readFileSync('test/fixtures/draft/素材/讲话致辞/在春季农业生产现场会上的讲话.md', 'utf8');
  const notice = readFileSync('test/fixtures/export/general.md', 'utf8');
  const folder = folderWith({ '来稿/合集.txt': compendium, '来稿/现场会讲话.md': speech, '通知.md': notice });
  const ui = await Workbench.open({
    folder,
    locale: words.locale,
    viewport: { width: 1000, height: 700 },
    settings: plain,
  });
  const { page } = ui;
  await page.addStyleTag({ content: fonts });
  const side = page.locator('.part.sidebar');
  const editor = page.locator('.editor-group-container.active');
  const picture = async (name: string, part: () => Promise<Clip>): Promise<void> => {
    await page.mouse.move(22, 600);
    // Lists fade in, and grow and shrink.
    await page.waitForTimeout(800);
    const clip = await part();
    writeFileSync(join(words.folder, `${name}.webp`), await toWebp(page, await page.screenshot({ clip })));
  };
  const quickInput = page.locator('.quick-input-widget');
  const search = async (latin: string, text: string): Promise<void> => {
    await ui.press('Control+Alt+J');
    await ui.waitForQuickInput();
    await ui.ime(latin, text);
    await page.locator('.quick-input-title', { hasText: /\d/ }).waitFor();
  };
  try {
    await ui.openFile('通知.md');
    await ui.runCommand(words.pages);
    const shown = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg');
    await shown.first().waitFor();
    await picture('pages', () => around(editor, page.locator('.editor-group-container').last()));
    await ui.press('Control+K', 'Control+W');

    await new Importing(ui, { menu: words.importing, message: /./ }).fromExplorer('来稿', 3);
    await picture('import', () => around(quickInput));
    await ui.press('Escape');

    const tree = await ui.openTree(words.container, words.material);
    await ui.tree(words.results).showPane(false);
    await tree.expand('讲话致辞');
    await tree.expand('在春季农业生产现场会上的讲话');
    await tree.expand('一、把农时抓在手上');
    await tree.click('一、把农时抓在手上');
    await eventually(async () => assert.match(await ui.visibleText(), /把农时抓在手上/));
    const whole = async (): Promise<Clip> => ({ ...(await around(side, editor)), height: 330 });
    await picture('tree', whole);

    await ui.openFile('工作推进会讲话稿.md');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await tree.hoverAction('春争日', words.insert);
    await eventually(async () => assert.match(await ui.visibleText(), /春争日/));
    await ui.ime('linjiangxian', '临江县');
    /** From one line of the draft to another. */
    const lines = async (from: string, to: string): Promise<Clip> => {
      const line = (text: string): Locator => editor.locator('.view-line', { hasText: text }).first();
      const { x, y, height } = await around(line(from), line(to));
      return { x: x - 8, y: y - 8, width: 615, height: height + 32 };
    };
    if (words.folder === media) {
      await picture('insertion', () => lines('三、突出重点', '春争日'));
    }
    await ui.press('Escape', 'Escape', 'ControlOrMeta+End', 'Enter', 'Enter');

    if (words.folder === media) {
      await ui.ime('quanmianjiansheshehuizhuyi', '全面建设社会主义');
      await ghostText(ui);
      await picture('ghostText', () => lines('春争日', '全面建设'));
      await ui.press('Escape');
      for (let length = 8; length > 0; length--) await ui.press('Backspace');
    }
    await ui.ime('women', '我们要坚持问题导向，。');
    await ui.press('ArrowLeft');
    await ui.ime('tuidongkeji', '推动科技');
    await ui.suggestions();
    await ui.suggestionDetails();
    await picture('completion', async () => {
      const details = page.locator('.suggest-details-container:visible');
      const list = await around(page.locator('.suggest-widget.visible'), details);
      return { ...list, height: list.height + 24 };
    });
    await ui.press('Escape', 'ControlOrMeta+End', 'Enter', 'Enter');

    await tree.showPane(false);
    const related = ui.tree(words.related);
    await related.showPane(true);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await ui.ime('chengguo', '打通科技成果转化的最后一公里，让成果走出实验室。');
    await ui.press('Escape');
    await eventually(async () => {
      const labels = (await related.rows()).map(({ label }) => label);
      assert.ok(
        labels.some((label) => label.includes('成果')),
        labels.join('\n'),
      );
    });
    await page.setViewportSize({ width: 1000, height: 360 });
    // Brings the line into sight again.
    await ui.press('ControlOrMeta+Home', 'ControlOrMeta+End');
    await editor.locator('.view-line', { hasText: '让成果走出实验室' }).waitFor();
    await picture('related', () => around(side, editor));
    await page.setViewportSize({ width: 1000, height: 700 });
    await related.showPane(false);
    await ui.focusEditor();
    await search('rencai', '人才 成果');
    await picture('search', () => around(quickInput));

    await ui.press('ControlOrMeta+A');
    await ui.ime('taizhang', '台账');
    await page.locator(`.quick-input-titlebar .action-label[aria-label="${words.keep}"]`).click();
    await tree.showPane(false);
    const results = ui.tree(words.results);
    await results.waitForRows();
    await page.setViewportSize({ width: 1000, height: 400 });
    await ui.press('Control+Alt+N', 'Control+Alt+N');
    await eventually(async () => assert.match(await ui.visibleText(), /工作台账/));
    await page.locator('.statusbar-item', { hasText: /\b2 selected/ }).waitFor();
    await picture('results', () => around(side, editor));
  } finally {
    await ui.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const onlyChecks = process.argv.includes('checks');
  for (const words of languages) {
    if (!onlyChecks) await takePictures(words);
    await takeCheckPictures(words.locale, words.folder);
  }
}

void main();
