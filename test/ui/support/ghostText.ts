import assert from 'node:assert/strict';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

const selector = '.view-lines [class*="ghost-text"]';

/** Ghost text after the cursor, once it shows. */
export const ghostText = ({ page }: Workbench): Promise<string> =>
  eventually(async () => {
    const text = (await page.locator(selector).allInnerTexts()).join('').replaceAll('\u00a0', ' ');
    assert.notEqual(text, '', 'no ghost text');
    return text;
  });

/** Number of pieces of ghost text that show. */
export const ghostTexts = ({ page }: Workbench): Promise<number> => page.locator(selector).count();

/** @throws when ghost text shows, or comes to show within a second */
export async function noGhostText(ui: Workbench): Promise<void> {
  await ui.page.waitForTimeout(1000);
  assert.equal(await ghostTexts(ui), 0, 'ghost text shows');
}
