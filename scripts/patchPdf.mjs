// Mends pdfjs-dist where it is installed, once; runs after every installation and before a build.
//
// A composite font without a font descriptor is read as one of the fourteen standard fonts: each of its bytes becomes a
// Latin letter. Old Chinese programs leave the descriptor out where they leave the font to the reader, and every other
// reader takes the font for what its encoding says. The mended library does, too. To be dropped when pdf.js does it.
//
// Streams are unpacked whole, whatever they grow to, and those of a page at once: 100 kB made 1 GB of buffers, which no limit
// of a worker counts. The mended library unpacks the contents of a page one after the other, and none past 64 MB.
//
// Where a file has no directory, an object that comes again is parsed to see whether it is whole, to the end of the file where it is
// never closed: n². The mended library parses so much twice, and then takes the later object for what it is.
//
// All pages of the first level are fetched when one of them is asked for. That one of the others is damaged was told nobody, and in
// Node.js a rejection that nobody handles ends the worker. The mended library tells whoever asks for that page.
//
// A form that is filled with a pattern that shows the form again is followed round and round. The mended library ends where a
// pattern comes back to what it stands in, as later versions of pdf.js do.
//
// Some programs write before data in ASCII85 the `<~` that PostScript has there. The mended library passes over it.
//
// Files within a file are unpacked whenever somebody asks for their names. Nobody here reads them: the mended library names them.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url));

/** What is mended: how it was, and how it is. */
const mends = [
  [
    '      if (isType3Font) {\n        descriptor = Dict.empty;',
    '      if (isType3Font || composite) {\n        descriptor = Dict.empty;',
  ],
  [
    '    let size = this.minBufferLength;\n    while (size < requested) {',
    '    if (requested > 67108864) {\n      throw new FormatError("too large when unpacked");\n    }\n    let size = this.minBufferLength;\n    while (size < requested) {',
  ],
  [
    '          pageDictCache.put(lastKid, xref.fetchAsync(lastKid));',
    '          const fetched = xref.fetchAsync(lastKid);\n          fetched.catch(() => undefined);\n          pageDictCache.put(lastKid, fetched);',
  ],
  ...['OPS.setFillColorN', 'OPS.setStrokeColorN'].map((operation) => {
    const call = `self.handleColorN(operatorList, ${operation}, args, cs, patterns, resources, task, localColorSpaceCache, localTilingPatternCache, localShadingPatternCache`;
    return [`${call})`, `${call}, seenRefs)`];
  }),
  [
    '  handleColorN(operatorList, fn, args, cs, patterns, resources, task, localColorSpaceCache, localTilingPatternCache, localShadingPatternCache) {',
    '  handleColorN(operatorList, fn, args, cs, patterns, resources, task, localColorSpaceCache, localTilingPatternCache, localShadingPatternCache, seenRefs) {',
  ],
  [
    'return this.handleTilingType(fn, color, resources, pattern, dict, operatorList, task, localTilingPatternCache);',
    'return this.handleTilingType(fn, color, resources, pattern, dict, operatorList, task, localTilingPatternCache, seenRefs);',
  ],
  [
    '  handleTilingType(fn, color, resources, pattern, patternDict, operatorList, task, localTilingPatternCache) {',
    '  handleTilingType(fn, color, resources, pattern, patternDict, operatorList, task, localTilingPatternCache, seenRefs) {',
  ],
  [
    '      operatorList: tilingOpList\n    }).then',
    '      operatorList: tilingOpList,\n      prevRefs: seenRefs\n    }).then',
  ],
  [
    `    if (c === EOF || c === TILDA_CHAR) {
      this.eof = true;
      return;
    }
    const bufferLength`,
    `    if (this.bufferLength === 0 && c === 0x3c && str.peekByte() === TILDA_CHAR) {
      str.getByte();
      c = str.getByte();
      while (isWhiteSpace(c)) {
        c = str.getByte();
      }
    }
    if (c === EOF || c === TILDA_CHAR) {
      this.eof = true;
      return;
    }
    const bufferLength`,
  ],
  ['      return ef.getBytes();\n    }\n    warn("Embedded', '      return null;\n    }\n    warn("Embedded'],
  ['        if (item instanceof BaseStream && item.isAsync) {', '        if (false) {'],
  [
    '      if (content.isAsync) {\n        const bytes = await content.asyncGetBytes();',
    '      if (false) {\n        const bytes = await content.asyncGetBytes();',
  ],
  [
    `          try {
            const parser = new Parser({
              lexer: new Lexer(stream.makeSubStream(startPos))
            });
            parser.getObj();
            updateEntries = true;
          } catch (ex) {
            if (ex instanceof ParserEOFException) {
              warn(\`indexObjects -- checking object (\${token}): "\${ex}".\`);
            } else {
              updateEntries = true;
            }
          }
`,
    `          const rest = stream.makeSubStream(startPos);
          try {
            if (!(this.bytesChecked > 2 * length)) new Parser({ lexer: new Lexer(rest) }).getObj();
            updateEntries = true;
          } catch (ex) {
            updateEntries = !(ex instanceof ParserEOFException);
          } finally {
            this.bytesChecked = (this.bytesChecked ?? 0) + rest.pos - rest.start;
          }
`,
  ],
];

const text = readFileSync(file, 'utf8');
const mended = mends.reduce((whole, [before, after]) => {
  if (whole.includes(after)) return whole;
  if (whole.split(before).length !== 2) throw new Error(`${file} is not the version that this mends`);
  return whole.replace(before, after);
}, text);
if (mended !== text) {
  // A new file: an installation may share its files with others.
  writeFileSync(`${file}.mended`, mended);
  renameSync(`${file}.mended`, file);
}
