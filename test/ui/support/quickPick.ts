import type { Page } from 'playwright-core';
import type { Element } from './tree';

/**
 * Waits until what is typed goes into a quick pick or an input box, one with that title if one is told.
 * @param limit milliseconds to wait for it
 */
export async function waitForQuickInput(page: Page, title?: string | RegExp, limit?: number): Promise<void> {
  const waiting = limit === undefined ? {} : { timeout: limit };
  if (title) await page.locator('.quick-input-title:visible', { hasText: title }).waitFor(waiting);
  await page.locator('.quick-input-widget:visible input:focus').first().waitFor(waiting);
}

/** Opens a quick input with a key. An editor that opens late takes the focus, which closes it; then the key is pressed again. */
export async function openQuickInput(page: Page, key: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key);
    try {
      await waitForQuickInput(page, undefined, 10_000);
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

/** The rows of the quick pick that shows, title and all, as they are read out. */
export function quickPickRows(page: Page): Promise<string[]> {
  return page
    .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
    .evaluateAll((rows: unknown): string[] => (rows as Element[]).map((row) => row.getAttribute('aria-label') ?? ''));
}

/**
 * Picks the row with a label, once it is there.
 * @param limit milliseconds to wait for it
 */
export async function pickRow(page: Page, label: string, limit?: number): Promise<void> {
  const name = page.locator('.quick-input-list-row:first-child .label-name').getByText(label, { exact: true });
  await name.first().click(limit === undefined ? {} : { timeout: limit });
}

/**
 * Picks a row of the quick pick that a key opens. It is written all at once: the editor filters anew for every key. An input box that
 * closes late, or an editor that opens late, closes this quick pick, too: nothing has been picked then, and the key is pressed again.
 */
export async function pickIn(page: Page, key: string, label: string): Promise<void> {
  const open = page.locator('.quick-input-widget:visible');
  for (let tries = 1; ; tries++) {
    if ((await open.count()) > 0) await page.keyboard.press('Escape');
    await openQuickInput(page, key);
    await page.keyboard.insertText(label);
    try {
      await pickRow(page, label, 10_000);
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}
