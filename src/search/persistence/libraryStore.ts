// One file for what a session need not do again: the articles as they were parsed, and the posting lists about them. Both
// are in one file, written in one piece, so that they never disagree; each part has a checksum. Rejected: a file an article, which costs
// thousands of reads; JSON, which is decoded at once and three times the size.
import { copyInto } from '../../base/byteStream';
import { checksumOf } from '../../base/checksum';
import type { Steps } from '../../base/slices';
import { finishInSlices, yieldToHost } from '../../base/slices';
import { readFiles, writeFiles } from '../../library/articleSerialization';
import type { ArticleStore, StoredFile } from '../../library/articleStore';
import type { IndexStore } from './indexStore';

const wordBytes = 4;
/** Length of the articles, then a checksum of the rest, which begins with them. */
const digits = 16;
const headBytes = wordBytes + digits;

/**
 * What is kept between sessions, in one file: the articles for the library, and the index as `IndexPersistence` has it.
 * Whatever fails costs nothing but the time saved.
 */
export class LibraryStore implements ArticleStore {
  private opening: Promise<readonly StoredFile[]> | undefined;
  /** The index of the file that was opened, until it is asked for. */
  private index: Uint8Array | undefined;
  /** The place of the index in it, for `IndexPersistence`. */
  readonly indexStore: IndexStore = {
    read: async () => {
      await this.read();
      const { index } = this;
      this.index = undefined;
      return index;
    },
    write: (bytes) => this.write(bytes),
  };

  /**
   * @param file the place for the file; what is written replaces it whole
   * @param version of the program: another one's file is not read
   * @param files of the library at the moment when the index is kept
   * @param report told why something failed
   */
  constructor(
    private readonly file: IndexStore,
    private readonly version: string,
    private readonly files: () => readonly StoredFile[],
    private readonly report: (message: string) => void = () => undefined,
  ) {}

  /** The files of the last session; opened once. */
  read(): Promise<readonly StoredFile[]> {
    return (this.opening ??= this.open());
  }

  private async write(index: Uint8Array): Promise<void> {
    const articles = await finishInSlices(writeFiles(this.files(), this.version));
    const bytes = new Uint8Array(headBytes + articles.length + index.length);
    new DataView(bytes.buffer).setUint32(0, articles.length, true);
    await finishInSlices(copyInto(bytes, headBytes, articles));
    await finishInSlices(copyInto(bytes, headBytes + articles.length, index));
    bytes.set(new TextEncoder().encode(await finishInSlices(checksumOf(articles))), wordBytes);
    await this.file.write(bytes);
  }

  private async open(): Promise<readonly StoredFile[]> {
    try {
      const read = await this.file.read();
      if (!read || read.length < headBytes) return [];
      // A Buffer of Node.js would give views where copies are meant.
      const bytes = new Uint8Array(read.buffer, read.byteOffset, read.byteLength);
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      const articles = bytes.subarray(headBytes, headBytes + length);
      const checksum = new TextDecoder().decode(bytes.subarray(wordBytes, headBytes));
      if (articles.length < length || checksum !== (await finishInSlices(checksumOf(articles)))) {
        this.report('What was kept of the library is damaged; it is read anew.');
        return [];
      }
      const files = await finishInSlices(readFiles(articles, this.version));
      // A copy, so that the rest of the file is not held.
      if (files) this.index = await finishInSlices(copyOf(bytes.subarray(headBytes + length)));
      else this.report('What was kept of the library is of another version; it is read anew.');
      // What the library makes of the files takes a turn of its own.
      await yieldToHost();
      return files ?? [];
    } catch (error) {
      this.report(`What was kept of the library cannot be read: ${String(error)}`);
      return [];
    }
  }
}

function* copyOf(bytes: Uint8Array): Steps<Uint8Array> {
  const copy = new Uint8Array(bytes.length);
  yield* copyInto(copy, 0, bytes);
  return copy;
}
