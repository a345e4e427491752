import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';
import { makeScratch, serveWorkbench } from './serveWorkbench.mjs';

const startLimit = 60_000;

const switches = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // The workbench asks the network for things it can do without, and would wait for an answer.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * @typedef {import('./serveWorkbench.mjs').WorkbenchOptions & {
 *   locale?: string,
 *   viewport?: { width: number, height: number },
 *   headed?: boolean,
 *   beforeLoad?: (page: import('playwright-core').Page) => Promise<void>,
 * }} LaunchOptions
 *   locale: display language of the extension, for example `zh-cn`; the workbench itself has English only
 *   viewport: window size in CSS pixels, 1280 × 800 by default
 *   headed: shows the browser
 *   beforeLoad: prepares the page before it loads the workbench
 *
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').CDPSession} cdp the browser's own protocol, which can drive an input method
 * @property {string} url
 * @property {Promise<void>} ended resolves when the server has ended, for whatever reason
 * @property {() => Promise<void>} close ends browser and server, and removes their files
 */

/**
 * Opens VS Code's workbench in a browser, ready to be driven like a person would.
 * @param {LaunchOptions} options
 * @returns {Promise<Workbench>} when the workbench shows; rejects if it does not within a minute
 */
export async function launchWorkbench(options) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No browser to drive was found: install Chromium or Google Chrome.');
  const scratch = options.scratch ?? makeScratch();
  const server = await serveWorkbench({ ...options, scratch });
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  const close = async () => {
    await browser?.close();
    await server.close();
  };
  try {
    const args = process.getuid?.() === 0 ? [...switches, '--no-sandbox'] : switches;
    const env = { ...process.env, TMPDIR: scratch };
    browser = await chromium.launch({ executablePath, args, env, headless: !options.headed });
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    if (options.locale) await page.addInitScript({ content: pretendLocale(options.locale) });
    await options.beforeLoad?.(page);
    await page.goto(server.url, { waitUntil: 'commit', timeout: startLimit });
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: startLimit });
    const cdp = await context.newCDPSession(page);
    return { page, cdp, url: server.url, ended: server.ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A script for the page: the workbench reads its language from there, and loads no messages of its own for it. */
function pretendLocale(/** @type {string} */ locale) {
  const value = JSON.stringify(locale);
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${value}, set: () => undefined });`;
}
