import assert from 'node:assert/strict';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

/** Messages of the notification centre, which is opened for it: a workbench under test pops none up. */
export async function messages({ page }: Workbench): Promise<string[]> {
  const center = page.locator('.notifications-center.visible');
  if ((await center.count()) === 0) await page.locator('[id="status.notifications"]').click();
  return eventually(async () => {
    const texts = await center.locator('.notification-list-item-message').allInnerTexts();
    assert.notEqual(texts.length, 0, 'no messages');
    return texts;
  });
}

/** The first message that is as it should be, once it is there; the notification centre stays open. */
export function message(ui: Workbench, pattern: RegExp): Promise<string> {
  return eventually(async () => {
    const texts = await messages(ui);
    const found = texts.find((text) => pattern.test(text));
    assert.ok(found, texts.join('\n'));
    return found;
  });
}

/** Clicks a button of a message. */
export async function answerMessage({ page }: Workbench, pattern: RegExp, button: string): Promise<void> {
  const item = page.locator('.notifications-center .notification-list-item', { hasText: pattern }).first();
  await item.locator('.monaco-button', { hasText: button }).click();
}

/**
 * Cancels a progress, and waits until it is gone. Its row is drawn anew while it goes on, and a click in such a moment is lost: the
 * button is clicked again then.
 */
export async function cancelProgress({ page }: Workbench, pattern: RegExp): Promise<void> {
  const progress = page.locator('.notifications-center .notification-list-item', { hasText: pattern });
  const cancel = progress.locator('.monaco-button', { hasText: 'Cancel' });
  await cancel.click();
  await eventually(async () => {
    if ((await progress.count()) === 0) return;
    await cancel.click({ timeout: 1000 });
    assert.fail(`goes on: ${pattern.source}`);
  });
}
