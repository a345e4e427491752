/** Port to the place where an index is kept between sessions. The host implements it; tests use a fake. */
export interface IndexStore {
  /** What was kept last; undefined when there is nothing. May reject. */
  read(): Promise<Uint8Array | undefined>;
  /** Keeps it in place of what was kept before: all or nothing, also with two writers at a time. May reject. */
  write(bytes: Uint8Array): Promise<void>;
}
