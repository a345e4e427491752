import type { Article } from '../../library/article';
import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { ByteReader, ByteWriter } from '../../base/byteStream';
import { Checksum, checksumOf } from '../../base/checksum';
import { isStored, passageCount } from '../../library/storedArticle';
import { PackedPostings } from '../index/packedPostings';
import { Sealing } from '../index/sealing';
import { SearchIndex } from '../index/searchIndex';
import { TermIndex } from '../index/termIndex';
import type { TermLists } from '../index/termLists';

/** Changes whenever folding, tokens or the layout of the bytes do: what was kept before is then of no use. */
const formatVersion = 4;
const checksumDigits = 16;
/** Work of one step: about a millisecond. */
const numbersAtOnce = 50_000;
const tokensAtOnce = 4000;
const articlesAtOnce = 4;

/**
 * Turns a sealed index into bytes that `readIndex` takes: a checksum, the version, the articles with a fingerprint of
 * their contents, and the posting lists of passages and of contexts as they lie in memory.
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

/** The tokens, lengths of the lists in numbers and in bytes, and the lists. */
function* writeTerms(terms: TermLists, writer: ByteWriter): Steps<void> {
  const { pairs, others, counts, starts, bytes } = (terms.packed ?? (yield* new Sealing().finish())).stored;
  writer.number(pairs.length);
  let last = -1;
  for (const [at, pair] of pairs.entries()) {
    writer.number(pair - last - 1);
    last = pair;
    if (at % numbersAtOnce === 0) yield;
  }
  const tokens = [...others.keys()];
  writer.number(tokens.length);
  for (let at = 0; at < tokens.length; at += tokensAtOnce) {
    // Together: decoding one text is much faster than decoding many. None holds a line break.
    writer.text(tokens.slice(at, at + tokensAtOnce).join('\n'));
    yield;
  }
  for (const [at, count] of counts.entries()) {
    writer.number(count);
    writer.number((starts[at + 1] ?? 0) - (starts[at] ?? 0));
    if (at % numbersAtOnce === 0) yield;
  }
  writer.block(bytes);
}

function* readTerms(reader: ByteReader): Steps<TermLists> {
  const pairs = new Uint32Array(reader.number());
  for (let [at, last] = [0, -1]; at < pairs.length; at += numbersAtOnce) {
    last = reader.ascending(Math.min(numbersAtOnce, pairs.length - at), pairs, at, last);
    yield;
  }
  const others = new Map<string, number>();
  for (const of = reader.number(); others.size < of;) {
    const tokens = reader.text().split('\n');
    for (const token of tokens) others.set(token, pairs.length + others.size);
    yield;
  }
  const counts = new Uint32Array(pairs.length + others.size);
  const starts = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) {
    counts[at] = reader.number();
    starts[at + 1] = (starts[at] ?? 0) + reader.number();
    if (at % numbersAtOnce === 0) yield;
  }
  const bytes = reader.view();
  if (starts[counts.length] !== bytes.length) throw new RangeError('lists are missing');
  yield;
  return new TermIndex(new PackedPostings({ pairs, others, counts, starts, bytes }));
}

/** Tells whether an article's passages, headings and title are the ones that were indexed. */
const fingerprint = (article: Article): string => {
  const checksum = new Checksum().addText(article.title);
  // Of stored contents it is known.
  checksum.addText(isStored(article) ? article.content.checksum : article.text);
  return `${checksum.value}${passageCount(article).toString(36)}`;
};
