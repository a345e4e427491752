import type { Article } from '../../library/article';
import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { ByteReader, ByteWriter } from '../../base/byteStream';
import { Checksum, checksumOf } from '../../base/checksum';
import { isStored, passageCount } from '../../library/storedArticle';
import type { Postings } from '../index/flexSearch';
import { SearchIndex } from '../index/searchIndex';
import { TermIndex } from '../index/termIndex';
import { Sealing } from '../index/sealing';

/** Changes whenever folding, tokens or the layout of the bytes do: what was kept before is then of no use. */
const formatVersion = 3;
const checksumDigits = 16;
/** Work of one step: about a millisecond. */
const numbersAtOnce = 50_000;
const tokensAtOnce = 4000;
const tokensReadAtOnce = 500;
const articlesAtOnce = 4;

/**
 * Turns a sealed index into bytes that `readIndex` takes: a checksum, the version, the articles with a fingerprint of
 * their contents, and the posting lists of passages and of contexts as differences.
 * @param version of the program; another one reads nothing of it
 */
export function* writeIndex(index: SearchIndex, version: string): Steps<Uint8Array> {
  const writer = new ByteWriter();
  writer.text(`${formatVersion} ${version}`);
  const articles = index.articles;
  writer.number(articles.length);
  for (const [at, { article, passages, contexts }] of articles.entries()) {
    writer.text(article.id);
    writer.text(fingerprint(article));
    writer.number(passages);
    writer.number(contexts);
    if (at % articlesAtOnce === 0) yield;
  }
  const { passages, contexts } = index.postings;
  yield* writeTerms(passages, writer);
  yield* writeTerms(contexts, writer);
  const bytes = yield* writer.finish(checksumDigits);
  bytes.set(new TextEncoder().encode(yield* checksumOf(bytes.subarray(checksumDigits))));
  return bytes;
}

/** An index of articles that ship with the extension, as `prepareIndex` wrote it, and the articles in the same order. */
export interface PreparedIndex {
  readonly bytes: Uint8Array;
  readonly articles: readonly Article[];
}

/** Turns articles into the bytes of their index; the id of each there is its number, because a host gives it a URI of its own. */
export function prepareIndex(articles: readonly Article[], version: string): Uint8Array {
  const index = new SearchIndex();
  for (const [number, article] of articles.entries()) finish(index.add({ ...article, id: String(number) }));
  finish(index.flush());
  finish(index.seal());
  return finish(writeIndex(index, version));
}

/** The index that `prepareIndex` wrote, with those of its articles that are in a library; undefined when it is of no use. */
export function* readPreparedIndex(
  { bytes, articles }: PreparedIndex,
  version: string,
  library: readonly Article[],
): Steps<SearchIndex | undefined> {
  const there = new Set(library);
  const byNumber = articles.flatMap((article, number) =>
    there.has(article) ? [[String(number), article] as const] : [],
  );
  return byNumber.length > 0 ? yield* readIndex(bytes, version, new Map(byNumber)) : undefined;
}

/**
 * Makes an index of what was kept, with those of the articles in it that are as they were then. Undefined when the bytes
 * are damaged or of another version; never throws.
 */
export function* readIndex(
  bytes: Uint8Array,
  version: string,
  articles: ReadonlyMap<string, Article>,
): Steps<SearchIndex | undefined> {
  const body = bytes.subarray(checksumDigits);
  const checksum = yield* checksumOf(body);
  if (new TextDecoder().decode(bytes.subarray(0, checksumDigits)) !== checksum) return undefined;
  try {
    return yield* readBody(new ByteReader(body), version, articles);
  } catch {
    // The checksum fits, so somebody else wrote this.
    return undefined;
  }
}

function* readBody(
  reader: ByteReader,
  version: string,
  articles: ReadonlyMap<string, Article>,
): Steps<SearchIndex | undefined> {
  if (reader.text() !== `${formatVersion} ${version}`) return undefined;
  const kept: { article: Article | undefined; passages: number; contexts: number }[] = [];
  for (let left = reader.number(); left > 0; left--) {
    const article = articles.get(reader.text());
    const same = reader.text() === (article && fingerprint(article));
    kept.push({ article: same ? article : undefined, passages: reader.number(), contexts: reader.number() });
    if (left % articlesAtOnce === 0) yield;
  }
  const passages = yield* readTerms(reader);
  const contexts = yield* readTerms(reader);
  if (!reader.atEnd) return undefined;
  const index = new SearchIndex({ passages, contexts });
  for (const [at, { article, passages: count, contexts: contextCount }] of kept.entries()) {
    if (article) index.restore(article);
    else index.skip(count, contextCount);
    if (at % articlesAtOnce === 0) yield;
  }
  return index;
}

function* writeTerms(terms: TermIndex, writer: ByteWriter): Steps<void> {
  let group: (readonly [token: string, list: Postings])[] = [];
  let numbers = 0;
  for (const entry of terms.entries()) {
    group.push(entry);
    numbers += entry[1].length;
    if (group.length < tokensAtOnce && numbers < numbersAtOnce) continue;
    writeGroup(group, writer);
    [group, numbers] = [[], 0];
    yield;
  }
  if (group.length > 0) writeGroup(group, writer);
  writer.number(0);
}

function writeGroup(group: readonly (readonly [token: string, list: Postings])[], writer: ByteWriter): void {
  writer.number(group.length);
  // Together: decoding one text is much faster than decoding many. None holds a line break.
  writer.text(group.map(([token]) => token).join('\n'));
  for (const [, list] of group) {
    writer.number(list.length);
    let last = -1;
    for (let place = 0, { length } = list; place < length; place++) {
      const id = list[place] ?? 0;
      writer.number(id - last - 1);
      last = id;
    }
  }
}

function* readTerms(reader: ByteReader): Steps<TermIndex> {
  const sealing = new Sealing();
  for (let count = reader.number(); count > 0; count = reader.number()) {
    const tokens = reader.text().split('\n');
    if (tokens.length !== count) throw new RangeError('tokens are missing');
    for (const [number, token] of tokens.entries()) {
      // The map of lists grows all over at the same time.
      if (number % tokensReadAtOnce === 0) yield;
      const length = reader.number();
      sealing.begin(length);
      sealing.fill(length, (buffer, start) => reader.ascending(length, buffer, start));
      sealing.end(token);
    }
  }
  return new TermIndex(sealing.finish());
}

/** Tells whether an article's passages, headings and title are the ones that were indexed. */
const fingerprint = (article: Article): string => {
  const checksum = new Checksum().addText(article.title);
  // Of stored contents it is known.
  checksum.addText(isStored(article) ? article.content.checksum : article.text);
  return `${checksum.value}${passageCount(article).toString(36)}`;
};
