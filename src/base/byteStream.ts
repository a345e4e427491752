import type { Steps } from './slices';

const chunkBytes = 1 << 20;

/** Writes numbers and texts one after the other into bytes. */
export class ByteWriter {
  private readonly chunks: Uint8Array[] = [];
  private chunk = new Uint8Array(chunkBytes);
  private length = 0;

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

  /** Bytes as they are. */
  block(values: Uint8Array): void {
    this.number(values.length);
    this.append(values);
  }

  /** All that was written, after so many zero bytes, in steps. */
  *finish(zeros: number): Steps<Uint8Array<ArrayBuffer>> {
    this.reserve(chunkBytes + 1);
    const bytes = new Uint8Array(this.chunks.reduce((total, { length }) => total + length, zeros));
    yield;
    let at = zeros;
    for (const chunk of this.chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
      yield;
    }
    return bytes;
  }

  private append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.chunk.set(bytes, this.length);
    this.length += bytes.length;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.chunk.length) return;
    this.chunks.push(this.chunk.subarray(0, this.length));
    this.chunk = new Uint8Array(Math.max(chunkBytes, count));
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
    const length = this.number();
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('beyond the end');
    const value = this.decoder.decode(this.bytes.subarray(this.at, end));
    this.at = end;
    return value;
  }

  /** A copy of what `ByteWriter.units` wrote. */
  units(): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.copy(2 * this.number()).buffer);
  }

  /** A copy of what `ByteWriter.block` wrote. */
  block(): Uint8Array<ArrayBuffer> {
    return this.copy(this.number());
  }

  /** Reads ascending numbers below 2³², each written as what it is more than the one before, less one (-1 before the first). */
  ascending(count: number, into: Uint32Array, start: number): void {
    const { bytes } = this;
    let at = this.at;
    let last = -1;
    for (let place = start, end = start + count; place < end; place++) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      into[place] = last += value + 1;
    }
    if (at > bytes.length) throw new RangeError('beyond the end');
    this.at = at;
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  private copy(length: number): Uint8Array<ArrayBuffer> {
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('beyond the end');
    const copy = Uint8Array.from(this.bytes.subarray(this.at, end));
    this.at = end;
    return copy;
  }
}
