import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../test/host/cacheFolder.mjs';
import { installServer } from '../../test/host/installServer.mjs';
import { runNpm } from '../../test/host/runNpm.mjs';

/** Where what search is measured against was installed. */
export interface Peers {
  /** Node.js with SQLite in it; all engines run in it. */
  readonly node: string;
  readonly ripgrep: string;
  /** Folder of the other packages. */
  readonly modules: string;
}

/** Installs the peers, pinned by the lock files, into the cache folder unless they are there. */
export async function installPeers(): Promise<Peers> {
  const { node, root } = await installServer(console.log);
  const home = join(cacheFolder(), `bench-peers-${fingerprint()}`);
  if (!existsSync(home)) {
    mkdirSync(dirname(home), { recursive: true });
    const draft = mkdtempSync(`${home}.unfinished-`);
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(__dirname, file), join(draft, file));
    await runNpm(['ci', '--ignore-scripts'], draft);
    renameSync(draft, home);
  }
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const ripgrep = join(root, '../../../@vscode/ripgrep-universal/bin', platform, program);
  return { node, ripgrep, modules: join(home, 'node_modules') };
}

function fingerprint(): string {
  return createHash('sha256')
    .update(readFileSync(join(__dirname, 'package-lock.json')))
    .digest('hex')
    .slice(0, 12);
}
