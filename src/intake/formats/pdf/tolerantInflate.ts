import { Inflate, inflateSync } from 'fflate';

/** Where a stream is damaged, so many bytes before it may be lost along. */
const step = 256;

/** What pdf.js uses of a `DecompressionStream`. */
interface Decompression {
  readonly writable: {
    getWriter(): { ready: Promise<void>; write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
  readonly readable: AsyncIterable<Uint8Array>;
}

/**
 * A `DecompressionStream` for pdf.js that gives of a damaged stream what comes before the damage. With that of the host,
 * pdf.js loses the whole page without a word.
 * @param onDamage called for a stream that is cut off or makes no sense
 */
export const tolerantInflate = (onDamage: () => void): new () => Decompression =>
  class {
    private readonly chunks: Uint8Array[] = [];

    readonly writable = {
      getWriter: () => ({
        ready: Promise.resolve(),
        write: (bytes: Uint8Array): Promise<void> => {
          this.chunks.push(...inflated(bytes, onDamage));
          return Promise.resolve();
        },
        close: (): Promise<void> => Promise.resolve(),
      }),
    };

    get readable(): AsyncIterable<Uint8Array> {
      return iterated(this.chunks);
    }
  };

// eslint-disable-next-line @typescript-eslint/require-await -- what is iterated is there already
async function* iterated(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

/** Bytes before the data of a zlib stream; pdf.js has looked at them. The checksum behind is often wrong. */
const header = 2;

/** The content of a zlib stream, or what can be read of it. Cost: linear; a damaged one is read twice. */
function inflated(bytes: Uint8Array, onDamage: () => void): Uint8Array[] {
  try {
    return [inflateSync(bytes.subarray(header))];
  } catch {
    onDamage();
  }
  const chunks: Uint8Array[] = [];
  const stream = new Inflate((chunk) => chunks.push(chunk));
  try {
    for (let at = header; at < bytes.length; at += step) stream.push(bytes.subarray(at, at + step));
  } catch {
    // What came before is kept.
  }
  return chunks;
}
