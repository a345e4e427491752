import type { Steps } from './slices';

const chunkBytes = 1 << 20;

/** Writes numbers and texts one after the other into bytes. */
export class ByteWriter {
  private readonly chunks: Uint8Array[] = [];
  private chunk = new Uint8Array(chunkBytes);
  private length = 0;
  /** Bytes of all chunks but the one that is being filled. */
  private before = 0;

  /** Bytes written so far. */
  get position(): number {
    return this.before + this.length;
  }

  /** A whole number from 0 up, below 2⁵³; the smaller, the fewer bytes. */
  number(value: number): void {
    this.reserve(8);
    // LEB128: seven bits a byte, the lowest first, the eighth set in all but the last.
    while (value > 0x7f) {
      this.chunk[this.length++] = (value % 0x80) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.chunk[this.length++] = value;
  }

  /** A text without half characters. */
  text(value: string): void {
    this.block(new TextEncoder().encode(value));
  }

  /** Whole numbers of 16 bits, as they are, low byte first. */
  units(values: Uint16Array): void {
    this.number(values.length);
    this.append(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  /** Bytes as they are; they may not change until `finish` is done. */
  block(values: Uint8Array): void {
    this.number(values.length);
    this.append(values);
  }

  /** All that was written, after so many zero bytes, in steps. */
  *finish(zeros: number): Steps<Uint8Array<ArrayBuffer>> {
    this.endChunk();
    const bytes = new Uint8Array(zeros + this.before);
    yield;
    let at = zeros;
    for (const chunk of this.chunks) {
      yield* copyInto(bytes, at, chunk);
      at += chunk.length;
    }
    return bytes;
  }

  private append(bytes: Uint8Array): void {
    if (bytes.length > chunkBytes) {
      // A chunk of its own, not copied twice.
      this.endChunk();
      this.chunks.push(bytes);
      this.before += bytes.length;
      return;
    }
    this.reserve(bytes.length);
    this.chunk.set(bytes, this.length);
    this.length += bytes.length;
  }

  private reserve(count: number): void {
    if (this.length + count > this.chunk.length) this.endChunk();
  }

  private endChunk(): void {
    this.chunks.push(this.chunk.subarray(0, this.length));
    this.before += this.length;
    this.chunk = new Uint8Array(chunkBytes);
    this.length = 0;
  }
}

/** Reads what `ByteWriter` wrote, in the same order. Throws a RangeError beyond the end. */
export class ByteReader {
  private at = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('beyond the end');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  text(): string {
    return this.decoder.decode(this.take(this.number()));
  }

  /** A copy of what `ByteWriter.units` wrote. */
  units(): Uint16Array<ArrayBuffer> {
    return new Uint16Array(new Uint8Array(this.take(2 * this.number())).buffer);
  }

  /** A copy of what `ByteWriter.block` wrote. */
  block(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.take(this.number()));
  }

  /** The bytes that `ByteWriter.block` wrote, where they lie. */
  view(): Uint8Array {
    return this.take(this.number());
  }

  /**
   * Reads ascending numbers below 2³², each written as what it is more than the one before, less one.
   * @param last the number before them; -1 before the first
   * @returns the last of them
   */
  ascending(count: number, into: Uint32Array, start: number, last = -1): number {
    const { bytes } = this;
    const at = readAscending(bytes, this.at, count, into, start, last);
    if (at > bytes.length) throw new RangeError('beyond the end');
    this.at = at;
    return count > 0 ? (into[start + count - 1] ?? 0) : last;
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  private take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('beyond the end');
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}

/** Copies bytes to a place in others, in steps: tens of megabytes at once take tens of milliseconds. */
export function* copyInto(target: Uint8Array, place: number, bytes: Uint8Array): Steps<void> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    target.set(bytes.subarray(at, at + chunkBytes), place + at);
    yield;
  }
}

/**
 * Decodes ascending numbers as `ByteReader.ascending` does, from a place in bytes that are known to hold them.
 * @returns the place behind them
 */
export function readAscending(
  bytes: Uint8Array,
  from: number,
  count: number,
  into: Uint32Array,
  start = 0,
  before = -1,
): number {
  let [at, last] = [from, before];
  for (let place = start, end = start + count; place < end; place++) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    into[place] = last += value + 1;
  }
  return at;
}
