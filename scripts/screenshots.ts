// Takes the pictures of the README and the walkthrough from the real workbench, in both languages:
//   npm run screenshots
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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

const languages: readonly Words[] = [
  { folder: 'media/screenshots', container: 'Gongwen Library', view: 'Material', insert: 'Insert into Draft' },
  { folder: 'media/screenshots/zh-cn', locale: 'zh-cn', container: '公文素材库', view: '素材', insert: '插入到文稿' },
];

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
    await ui.page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 70 });
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
