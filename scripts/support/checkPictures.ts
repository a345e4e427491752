import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../../test/ui/support/compendium';
import { eventually } from '../../test/ui/support/eventually';
import { Workbench } from '../../test/ui/support/workbench';
import { around, fonts, plain, toWebp } from './pictures';

const draft = `# 关于开展安全生产检查的通知

各县（市、区）人民政府：

现将有关事项通知如下:

一、检查内容

重点检查X市各类企业，压实主体责任，激发市场主体活力。

三、时间安排

2026年11月27日（星期四）前完成，坚持以人民为中新的发展思想。

各村要在汛期到来之前把排涝泵站逐台开机试运行一遍。
`;
const note = '# 防汛备忘\n\n各村要在汛期到来之前把排涝泵站逐台开机试运行一遍，逐村逐户登记造册。\n';

/**
 * Takes the pictures of the checks: findings, quick fix and report in a light theme; of English also hovers in dark and high
 * contrast.
 * @param locale display language
 */
export async function takeCheckPictures(locale: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const workspace = folderWith({ '通知.md': draft, '备忘.md': note });
  const ui = await Workbench.open({
    folder: workspace,
    openFile: '通知.md',
    locale,
    viewport: { width: 1000, height: 680 },
    settings: {
      ...plain,
      'workbench.colorTheme': 'Default Light Modern',
    },
  });
  const { page } = ui;
  const editor = page.locator('.editor-group-container.active');
  const picture = async (name: string, height?: number): Promise<void> => {
    await page.waitForTimeout(800);
    const clip = await around(editor, ...(height === undefined ? [page.locator('.part.panel')] : []));
    const png = await page.screenshot({ clip: { ...clip, ...(height !== undefined && { height }) } });
    writeFileSync(join(folder, `${name}.webp`), await toWebp(page, png));
  };
  const toFinding = (): Promise<void> =>
    ui.press('ControlOrMeta+Home', ...'ArrowDown '.repeat(4).trim().split(' '), 'End', 'ArrowLeft');
  try {
    await page.addStyleTag({ content: fonts });
    const status = page.locator('.statusbar-item', { hasText: /^\D*6 / });
    await status.waitFor();
    await status.click();
    await page.locator('.part.panel .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+B');
    await ui.focusEditor();
    await toFinding();
    await ui.press('ControlOrMeta+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await picture('checks');
    await ui.press('Escape');
    if (locale !== 'en') return;
    for (const [name, theme] of [
      ['checksDark', 'Default Dark Modern'],
      ['checksContrast', 'Default High Contrast'],
    ] as const) {
      mkdirSync(join(ui.folder, '.vscode'), { recursive: true });
      writeFileSync(join(ui.folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      const wanted = theme.includes('Contrast') ? '.hc-black' : '.vs-dark';
      await page.locator(`.monaco-workbench${wanted}`).waitFor();
      await ui.focusEditor();
      await toFinding();
      await ui.press('ControlOrMeta+K', 'ControlOrMeta+I');
      await eventually(async () => {
        assert.match(await page.locator('.monaco-hover:visible').first().innerText(), /full-width/);
      });
      await picture(name, 290);
      await ui.press('Escape');
    }
  } finally {
    await ui.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}
