import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually';
import type { Element } from './support/tree';
import { useWorkbench } from './support/useWorkbench';

const draft = `# 关于开展安全生产检查的通知。

各县（市、区）人民政府：

现将有关事项通知如下:

一、检查内容

重点检查X市各类企业,压实主体责任。

三、时间安排

2026年11月27日（星期四）前完成,请认真落实...

由发改委牵头，坚持以人民为中新的发展思想。副县长李建国、县委书记王为东出席会议。

各村要在汛期到来之前把排涝泵站逐台开机试运行一遍。
`;
const note =
  '# 防汛备忘\n\n去年的做法：各村要在汛期到来之前把排涝泵站逐台开机试运行一遍，不走过场，逐村逐户登记造册。\n';

const folder = mkdtempSync(join(tmpdir(), 'gongwen-checks-'));
writeFileSync(join(folder, '通知.md'), draft);
writeFileSync(join(folder, '备忘.md'), note);
writeFileSync(join(folder, '领导名单.txt'), '王卫东：县委书记\n李建国：县委副书记、县长\n');
writeFileSync(
  join(folder, 'README.md'),
  '# Readme\n\nInstall it with npm, then open the editor: it is "ready", they say...\n\nA second line, e.g. 5-7 days -- no more.\n',
);

describe('checks of a draft', () => {
  const settings = { 'gongwen.terms': { 发改委: '县发展改革局' }, 'gongwen.people': '领导名单.txt' };
  const workbench = useWorkbench({ folder, openFile: '通知.md', settings });
  const report = (): Locator => workbench().page.locator('.part.panel');
  const rows = async (): Promise<string> =>
    (
      await report()
        .locator('.monaco-list-row')
        .evaluateAll((all: unknown) => (all as Element[]).map((row) => row.getAttribute('aria-label') ?? ''))
    ).join('\n');

  /** Runs a command of the extension without the mouse. */
  const run = async (title: string): Promise<void> => {
    const ui = workbench();
    await ui.press('F1');
    await ui.waitForQuickInput();
    await ui.type(title);
    await ui.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await ui.press('Enter');
  };

  it('mark what must not go out, count it, and fix it by keyboard', async () => {
    const ui = workbench();
    const marks = ui.page.locator('.editor-group-container.active .squiggly-warning');
    await eventually(async () => assert.ok((await marks.count()) >= 5, `${await marks.count()} marks`), 30_000);
    // All of it, with the lists of the house and the other files: an open menu closes when the marks under it change.
    await ui.page.locator('.statusbar-item', { hasText: '11 to settle' }).waitFor();
    await ui.page.locator('.editor-group-container.active .squiggly-info').first().waitFor();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Home', 'End', 'ArrowLeft');
    await ui.press('ControlOrMeta+.');
    await ui.page.locator('.action-widget .monaco-list-row', { hasText: 'Remove' }).first().waitFor();
    await ui.screenshot('checks quick fix');
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.editorText(), /^# 关于开展安全生产检查的通知\n/));
  });

  it('are reported by rule with what is borrowed, and the report leads to the places, by keyboard alone', async () => {
    const ui = workbench();
    await run('Check the Draft before It Goes Out');
    /** Only rows in sight exist. */
    const reports = (...parts: readonly string[]): Promise<void> =>
      eventually(async () => {
        const text = await rows();
        for (const part of parts) assert.ok(text.includes(part), `${part} in\n${text}`);
      }, 30_000);
    await reports('有关事项通知如下:, line 5, In Chinese text this mark is full-width');
    const [, grave = ''] = /(\d+) to settle before the draft goes out/.exec(await report().innerText()) ?? [];
    await ui.page.locator('.statusbar-item', { hasText: `${grave} to settle` }).waitFor();
    await run('Focus on Check of the Draft View');
    await report().locator('.monaco-list:focus').waitFor();
    const focused = (part: string): Promise<void> =>
      report().locator(`.monaco-list-row.focused[aria-label*="${part}"]`).waitFor();
    await ui.press('End');
    await focused('elsewhere: ▰');
    await reports('以人民为中新的');
    // First the row opens, then the key goes on to what is below it, once that has come.
    await eventually(async () => {
      await ui.press('ArrowRight');
      assert.equal(await report().locator('.monaco-list-row.focused[aria-label^="备忘.md"]').count(), 1);
    });
    await ui.screenshot('checks report');
    await ui.press('Enter');
    await ui.page.locator('.statusbar-item', { hasText: 'Ln 17' }).waitFor();
  });

  it('leave prose in other languages alone', async () => {
    const ui = workbench();
    await ui.openFile('README.md');
    const status = ui.page.locator('.statusbar-item', { hasText: 'to settle' });
    await status.waitFor({ state: 'hidden' });
    // The report stays, and says whose it is.
    await eventually(async () => assert.match(await report().innerText(), /report on “通知\.md”, not on the draft/));
    assert.equal(await ui.page.locator('.editor-group-container.active [class*=squiggly]').count(), 0);
  });
});
