import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine';

const linesInFile = 1000;

/**
 * ripgrep over files of the same texts, a passage a line. What people do with Find in Files: the whole query if it is one
 * word; for several words, lines that hold them in any order, by one pattern of alternatives and a count of them.
 */
export function createEngine(): Engine {
  const program = process.env.GONGWEN_RIPGREP ?? 'rg';
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-ripgrep-'));
  return {
    build: (_, texts) => {
      for (let at = 0; at < texts.length; at += linesInFile) {
        const lines = texts.slice(at, at + linesInFile).map(({ id, text }) => `${id}\t${text.replaceAll('\n', '')}`);
        writeFileSync(join(folder, `${at}.txt`), lines.join('\n'));
      }
      return Promise.resolve();
    },
    search: (query, limit) => {
      const words = query.split(/\s+/).filter(Boolean);
      const patterns = words.flatMap((word) => ['-e', word]);
      const line = ['--no-filename', '--no-line-number', '--fixed-strings', '--color', 'never', ...patterns, folder];
      let output = '';
      try {
        output = execFileSync(program, line, {
          encoding: 'utf8',
          maxBuffer: 1 << 30,
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      } catch {
        // Its status says that there is no match.
      }
      const found = output.split('\n').filter(Boolean);
      const held = (text: string): number => words.filter((word) => text.includes(word)).length;
      const ranked = words.length > 1 ? found.sort((a, b) => held(b) - held(a)) : found;
      return Promise.resolve(ranked.slice(0, limit).map((text) => Number.parseInt(text, 10)));
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
