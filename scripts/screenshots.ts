// Takes the pictures of the README and the walkthrough from the real workbench, in both languages:
//   npm run screenshots
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../test/ui/support/eventually';
import { Workbench } from '../test/ui/support/workbench';

/** Words of the extension's interface by which a picture's subject is found. */
interface Words {
  readonly folder: string;
  readonly locale?: string;
  readonly container: string;
  readonly view: string;
  readonly insert: string;
}

/** From 0 to 1. */
const webpQuality = 0.35;

const languages: readonly Words[] = [
  { folder: 'media/screenshots', container: 'Gongwen Library', view: 'Material', insert: 'Insert into Draft' },
  { folder: 'media/screenshots/zh-cn', locale: 'zh-cn', container: '公文素材库', view: '素材', insert: '插入到文稿' },
];

/** The browser itself makes WebP of a PNG: less than half the size of a JPEG, and letters stay sharp. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage();
  try {
    const url: string = await blank.evaluate(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', ${webpQuality});
    })()`);
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  } finally {
    await blank.close();
  }
}

async function takePictures({ folder, locale, container, view, insert }: Words): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const ui = await Workbench.open({
    viewport: { width: 1000, height: 560 },
    settings: { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'window.commandCenter': false },
    ...(locale === undefined ? {} : { locale }),
  });
  const picture = async (name: string): Promise<void> => {
    await ui.page.mouse.move(22, 380);
    // Lists fade in.
    await ui.page.waitForTimeout(800);
    writeFileSync(join(folder, `${name}.webp`), await toWebp(ui.page, await ui.page.screenshot()));
  };
  try {
    const tree = await ui.openTree(container, view);
    await tree.expand('讲话致辞');
    await tree.expand('在春季农业生产现场会上的讲话');
    await tree.expand('一、把农时抓在手上');
    await tree.click('一、把农时抓在手上');
    await picture('tree');

    await ui.openFile('工作推进会讲话稿.md');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await tree.hoverAction('春争日', insert);
    await eventually(async () => assert.match(await ui.visibleText(), /春争日/));
    await ui.ime('linjiangxian', '临江县');
    await picture('insertion');
    await ui.press('Escape', 'Escape', 'ControlOrMeta+End', 'Enter', 'Enter');

    await ui.ime('women', '我们要坚持问题导向，。');
    await ui.press('ArrowLeft');
    await ui.ime('tuidongkeji', '推动科技');
    await ui.suggestions();
    await ui.suggestionDetails();
    await picture('completion');
    await ui.press('Escape', 'Control+Alt+J');
    await ui.waitForQuickInput();
    await ui.ime('rencai', '人才');
    await ui.type(' ');
    await ui.ime('chengguo', '成果');
    await picture('search');
  } finally {
    await ui.close();
  }
}

async function main(): Promise<void> {
  for (const words of languages) await takePictures(words);
}

void main();
