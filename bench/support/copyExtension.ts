import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Copies the extension that is built in a checkout into a folder, so that nothing but the measurement activates it. */
export function copyExtension(extension: string, checkout = '.'): void {
  for (const part of ['dist', 'corpus', 'snippets', 'l10n', 'media'])
    cpSync(join(checkout, part), join(extension, part), { recursive: true });
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
    cpSync(join(checkout, file), join(extension, file));
  const manifest = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as object;
  writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
}
