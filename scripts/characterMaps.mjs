// Writes src/intake/formats/pdf/characterMaps.json: the predefined CMaps of PDF (ISO 32000-1, table 118) and the tables from
// the character collections to Unicode, as pdfjs-dist has them (Adobe, BSD-3-Clause). CMaps for UTF-8 and UTF-32 are no
// part of PDF and left out. Run after an update of pdfjs-dist: node scripts/characterMaps.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../node_modules/pdfjs-dist/cmaps/', import.meta.url);
const maps = readdirSync(folder)
  .filter((file) => /\.bcmap$/.test(file) && !/UTF(?:8|32)|JISX0213/.test(file))
  .sort()
  .map((file) => [file.replace(/\.bcmap$/, ''), readFileSync(new URL(file, folder)).toString('base64')]);
const target = new URL('../src/intake/formats/pdf/characterMaps.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(Object.fromEntries(maps), undefined, 2)}\n`);
