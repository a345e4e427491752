import type { Origin } from '../../../src/library/article';
import { Emitter } from '../../../src/base/event';
import type { FileStamp } from '../../../src/library/articleStore';
import type { ArticleSource, Listing, SourceChange } from '../../../src/library/source';

/** A source that holds its files in memory; a test writes, removes and delays them. */
export class MemorySource implements ArticleSource {
  private readonly files = new Map<string, Uint8Array | Error>();
  private readonly times = new Map<string, number>();
  private clock = 0;
  private readonly changed = new Emitter<SourceChange>();
  readonly onDidChange = this.changed.event;
  failures: Listing['failures'] = [];
  /** URIs in the order in which they were read. */
  readonly reads: string[] = [];
  /** Awaited after the content of a file was taken and before it is handed over. */
  delay: (path: string) => Promise<void> = () => Promise.resolve();

  /** @param root begins every URI; `files` maps paths below it to content (text as UTF-8, or an error that reading gives). */
  constructor(
    readonly origin: Origin = 'workspace',
    files: Readonly<Record<string, string | Uint8Array | Error>> = {},
    readonly root = `memory:/${origin}/`,
  ) {
    for (const [path, content] of Object.entries(files)) this.put(path, content);
  }

  uri(path: string): string {
    return this.root + path;
  }

  /** Creates or replaces a file without telling anybody. */
  put(path: string, content: string | Uint8Array | Error): void {
    this.times.set(this.uri(path), ++this.clock);
    this.files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  /** Creates or replaces a file and fires. */
  write(path: string, content: string | Uint8Array | Error): void {
    this.put(path, content);
    this.changed.fire({ file: { uri: this.uri(path), path }, deleted: false });
  }

  /** Deletes a file and fires. */
  remove(path: string): void {
    this.files.delete(path);
    this.reportDeleted(path);
  }

  /** Deletes a file and fires as if it had changed: what tells of it is late. */
  vanish(path: string): void {
    this.files.delete(path);
    this.changed.fire({ file: { uri: this.uri(path), path }, deleted: false });
  }

  /** Fires as if a file were deleted: true or not. */
  reportDeleted(path: string): void {
    this.changed.fire({ file: { uri: this.uri(path), path }, deleted: true });
  }

  list(): Promise<Listing> {
    const files = [...this.files.keys()].map((path) => ({ uri: this.uri(path), path }));
    return Promise.resolve({ files, failures: this.failures });
  }

  /** Every content has a time of its own. */
  stat(uri: string): Promise<FileStamp> {
    const there = this.files.get(uri.slice(this.root.length));
    // A file that cannot be read is there all the same.
    const size = there instanceof Error ? 0 : there?.byteLength;
    return size === undefined
      ? Promise.reject(new Error(`${uri} is gone`))
      : Promise.resolve({ size, mtime: this.times.get(uri) ?? 0 });
  }

  async read(uri: string): Promise<Uint8Array> {
    this.reads.push(uri);
    const content = this.content(uri);
    await this.delay(uri.slice(this.root.length));
    return content;
  }

  private content(uri: string): Promise<Uint8Array> {
    const content = this.files.get(uri.slice(this.root.length)) ?? new Error(`${uri} is gone`);
    return content instanceof Error ? Promise.reject(content) : Promise.resolve(content);
  }
}
