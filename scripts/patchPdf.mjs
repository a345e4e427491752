// Mends pdfjs-dist where it is installed, once; runs after every installation and before a build.
//
// A composite font without a font descriptor is read as one of the fourteen standard fonts: each of its bytes becomes a
// Latin letter. Old Chinese programs leave the descriptor out where they leave the font to the reader, and every other
// reader takes the font for what its encoding says. The mended library does, too. To be dropped when pdf.js does it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url));
const before = '      if (isType3Font) {\n        descriptor = Dict.empty;';
const after = '      if (isType3Font || composite) {\n        descriptor = Dict.empty;';

const text = readFileSync(file, 'utf8');
if (!text.includes(after)) {
  if (text.split(before).length !== 2) throw new Error(`${file} is not the version that this mends`);
  // A new file: an installation may share its files with others.
  writeFileSync(`${file}.mended`, text.replace(before, after));
  renameSync(`${file}.mended`, file);
}
