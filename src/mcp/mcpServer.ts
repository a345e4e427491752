#!/usr/bin/env node
// The tools for assistants as an MCP server over standard input and output, without an editor.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { folderRoom } from './folderRoom';
import { createServer } from './server';
import { Shipped } from './shipped';

const usage = `gongwen-library-mcp [--no-builtin] [--language zh|en] [FOLDER …]

Answers assistants from a library of Chinese official documents, over standard input and output (Model Context Protocol).
FOLDER        folders with .md and .txt articles; without one, 公文素材 in your home folder if there is one
--no-builtin  leave out the articles that ship
--language    language in which findings of the checks are told: zh (default) or en
`;

/** The folder with package.json above this file, whether it is bundled or not. */
function extensionFolder(from = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : extensionFolder(dirname(from));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      'no-builtin': { type: 'boolean' },
      language: { type: 'string', default: 'zh' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const own = join(homedir(), '公文素材');
  const folders = positionals.length > 0 ? positionals.map((folder) => resolve(folder)) : [own].filter(existsSync);
  const missing = folders.find((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  if (missing !== undefined) throw new Error(`There is no folder ${missing}.`);
  const home = extensionFolder();
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const shipped = values['no-builtin'] ? undefined : new Shipped(home);
  const room = folderRoom(folders, shipped, values.language === 'en' ? 'en' : 'zh');
  await createServer(room, version).connect(new StdioServerTransport());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
});
