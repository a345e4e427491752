import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** From 0 to 1. */
const webpQuality = 0.35;
/** The same letters whatever the machine has besides. */
export const fonts = `.monaco-workbench.monaco-workbench { font-family: 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif !important; }`;
/** Settings that leave nothing in a picture but its subject. */
export const plain = {
  'breadcrumbs.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans CJK SC'",
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
};

/** A part of the window, in pixels. */
export interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The browser itself makes WebP of a PNG: less than half the size of a JPEG, and letters stay sharp. */
export async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage();
  try {
    const url: string = await blank.evaluate(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', ${webpQuality});
    })()`);
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  } finally {
    await blank.close();
  }
}

/** The part of the window that holds all of these. */
export async function around(...parts: readonly Locator[]): Promise<Clip> {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const found = boxes.filter((box) => box !== null);
  assert.equal(found.length, parts.length, 'a part of the picture is not there');
  const left = Math.min(...found.map(({ x }) => x));
  const top = Math.min(...found.map(({ y }) => y));
  const right = Math.max(...found.map(({ x, width }) => x + width));
  const bottom = Math.max(...found.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
