// Breaks files of every format and texts of every kind at random and reads them: nothing may throw, take long, or lose a character
// between reader and article without a word. What fails is written as a small file with its seed.
//   npm run fuzz -- [runs, 2000 unless told] [first seed] [folder for what fails, out/fuzz unless told] [--untimed] [--only=KIND]
// KIND is `files` or one of the texts of bench/support/fuzzTexts.ts; without it half of the runs are files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../src/intake/readFile';
import { parseFrontMatter } from '../src/library/frontMatter';
import { outcomeOf } from './support/conserved';
import { fuzzedTexts } from './support/fuzzTexts';
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
  return tooLong(before);
}

function tooLong(before: NodeJS.CpuUsage): string | undefined {
  const { user, system } = process.cpuUsage(before);
  return !untimed && user + system > longest * 1000 ? `${Math.round((user + system) / 1000)} ms` : undefined;
}

const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

/** What was made for a seed, under the name that a failure is written with, and what is wrong with it. */
interface Run {
  readonly ending: string;
  readonly content: string | Uint8Array;
  readonly wrong: string | undefined;
}

async function fileRun(random: Random): Promise<Run> {
  const endings = Object.keys(makers);
  // One PDF file takes as long as twenty others.
  const ending = random.chance(0.02) ? 'pdf' : random.of(endings.filter((one) => one !== 'pdf'));
  const { name, bytes } = generatedFile(ending, random);
  const content = mutated(bytes, random);
  return { ending, content, wrong: await fault(name, content) };
}

function textRun(kind: string, random: Random): Run {
  const { ending, make, fault: faultOf } = fuzzedTexts[kind] ?? unknownKind(kind);
  const content = make(random);
  const before = process.cpuUsage();
  let wrong: string | undefined;
  try {
    wrong = faultOf(content, random);
  } catch (error) {
    wrong = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error);
  }
  return { ending, content, wrong: wrong ?? tooLong(before) };
}

const unknownKind = (kind: string): never => {
  throw new Error(`no kind ${kind}: files, ${Object.keys(fuzzedTexts).join(', ')}`);
};

async function main(): Promise<void> {
  const [, , count = '2000', first = '1', folder = 'out/fuzz'] = process.argv.filter((one) => !one.startsWith('--'));
  const kinds = Object.keys(fuzzedTexts);
  let failed = 0;
  for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
    const random = new Random(seed);
    const kind = option('only') ?? (random.chance(0.5) ? 'files' : random.of(kinds));
    const { ending, content, wrong } = kind === 'files' ? await fileRun(random) : textRun(kind, random);
    if (!wrong) continue;
    failed++;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${seed}.${ending}`), content);
    console.log(`${seed}.${ending}: ${wrong}`);
  }
  console.log(`${count} runs, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
