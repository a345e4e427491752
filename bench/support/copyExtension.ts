import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Copies the built extension into a folder, so that nothing but the measurement activates it. */
export function copyExtension(extension: string): void {
  for (const part of ['dist', 'corpus', 'snippets', 'l10n', 'media'])
    cpSync(part, join(extension, part), { recursive: true });
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) cpSync(file, join(extension, file));
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as object;
  writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
}
