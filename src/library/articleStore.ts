import type { Problem } from './problem';
import type { StoredArticle } from './storedArticle';

/** What tells whether a file is as it was. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970; 0 where the host does not know. */
  readonly mtime: number;
}

/** A file as it was read. */
export interface StoredFile extends FileStamp {
  readonly uri: string;
  /** Names the source that the file was read from. */
  readonly root: string;
  /** Of the file's bytes. */
  readonly hash: string;
  /** Absent where the file gave only problems. */
  readonly article?: StoredArticle | undefined;
  readonly problems: readonly Problem[];
}

/** Port to what an earlier session read. */
export interface ArticleStore {
  /** The files of the last session, in the order of the library; none when there is nothing to use. Never rejects. */
  read(): Promise<readonly StoredFile[]>;
}
