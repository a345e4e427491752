// Breaks generated files of every format at random and reads them: nothing may throw, take long, or lose a character between
// reader and article without a word. What fails is written as a small file with its seed.
//   npm run fuzz -- [files, 2000 unless told] [first seed] [folder for what fails, out/fuzz unless told] [--untimed]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../src/intake/readFile';
import { parseFrontMatter } from '../src/library/frontMatter';
import { outcomeOf } from './support/conserved';
import { generatedFile, makers } from './support/generatedFiles';
import { Random } from './support/random';

/** Milliseconds of a processor that a file of a few kilobytes may take; the library for PDF files is compiled on first use. */
const longest = 5000;

/** Where the machine is anybody's, how long something takes says nothing. */
const untimed = process.argv.includes('--untimed');

/** Bytes that mean something in one of the formats. */
const marks = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '\\',
  '/',
  '%',
  '=',
  '\n',
  '\0',
  'PK',
  '<<',
  'obj',
  '\ud83d',
];

/** A copy with one to eight things wrong: bytes changed, cut out, doubled, put in, or the end lost. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let broken = [...bytes];
  for (let count = random.between(1, 8); count > 0; count--) {
    const at = random.between(0, Math.max(0, broken.length - 1));
    const length = random.between(1, random.of([1, 4, 64, 1024]));
    const piece = broken.slice(at, at + length);
    const kind = random.between(0, 5);
    if (kind === 0) broken[at] = random.between(0, 255);
    else if (kind === 1) broken.splice(at, length);
    else if (kind === 2) broken.splice(at, 0, ...piece);
    else if (kind === 3) broken.splice(random.between(0, broken.length), 0, ...piece);
    else if (kind === 4)
      broken.splice(at, 0, ...new TextEncoder().encode(random.of(marks).repeat(random.of([1, 2, 500]))));
    else if (random.chance(0.2)) broken = broken.slice(0, at);
  }
  return Uint8Array.from(broken);
}

/** What went wrong; undefined for nothing. */
async function fault(name: string, bytes: Uint8Array): Promise<string | undefined> {
  const before = process.cpuUsage();
  try {
    const read = await readFile(name, bytes, parseFrontMatter);
    const { lost } = outcomeOf(read);
    if (lost !== 0) return `${lost} characters lost`;
    if (
      read.problems.some(({ detail }) =>
        /TypeError|RangeError(?!: Offset is outside the bounds of the DataView)|is not a function|undefined \(reading/.test(
          detail,
        ),
      )
    )
      return read.problems.map(({ detail }) => detail).join(', ');
  } catch (error) {
    return String(error);
  }
  if (untimed) return undefined;
  const { user, system } = process.cpuUsage(before);
  return user + system > longest * 1000 ? `${Math.round((user + system) / 1000)} ms` : undefined;
}

async function main(): Promise<void> {
  const [, , count = '2000', first = '1', folder = 'out/fuzz'] = process.argv.filter((one) => !one.startsWith('--'));
  const endings = Object.keys(makers);
  let failed = 0;
  for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
    const random = new Random(seed);
    // One PDF file takes as long as twenty others.
    const ending = random.chance(0.02) ? 'pdf' : random.of(endings.filter((one) => one !== 'pdf'));
    const { name, bytes } = generatedFile(ending, random);
    const broken = mutated(bytes, random);
    const wrong = await fault(name, broken);
    if (!wrong) continue;
    failed++;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${seed}.${ending}`), broken);
    console.log(`${seed}.${ending}: ${wrong}`);
  }
  console.log(`${count} files, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
