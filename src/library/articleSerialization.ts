import { ByteReader, ByteWriter } from '../base/byteStream';
import type { Steps } from '../base/slices';
import type { Heading } from './article';
import type { StoredFile } from './articleStore';
import type { Problem, ProblemCode } from './problem';
import type { ArticleContent } from './storedArticle';
import { openArticle, rowLength } from './storedArticle';

/** Changes whenever parsing or the layout of the bytes does: what was stored before is then of no use. */
const formatVersion = 1;
const filesAtOnce = 10;

/**
 * Turns files into bytes that `readFiles` takes, in steps: texts as UTF-16, everything else as small numbers.
 * @param version of the program; another one reads nothing of it
 */
export function* writeFiles(files: readonly StoredFile[], version: string): Steps<Uint8Array> {
  const writer = new ByteWriter();
  writer.text(`${formatVersion} ${version}`);
  writer.number(files.length);
  for (const [at, file] of files.entries()) {
    writeFile(writer, file);
    if (at % filesAtOnce === 0) yield;
  }
  return yield* writer.finish(0);
}

/** Reads files again, in steps; undefined when another version wrote them. Throws where the bytes are damaged. */
export function* readFiles(bytes: Uint8Array, version: string): Steps<readonly StoredFile[] | undefined> {
  const reader = new ByteReader(bytes);
  if (reader.text() !== `${formatVersion} ${version}`) return undefined;
  const files: StoredFile[] = [];
  for (let left = reader.number(); left > 0; left--) {
    files.push(readFile(reader));
    if (left % filesAtOnce === 0) yield;
  }
  if (!reader.atEnd) throw new RangeError('more than expected');
  return files;
}

function writeFile(writer: ByteWriter, { uri, root, size, mtime, hash, article, problems }: StoredFile): void {
  for (const text of [uri, root, hash]) writer.text(text);
  writer.number(size);
  writer.number(Math.max(0, Math.floor(mtime)));
  writeList(writer, problems, ({ code, detail }) => {
    writer.text(code);
    writer.text(detail);
  });
  writer.number(article ? 1 : 0);
  if (!article) return;
  const { title, category, source, date, origin, tags, characters, content } = article;
  for (const text of [title, category, source, date, origin]) writer.text(text);
  writeList(writer, tags, (tag) => writer.text(tag));
  writer.number(characters);
  writeList(writer, content.headings, ({ text, level, line }) => {
    writer.text(text);
    writer.number(level);
    writer.number(line);
  });
  writeList(writer, content.headingPaths, (path) => writeList(writer, path, (heading) => writer.text(heading)));
  writer.number(content.rows.length / rowLength);
  for (const value of content.rows) writer.number(value);
  writer.units(content.units);
}

function readFile(reader: ByteReader): StoredFile {
  const [uri, root, hash] = [reader.text(), reader.text(), reader.text()];
  const stamp = { size: reader.number(), mtime: reader.number() };
  const problems = readList(reader, (): Problem => ({
    uri,
    code: reader.text() as ProblemCode,
    detail: reader.text(),
  }));
  if (reader.number() === 0) return { uri, root, hash, ...stamp, problems };
  const [title, category] = [reader.text(), reader.text()];
  const [source, date, origin] = [reader.text(), reader.text(), reader.text()];
  const tags = readList(reader, () => reader.text());
  const characters = reader.number();
  const headings = readList(reader, (): Heading => ({
    text: reader.text(),
    level: reader.number(),
    line: reader.number(),
  }));
  const headingPaths = readList(reader, () => readList(reader, () => reader.text()));
  const rows = new Uint32Array(rowLength * reader.number());
  for (let at = 0; at < rows.length; at++) rows[at] = reader.number();
  const content: ArticleContent = { units: reader.units(), headings, headingPaths, rows };
  const facts = { id: uri, title, category, source, date, origin, tags, characters };
  return { uri, root, hash, ...stamp, problems, article: openArticle(facts, content) };
}

function writeList<T>(writer: ByteWriter, items: readonly T[], write: (item: T) => void): void {
  writer.number(items.length);
  for (const item of items) write(item);
}

const readList = <T>(reader: ByteReader, read: () => T): readonly T[] => Array.from({ length: reader.number() }, read);
