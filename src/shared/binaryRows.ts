/** Types of fields by their numbers in PostgreSQL (pg_type.dat), which never change. */
const types = { bytea: 17, int2: 21, int4: 23, text: 25, int2s: 1005, int4s: 1007 } as const;
const firstCapacity = 1 << 16;
const [int2Bytes, int4Bytes] = [2, 4];
/** Dimensions, flags, type, length and lower bound of an array. */
const arrayHeader = 5 * int4Bytes;
/** UTF-8 takes so many bytes for a UTF-16 unit at most. */
const mostBytesOfUnit = 3;

/**
 * Rows of a composite type as an array in PostgreSQL's binary format (`array_send`, `record_send`), which costs neither side a parser.
 * The fields of a row are written one after the other, in the order of the type.
 */
export class BinaryRows {
  private buffer = Buffer.allocUnsafe(firstCapacity);
  private view = viewOf(this.buffer);
  private at = arrayHeader;
  private rows = 0;
  /** Where the row begins that is being written. */
  private row = 0;

  constructor(private readonly fields: number) {}

  begin(): this {
    this.endRow();
    this.rows++;
    this.reserve(2 * int4Bytes);
    this.row = this.at;
    this.at += int4Bytes;
    this.put(this.fields);
    return this;
  }

  text(value: string): this {
    this.reserve(2 * int4Bytes + mostBytesOfUnit * value.length);
    this.put(types.text);
    const length = this.buffer.write(value, this.at + int4Bytes);
    this.put(length);
    this.at += length;
    return this;
  }

  bytes(value: Uint8Array): this {
    this.reserve(2 * int4Bytes + value.length);
    this.put(types.bytea);
    this.put(value.length);
    this.buffer.set(value, this.at);
    this.at += value.length;
    return this;
  }

  int2(value: number): this {
    this.reserve(2 * int4Bytes + int2Bytes);
    this.put(types.int2);
    this.put(int2Bytes);
    this.putShort(value);
    return this;
  }

  int4(value: number): this {
    this.reserve(3 * int4Bytes);
    this.put(types.int4);
    this.put(int4Bytes);
    this.put(value);
    return this;
  }

  int2s(values: readonly number[]): this {
    const bytes = arrayBytes(values, int2Bytes);
    this.reserve(2 * int4Bytes + bytes);
    this.put(types.int2s);
    this.put(bytes);
    this.putArrayHeader(types.int2, values.length);
    for (const value of values) {
      this.put(int2Bytes);
      this.putShort(value);
    }
    return this;
  }

  int4s(values: readonly number[]): this {
    const bytes = arrayBytes(values, int4Bytes);
    this.reserve(2 * int4Bytes + bytes);
    this.put(types.int4s);
    this.put(bytes);
    this.putArrayHeader(types.int4, values.length);
    for (const value of values) {
      this.put(int4Bytes);
      this.put(value);
    }
    return this;
  }

  /**
   * The array of all rows.
   * @param type number of the composite type in the database
   */
  end(type: number): Buffer {
    this.endRow();
    const { at } = this;
    // An array without elements has no dimension either.
    this.at = this.rows > 0 ? 0 : arrayHeader - shortHeader;
    const start = this.at;
    this.putArrayHeader(type, this.rows);
    return this.buffer.subarray(start, at);
  }

  private endRow(): void {
    if (this.rows > 0) this.view.setInt32(this.row, this.at - this.row - int4Bytes);
  }

  private putArrayHeader(type: number, length: number): void {
    this.put(length > 0 ? 1 : 0);
    this.put(0);
    this.put(type);
    if (length === 0) return;
    this.put(length);
    this.put(1);
  }

  private put(value: number): void {
    this.view.setInt32(this.at, value);
    this.at += int4Bytes;
  }

  private putShort(value: number): void {
    this.view.setInt16(this.at, value);
    this.at += int2Bytes;
  }

  private reserve(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * Math.max(this.buffer.length, this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
    this.view = viewOf(larger);
  }
}

/** Dimensions, flags and type: all that an empty array has. */
const shortHeader = 3 * int4Bytes;

const arrayBytes = ({ length }: readonly number[], elementBytes: number): number =>
  length === 0 ? shortHeader : arrayHeader + length * (int4Bytes + elementBytes);

const viewOf = ({ buffer, byteOffset, length }: Buffer): DataView => new DataView(buffer, byteOffset, length);
