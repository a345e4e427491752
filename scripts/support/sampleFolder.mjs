import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

export const sampleDraft = '工作推进会讲话稿.md';

/**
 * Copies the folder with the sample draft, so that whatever is written does not end up in the checkout.
 * The copy goes when this process does.
 * @returns {{ scratch: string, folder: string }} a folder for anything, and in it the one with the sample draft
 */
export function makeSampleFolder() {
  const scratch = mkdtempSync(join(tmpdir(), 'gongwen-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const folder = join(scratch, '公文');
  cpSync(join(root, 'test/fixtures/draft'), folder, { recursive: true });
  return { scratch, folder };
}
