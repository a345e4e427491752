/** Time to set and to write a document of about a hundred pages: `npx tsx bench/exportTime.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf, setDraft } from '../src/export/exportDraft';

const notice = readFileSync(join(import.meta.dirname, '../test/fixtures/export/general.md'), 'utf8');
const [head = '', body = ''] = notice.split(/(?=## 一、总体要求)/);
const middle = body.slice(0, body.indexOf('附件：1.'));

async function main(): Promise<void> {
  const text = head + middle.repeat(95) + body.slice(middle.length);
  const runs: { set: number; write: number; cpu: number }[] = [];
  let pages = 0;
  for (let run = 0; run < 5; run++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const set = setDraft(text);
    const isSet = performance.now();
    await docxOf(set);
    const used = process.cpuUsage(cpu);
    runs.push({ set: isSet - start, write: performance.now() - isSet, cpu: (used.user + used.system) / 1000 });
    pages = set.pages.length;
  }
  const line = (name: keyof (typeof runs)[number]): string => runs.map((run) => `${Math.round(run[name])}`).join(', ');
  console.log(`${pages} pages, ${text.length} characters. Milliseconds of five runs, the first with cold code:`);
  console.log(`set on pages: ${line('set')}; written: ${line('write')}; processor time of both: ${line('cpu')}`);
}

void main();
