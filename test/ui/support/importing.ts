import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { answerMessage, message } from './messages';
import type { Workbench } from './workbench';

/** The import's dialogs as a person uses them. */
export class Importing {
  constructor(
    private readonly ui: Workbench,
    private readonly words = { menu: 'Import Material…', message: /imported/ },
  ) {}

  /** Imports a file or folder by the explorer's menu and waits for the preview. @returns its rows */
  async fromExplorer(name: string, rows = 1): Promise<string[]> {
    await this.choose(name);
    return this.preview(rows);
  }

  /** Chooses to import a file or folder in the explorer's menu. */
  async choose(name: string): Promise<void> {
    const { ui } = this;
    await ui.press('Control+Shift+E');
    await ui.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click({ button: 'right' });
    // A click that comes too soon after the menu is taken for the end of the one that opened it.
    await ui.page.locator('.monaco-menu .action-label', { hasText: this.words.menu }).hover();
    await ui.press('Enter');
  }

  /** Rows of the preview, once there are so many. */
  async preview(rows: number): Promise<string[]> {
    // Only the preview counts what is ticked.
    await this.ui.page.locator('.quick-input-count:visible').waitFor();
    return eventually(async () => {
      const labels = await this.ui.quickPickRows();
      assert.ok(labels.length >= rows, `${labels.length} rows`);
      return labels;
    });
  }

  /** Points at a row and clicks one of its buttons. */
  async press(row: number, action: string): Promise<void> {
    const line = this.row(row);
    await line.hover();
    await line.locator(`.action-label[aria-label^="${action}"]`).click();
  }

  async pressTitle(action: string): Promise<void> {
    await this.ui.page.locator(`.quick-input-titlebar .action-label[aria-label^="${action}"]`).click();
    // Else what it says hides the button below.
    await this.ui.page.mouse.move(600, 700);
  }

  /** Waits until the title of the quick input is as it should be. */
  title(pattern: RegExp): Promise<void> {
    return this.ui.page.locator('.quick-input-title:visible', { hasText: pattern }).waitFor();
  }

  async tick(row: number): Promise<void> {
    await this.row(row).locator('.monaco-checkbox').click();
  }

  async isTicked(row: number): Promise<boolean> {
    return (await this.row(row).locator('.monaco-checkbox').getAttribute('aria-checked')) === 'true';
  }

  /** Waits until so many rows are ticked. */
  ticked(count: number): Promise<void> {
    return this.ui.page.locator('.quick-input-count:visible', { hasText: `${count} Selected` }).waitFor();
  }

  async ok(): Promise<void> {
    await this.ui.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  }

  /** Answers the message about an import that is done. */
  async answer(button: string): Promise<void> {
    await message(this.ui, this.words.message);
    await answerMessage(this.ui, this.words.message, button);
  }

  /** Agrees to what an undo is going to do. */
  async confirmUndo(button = 'Undo the Import'): Promise<void> {
    await this.ui.page.locator('.monaco-dialog-box .dialog-buttons').getByText(button).click();
  }

  private readonly row = (number: number): ReturnType<Workbench['page']['locator']> =>
    this.ui.page.locator('.quick-input-list .monaco-list-row').nth(number);
}
