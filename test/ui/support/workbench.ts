import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchWorkbench } from '../../host/launchWorkbench.mjs';
import { homeBelow, makeScratch } from '../../host/serveWorkbench.mjs';
import { eventually } from './eventually';
import { openQuickInput, pickIn, pickRow, quickPickRows, waitForQuickInput } from './quickPick';
import { Tree } from './tree';

const root = join(__dirname, '../../..');

export interface WorkbenchOptions {
  /** Copied, and the copy opened as the workspace; by default the folder with the sample draft. */
  folder?: string;
  /** A file of that folder, opened at the start; by default the sample draft. */
  openFile?: string;
  /** User settings, and those of scope `machine`, which the editor, its window being a remote one, takes from nowhere else. */
  settings?: Record<string, unknown>;
  machineSettings?: Record<string, unknown>;
  /** Display language of the extension, for example `zh-cn`, and where it runs, by default in Node.js. */
  locale?: string;
  kind?: 'web';
  viewport?: { width: number; height: number };
  /** False: the editor as it is without us. */
  extension?: boolean;
}

/** The workbench as a person has it: a screen, a keyboard with an input method, a mouse. */
export class Workbench {
  private constructor(
    readonly page: Page,
    /** The copy that is open as the workspace. */
    readonly folder: string,
    private readonly driven: Awaited<ReturnType<typeof launchWorkbench>>,
    private readonly openedFile: string,
  ) {}

  /** Opens the workbench, with the built extension in it unless told otherwise; resolves when the extensions are ready. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const scratch = makeScratch();
    const folder = join(scratch, 'draft');
    cpSync(options.folder ?? join(root, 'test/fixtures/draft'), folder, { recursive: true });
    const extensionsDir = join(scratch, 'extensions');
    cpSync(join(__dirname, 'readyProbe'), join(extensionsDir, 'gongwen-test.ready-probe-0.0.1'), { recursive: true });
    const readyFile = join(scratch, 'ready');
    const openFile = options.openFile ?? '工作推进会讲话稿.md';
    const driven = await launchWorkbench({
      ...options,
      scratch,
      folder,
      openFile,
      ...(options.extension !== false && { extensionDevelopmentPath: root }),
      extensionsDir,
      env: { ...homeBelow(scratch), GONGWEN_READY_FILE: readyFile },
    });
    const workbench = new Workbench(driven.page, folder, driven, openFile);
    try {
      await eventually(() => assert.ok(existsSync(readyFile), 'The extension did not become ready.'), 60_000);
      assert.match(readFileSync(readyFile, 'utf8'), options.extension === false || options.kind ? /not in/ : /^ready$/);
      await workbench.waitForEditor(openFile);
    } catch (error) {
      await workbench.screenshot('not ready');
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  /** Another window of the same server on the same folder; it ends with this one. */
  async openWindow(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    const cdp = await page.context().newCDPSession(page);
    await page.goto(this.driven.url, { waitUntil: 'commit' });
    const driven = { ...this.driven, page, cdp, close: () => page.close() };
    const workbench = new Workbench(page, this.folder, driven, this.openedFile);
    await workbench.waitForEditor(this.openedFile);
    return workbench;
  }

  /** Ends browser and server, and removes the workspace. */
  readonly close = (): Promise<void> => this.driven.close();

  /** Presses keys, for example `Control+End`; `ControlOrMeta` is ⌘ on macOS. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * Types without an input method, key by key.
   * @param delay milliseconds between keys; 0 is faster than the extension can answer
   */
  async type(text: string, delay = 20): Promise<void> {
    await this.page.keyboard.type(text, { delay });
  }

  /**
   * Types through an input method: the Latin letters are composed one by one, then replaced by what is committed.
   * @example ime('keji', '科技')
   */
  async ime(latin: string, committed: string): Promise<void> {
    for (let length = 1; length <= latin.length; length++) {
      await this.compose(latin.slice(0, length));
      await this.page.waitForTimeout(20);
    }
    await this.commit(committed);
  }

  /** Types through an input method. @returns the labels of the suggestions that then show */
  async imeForSuggestions(latin: string, committed: string): Promise<string[]> {
    await this.ime(latin, committed);
    return this.suggestions();
  }

  /** Commits a text as an input method does, in place of what is being composed. */
  async commit(text: string): Promise<void> {
    await this.driven.cdp.send('Input.insertText', { text });
  }

