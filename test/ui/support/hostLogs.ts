import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const tail = 3000;

/** What the editor logs in every test: it has no marketplace here, and no language packs. */
const usual = /ENOTFOUND open-vsx|i18n bundle|No bundle location|resource scoped configuration/;

/** The ends of what the server, the extension host and the extension have logged. @param folder the one that is open */
export function hostLogs(folder: string): string {
  const scratch = dirname(folder);
  const files = readdirSync(scratch, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.log'));
  const told = (file: string): string => {
    const lines = readFileSync(join(scratch, file), 'utf8').split('\n');
    return lines
      .filter((line) => !usual.test(line))
      .join('\n')
      .slice(-tail);
  };
  return files.map((file) => `${file}:\n${told(file)}`).join('\n');
}
