import { ByteReader, ByteWriter } from '../base/byteStream';
import type { Steps } from '../base/slices';
import type { StoredFile } from './articleStore';
import type { ArticleContent, ArticleFacts, StoredArticle } from './storedArticle';
import { openArticle, rowLength } from './storedArticle';

/** Changes whenever parsing or the layout of the bytes does: what was stored before is then of no use. */
const formatVersion = 2;

/**
 * Turns files into bytes that `readFiles` takes, in steps: texts as UTF-16, passages as small numbers, the rest as
 * JSON.
 * @param version of the program; another one reads nothing of it
 */
export function* writeFiles(files: readonly StoredFile[], version: string): Steps<Uint8Array> {
  const writer = new ByteWriter();
  writer.text(`${formatVersion} ${version}`);
  writer.number(files.length);
  for (const file of files) {
    writeFile(writer, file);
    yield;
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
    yield;
  }
  if (!reader.atEnd) throw new RangeError('more than expected');
  return files;
}

/** What is written of a file as JSON: small, and read faster by far than text by text. */
interface FileFacts extends Omit<StoredFile, 'article'> {
  readonly article?: Omit<ArticleFacts, 'id'> & Omit<ArticleContent, 'units' | 'rows'>;
}

function writeFile(writer: ByteWriter, { article, ...file }: StoredFile): void {
  const facts: FileFacts = article ? { ...file, article: factsOf(article) } : file;
  writer.text(JSON.stringify(facts));
  if (!article) return;
  const { rows, units } = article.content;
  writer.number(rows.length / rowLength);
  for (const value of rows) writer.number(value);
  writer.units(units);
}

function factsOf(article: StoredArticle): NonNullable<FileFacts['article']> {
  const { title, category, source, date, origin, tags, characters, content } = article;
  const { headings, headingPaths, checksum } = content;
  return { title, category, source, date, origin, tags, characters, headings, headingPaths, checksum };
}

function readFile(reader: ByteReader): StoredFile {
  const { article, ...file } = JSON.parse(reader.text()) as FileFacts;
  if (!article) return file;
  const { headings, headingPaths, checksum, ...facts } = article;
  const rows = new Uint32Array(rowLength * reader.number());
  for (let at = 0; at < rows.length; at++) rows[at] = reader.number();
  const content = { units: reader.units(), headings, headingPaths, rows, checksum };
  return { ...file, article: openArticle({ id: file.uri, ...facts }, content) };
}