  /** Leaves Latin letters in composition, as an input method shows them before a choice is made. */
  async compose(text: string): Promise<void> {
    const { length } = text;
    await this.driven.cdp.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
  }

  /**
   * Labels of the suggestion list from the top, once it shows.
   * @param limit milliseconds to wait for it
   */
  suggestions(limit = 10_000): Promise<string[]> {
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    return eventually(async () => {
      assert.notEqual(await labels.count(), 0, 'no suggestions');
      // The list takes the place of “Loading…” in its height of one row; its own height comes with the next frame.
      await this.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      return labels.allInnerTexts();
    }, limit);
  }

  /** Text of the pane beside the suggestion list, opened if need be. */
  async suggestionDetails(): Promise<string> {
    const details = this.page.locator('.suggest-details-container:visible .suggest-details');
    return eventually(async () => {
      if ((await details.count()) === 0) await this.press('Control+Space');
      const text = await details.innerText({ timeout: 1000 });
      assert.doesNotMatch(text, /^Loading/);
      return text;
    });
  }

  /** Accepts a suggestion, the focused one unless a label says which, and waits until the list is gone. */
  async acceptSuggestion(label?: string): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible');
    await this.suggestions();
    const focused = list.locator('.monaco-list-row.focused .label-name');
    for (let tries = 0; label && (await focused.innerText()) !== label; tries++) {
      assert.ok(tries < 50, `${label} is not suggested`);
      await this.press('ArrowDown');
    }
    await this.press('Tab');
    await list.waitFor({ state: 'hidden' });
  }

  /** Runs a command by its title, as the command palette shows it. */
  readonly runCommand = (title: string): Promise<void> => pickIn(this.page, 'F1', title);

  /** Opens a file of the workspace by its name. What is opened late by another action can take its place, once. */
  async openFile(name: string): Promise<void> {
    await pickIn(this.page, 'ControlOrMeta+P', name);
    try {
      await this.waitForEditor(name, 10_000);
    } catch {
      await pickIn(this.page, 'ControlOrMeta+P', name);
      await this.waitForEditor(name);
    }
  }

  /** Opens the search for material by its key. */
  readonly openSearch = (): Promise<void> => openQuickInput(this.page, 'Control+Alt+J');

  readonly quickPickRows = (): Promise<string[]> => quickPickRows(this.page);
  readonly pickRow = (label: string): Promise<void> => pickRow(this.page, label);
  readonly waitForQuickInput = (title?: string | RegExp, limit?: number): Promise<void> =>
    waitForQuickInput(this.page, title, limit);

  /** Saves the file of the active editor and returns what is then in it: exactly what the editor holds. */
  async editorText(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active');
    // Behind the path stands how many problems the file has.
    const [file] = (await tab.locator('.tab-label').getAttribute('aria-label'))?.split(/ • |, \d/) ?? [];
    assert.ok(file, 'no file is open');
    // What was done last may change the text only after the key.
    await eventually(async () => {
      await this.press('ControlOrMeta+S');
      await tab.and(this.page.locator('.dirty')).waitFor({ state: 'detached', timeout: 2000 });
    });
    return readFileSync(file, 'utf8');
  }

  /** What of the active editor's text is in sight. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .monaco-editor .view-line');
    return (await lines.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
  }

  /** Puts the cursor into the active editor. */
  readonly focusEditor = (): Promise<void> =>
    this.page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click();

  /** Opens a container of the activity bar by its title, and returns one of its trees by the title of the view. */
  async openTree(container: string, view: string): Promise<Tree> {
    const icon = this.page.locator('.activitybar .action-item', {
      has: this.page.locator(`[aria-label^="${container}"]`),
    });
    if (!(await icon.getAttribute('class'))?.includes('checked')) await icon.click();
    const tree = new Tree(this.page, view);
    await tree.waitForRows();
    return tree;
  }

  /** A tree of the side bar by the title of its view. */
  readonly tree = (view: string): Tree => new Tree(this.page, view);

  /** Saves a picture of the window into out/screenshots/. @returns the file */
  async screenshot(name: string): Promise<string> {
    const folder = join(root, 'out/screenshots');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  private async waitForEditor(name: string, limit?: number): Promise<void> {
    const tab = `.editor-group-container.active .tab.active[data-resource-name="${basename(name)}"]`;
    await this.page.locator(tab).waitFor(limit === undefined ? {} : { timeout: limit });
    await this.page.locator('.editor-group-container.active .monaco-editor .view-lines').first().waitFor();
  }
}
