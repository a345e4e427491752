import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const tail = 3000;

/** The ends of what the server, the extension host and the extension have logged. @param folder the one that is open */
export function hostLogs(folder: string): string {
  const scratch = dirname(folder);
  const files = readdirSync(scratch, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.log'));
  return files.map((file) => `${file}:\n${readFileSync(join(scratch, file), 'utf8').slice(-tail)}`).join('\n');
}
