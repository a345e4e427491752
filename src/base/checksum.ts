import type { Steps } from './slices';

const wordBytes = 4;
const wordsAtOnce = 1 << 16;

/**
 * Two hashes of 32 bits that together tell contents apart: a changed file, a damaged index. Not for secrets.
 * Multiplication and mixing as in MurmurHash3 (Appleby), with two seeds.
 */
export class Checksum {
  private first = 0x9747b28c;
  private second = 0x2f0b4c47;

  /** Adds whole numbers of 32 bits. */
  add(values: ArrayLike<number>): this {
    let { first, second } = this;
    for (let at = 0, { length } = values; at < length; at++) {
      const value = values[at] ?? 0;
      first = Math.imul(first ^ value, 0x85ebca6b);
      first ^= first >>> 13;
      second = Math.imul(second ^ value, 0xc2b2ae35);
      second ^= second >>> 16;
    }
    this.first = first;
    this.second = second;
    return this;
  }

  /** Adds the UTF-16 units of a text, and its length. */
  addText(text: string): this {
    let { first, second } = this;
    for (let at = 0, { length } = text; at < length; at++) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x85ebca6b);
      first ^= first >>> 13;
      second = Math.imul(second ^ code, 0xc2b2ae35);
      second ^= second >>> 16;
    }
    this.first = first;
    this.second = second;
    return this.add([text.length]);
  }

  /** 16 hexadecimal digits. */
  get value(): string {
    return [this.first, this.second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** Checksum of bytes, taken as words of 32 bits, in steps. */
export function* checksumOf(bytes: Uint8Array): Steps<string> {
  const checksum = new Checksum();
  // The words have to lie as the processor wants them.
  const aligned = bytes.byteOffset % wordBytes === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.length / wordBytes));
  for (let at = 0; at < words.length; at += wordsAtOnce) {
    checksum.add(words.subarray(at, at + wordsAtOnce));
    yield;
  }
  return checksum.add(aligned.subarray(words.length * wordBytes)).add([bytes.length]).value;
}
