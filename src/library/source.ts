import type { Article, Origin } from './article';
import type { Event } from '../base/event';
import type { FileStamp } from './articleStore';

/** A file that a source offers. */
export interface SourceFile {
  readonly uri: string;
  /** Path below the source's root, `/` between segments: `讲话致辞/推进会讲话.md`. */
  readonly path: string;
}

/** What happened to one file of a source. */
export interface SourceChange {
  readonly file: SourceFile;
  readonly deleted: boolean;
}

/** What a listing found: the files, and the folders that could not be read, each with the host's reason. */
export interface Listing {
  readonly files: readonly SourceFile[];
  readonly failures: readonly { readonly uri: string; readonly reason: string }[];
}

/** Port to a place that holds articles. The host implements it (file system, shipped corpus); tests use a fake. */
export interface ArticleSource {
  readonly origin: Origin;
  /** Names the source between sessions: its root's URI. Without one, what was read is not kept. */
  readonly root?: string;
  /** Every `.md` and `.txt` file below the root. Never rejects: a folder that fails is in `failures`. */
  list(): Promise<Listing>;
  /** Size and time of the last change. Rejects when the file is gone or may not be read. */
  stat(uri: string): Promise<FileStamp>;
  /** Content. Rejects when the file is gone or may not be read. */
  read(uri: string): Promise<Uint8Array>;
  /**
   * Which of some files are there: for thousands that may be gone, faster than looking at each, as is done without it. Never
   * rejects: what cannot be looked at is not there.
   */
  there?(uris: readonly string[]): Promise<ReadonlySet<string>>;
  /** Fires for every file that was created, changed or deleted below the root. */
  readonly onDidChange: Event<SourceChange>;
}

/** Port to articles that were parsed beforehand and never change. */
export interface PackedSource {
  readonly origin: Origin;
  /** Names the source where it cannot be read. */
  readonly uri: string;
  /** Rejects when they cannot be read. */
  articles(): Promise<readonly Article[]>;
}
