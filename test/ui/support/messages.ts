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

/**
 * Clicks a button of a message or a progress, which closes it. The list draws a row anew when it changes, and a click in that moment
 * is lost: while the message stays, the button is clicked again.
 */
export async function answerMessage({ page }: Workbench, pattern: RegExp, button: string): Promise<void> {
  const items = page.locator('.notifications-center .notification-list-item', { hasText: pattern });
  await items.first().waitFor();
  const before = await items.count();
  for (let tries = 1; ; tries++) {
    await items.first().locator('.monaco-button', { hasText: button }).click();
    try {
      await eventually(
        async () => assert.ok((await items.count()) < before, `the message stays: ${pattern.source}`),
        5000,
      );
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}
