// Compares `plainMarkdown` with the Markdown parser on every section of the .md files below folders: how many it reads
// itself, that it gives the same, and how long both take.
//   node --import tsx bench/plainMarkdown.ts FOLDER…
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Heading } from '../src/library/article';
import type { BodyParagraph } from '../src/library/body';
import { parseFrontMatter } from '../src/library/frontMatter';
import { readWithParser } from '../src/library/markdownBody';
import { markdownSections } from '../src/library/markdownSections';
import { plainMarkdown } from '../src/library/plainMarkdown';
import { decodeText } from '../src/text/decodeText';

const longestSection = 4000;

for (const folder of process.argv.slice(2)) {
  let [files, sections, plain, different, plainTime, parserTime] = [0, 0, 0, 0, 0, 0];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.md$/i.test(path)) continue;
    const text = decodeText(readFileSync(join(folder, path)))?.text;
    if (text === undefined) continue;
    files++;
    for (const section of markdownSections(text, parseFrontMatter(text).bodyOffset, 0)) {
      if (section.verbatim || section.to - section.from > longestSection) continue;
      sections++;
      const begun = performance.now();
      const body = plainMarkdown(text, section);
      const between = performance.now();
      if (!body) continue;
      plain++;
      const parsed = { headings: [] as Heading[], blocks: [] as BodyParagraph[] };
      readWithParser(text, section, parsed);
      plainTime += between - begun;
      parserTime += performance.now() - between;
      if (isDeepStrictEqual({ ...body }, parsed)) continue;
      if (different++ < 5) console.log(`${path}:\n${text.slice(section.from, section.to)}`, body, parsed);
    }
  }
  console.log(
    `${folder}: ${files} files, ${sections} sections, ${((100 * plain) / sections).toFixed(1)} % plain, ${different} different; ` +
      `${(plainTime / 1000).toFixed(2)} s, the parser ${(parserTime / 1000).toFixed(2)} s for the same`,
  );
}
