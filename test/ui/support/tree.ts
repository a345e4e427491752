import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import { waitForQuickInput } from './quickPick';

/** A page's element, as far as these tests look at it; the types of the browser clash with those of workers. */
export interface Element {
  getAttribute(name: string): string | null;
}

export interface TreeRow {
  /** As it is read out. */
  label: string;
  /** 1 for the outermost. */
  level: number;
  /** Absent when there is nothing below the row. */
  expanded?: boolean;
}

/** A tree view in the side bar. Rows out of sight do not exist: make the window tall enough. */
export class Tree {
  private readonly pane: Locator;

  constructor(
    private readonly page: Page,
    view: string,
  ) {
    this.pane = page.locator('.pane', { has: page.locator(`.pane-header[aria-label^="${view}"]`) });
  }

  async waitForRows(): Promise<void> {
    await this.pane.locator('.monaco-list-row').first().waitFor();
  }

  /** All rows in sight, from the top. */
  rows(): Promise<TreeRow[]> {
    // All at once: rows come and go while the tree is being drawn.
    return this.pane.locator('.monaco-list-row').evaluateAll((rows: unknown): TreeRow[] =>
      (rows as Element[]).map((row) => {
        const expanded = row.getAttribute('aria-expanded');
        return {
          label: row.getAttribute('aria-label')?.trim() ?? '',
          level: Number(row.getAttribute('aria-level')),
          ...(expanded !== null && { expanded: expanded === 'true' }),
        };
      }),
    );
  }

  /** Expands the first row whose label begins so, and waits for what is below. */
  async expand(label: string): Promise<void> {
    const row = this.row(label);
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
    await this.row(label, '[aria-expanded="true"]').waitFor();
    const level = Number(await row.getAttribute('aria-level')) + 1;
    await this.pane.locator(`.monaco-list-row[aria-level="${level}"]`).first().waitFor();
  }

  async click(label: string): Promise<void> {
    await this.row(label).locator('.monaco-icon-label').click();
  }

  /**
   * Opens the box for a new name of an article. The click opens the article as well, and an editor that opens late takes the focus,
   * which closes the box: then it is opened again.
   */
  async openRename(label: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.click(label);
      await this.page.keyboard.press('F2');
      try {
        await waitForQuickInput(this.page, undefined, 10_000);
        return;
      } catch (error) {
        if (tries === 3) throw error;
      }
    }
  }

  async doubleClick(label: string): Promise<void> {
    await this.row(label).locator('.monaco-icon-label').dblclick();
  }

  /** Points at a row and clicks one of the actions that appear at its end. */
  async hoverAction(label: string, action: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label).locator(`.action-label[aria-label^="${action}"]`).click();
  }

  /** Chooses an action in the menu of a row. */
  async menu(label: string, action: string): Promise<void> {
    await this.row(label).click({ button: 'right' });
    // A click that comes too soon after the menu is taken for the end of the one that opened it.
    await this.page.locator('.monaco-menu .action-label', { hasText: action }).hover();
    await this.page.keyboard.press('Enter');
  }

  /** Points at a row and returns the text that pops up. */
  async hoverText(label: string): Promise<string> {
    await this.page.mouse.move(0, 0); // a pointer that is there already does not arrive
    await this.row(label).locator('.monaco-icon-label').hover();
    const hover = this.page.locator('.workbench-hover:visible').first();
    return eventually(async () => {
      const text = await hover.innerText({ timeout: 1000 });
      assert.doesNotMatch(text, /^Loading/);
      return text;
    });
  }

  /** Opens the view, or leaves only its header to be seen. */
  async showPane(shown: boolean): Promise<void> {
    const header = this.pane.locator('.pane-header');
    // At its beginning: the rest may be covered by actions.
    const position = { x: 12, y: 10 };
    if ((await header.getAttribute('aria-expanded')) !== String(shown)) await header.click({ position });
    await header.and(this.page.locator(`[aria-expanded="${shown}"]`)).waitFor();
  }

  /** Presses End in the view; the rows at the end show a moment later. */
  async goToEnd(): Promise<void> {
    await this.pane.locator('.monaco-list').focus();
    await this.page.keyboard.press('End');
  }

  /** Points at the header of the view and clicks one of its actions. */
  async headerAction(action: string): Promise<void> {
    const header = this.pane.locator('.pane-header');
    await header.hover();
    await header.locator(`.action-label[aria-label^="${action}"]`).click();
  }

  private row(label: string, condition = ''): Locator {
    return this.pane.locator(`.monaco-list-row[aria-label^="${label}"]${condition}`).first();
  }
}
