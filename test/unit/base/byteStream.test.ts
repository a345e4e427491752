import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../src/base/slices';
import { ByteReader, ByteWriter } from '../../../src/base/byteStream';

const number = fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 1), fc.maxSafeNat());
const text = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('ByteWriter and ByteReader', () => {
  it('give back what was written, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(number, text)), fc.nat(20), (values, zeros) => {
        const writer = new ByteWriter();
        for (const value of values) {
          if (typeof value === 'number') writer.number(value);
          else writer.text(value);
        }
        const bytes = finish(writer.finish(zeros));
        assert.ok(bytes.subarray(0, zeros).every((byte) => byte === 0));
        const reader = new ByteReader(bytes.subarray(zeros));
        for (const value of values) assert.equal(typeof value === 'number' ? reader.number() : reader.text(), value);
        assert.ok(reader.atEnd);
      }),
    );
  });

  it('give back ascending numbers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0xffff_fff)), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const writer = new ByteWriter();
        let last = -1;
        for (const value of sorted) {
          writer.number(value - last - 1);
          last = value;
        }
        const into = new Uint32Array(sorted.length + 2);
        new ByteReader(finish(writer.finish(0))).ascending(sorted.length, into, 1);
        assert.deepEqual([...into], [0, ...sorted, 0]);
      }),
    );
  });

  it('give back blocks of bytes and of units as copies', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint16Array(), (block, units) => {
        const writer = new ByteWriter();
        writer.block(block);
        writer.units(units);
        const bytes = finish(writer.finish(0));
        const reader = new ByteReader(bytes);
        const read = [reader.block(), reader.units()] as const;
        assert.ok(reader.atEnd);
        bytes.fill(0);
        assert.deepEqual(read, [block, units]);
      }),
    );
  });

  it('hold more than fits into one piece', () => {
    const writer = new ByteWriter();
    const long = '长'.repeat(700_000);
    for (let at = 0; at < 3; at++) writer.text(long);
    const reader = new ByteReader(finish(writer.finish(0)));
    for (let at = 0; at < 3; at++) assert.equal(reader.text(), long);
  });

  it('do not read beyond the end', () => {
    assert.throws(() => new ByteReader(Uint8Array.of(0x80)).number(), RangeError);
    assert.throws(() => new ByteReader(Uint8Array.of(5, 0x61)).text(), RangeError);
    assert.throws(() => new ByteReader(Uint8Array.of(5, 0x61)).block(), RangeError);
    assert.throws(() => new ByteReader(Uint8Array.of(5, 0x61)).units(), RangeError);
    assert.throws(() => new ByteReader(Uint8Array.of(1)).ascending(2, new Uint32Array(2), 0), RangeError);
  });
});
