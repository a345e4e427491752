import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import type { FileTexts } from '../../../../src/intake/readFile';
import { readFile } from '../../../../src/intake/readFile';
import { parseFrontMatter } from '../../../../src/library/frontMatter';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, bytes: Uint8Array): Promise<FileTexts> => readFile(name, bytes, parseFrontMatter);

describe('archives', () => {
  it('say which documents they hold that are not read, and pass over pictures and locks', async () => {
    const bytes = zipSync({
      '通知.ofd': encode('PK'),
      '方案.odt': encode('xx'),
      '图.png': encode('x'),
      '~$临时.docx': encode('x'),
      '说明.txt': encode('修渠。'),
    });
    const { texts, problems } = await read('a.zip', bytes);
    assert.deepEqual(
      problems.map(({ code, name }) => `${code} ${name}`),
      ['unsupported a.zip › 通知.ofd', 'damaged 方案.odt'],
    );
    assert.equal(texts.length, 1);
  });

  it('are read as ZIP64', async () => {
    const bytes = zip64({ '一.txt': '修渠。' });
    const { texts, problems } = await read('a.zip', bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      texts.map(({ lines }) => lines.map(({ text }) => text)),
      [['修渠。']],
    );
  });
});

/** A ZIP64 archive, stored, whose sizes stand in the records of ZIP64 alone. */
function zip64(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const record = (length: number, ...fields: (readonly [at: number, size: 2 | 4 | 8, value: number])[]): Uint8Array => {
    const view = new DataView(new ArrayBuffer(length));
    for (const [where, size, value] of fields) {
      if (size === 2) view.setUint16(where, value, true);
      else if (size === 4) view.setUint32(where, value, true);
      else view.setBigUint64(where, BigInt(value), true);
    }
    return new Uint8Array(view.buffer);
  };
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [encode(path), encode(text)];
    const local = [record(30, [0, 4, 0x04034b50], [26, 2, name.length]), name, data];
    directory.push(
      record(
        46,
        [0, 4, 0x02014b50],
        [8, 2, 0x800],
        [20, 4, 0xffffffff],
        [24, 4, 0xffffffff],
        [28, 2, name.length],
        [30, 2, 28],
        [42, 4, 0xffffffff],
      ),
      name,
      record(28, [0, 2, 1], [2, 2, 24], [4, 8, data.length], [12, 8, data.length], [20, 8, at]),
    );
    parts.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const count = Object.keys(files).length;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end64 = record(56, [0, 4, 0x06064b50], [4, 8, 44], [24, 8, count], [32, 8, count], [40, 8, size], [48, 8, at]);
  const locator = record(20, [0, 4, 0x07064b50], [8, 8, at + size], [16, 4, 1]);
  const end = record(22, [0, 4, 0x06054b50], [8, 2, 0xffff], [10, 2, 0xffff], [12, 4, 0xffffffff], [16, 4, 0xffffffff]);
  const all = [...parts, ...directory, end64, locator, end];
  return Uint8Array.from(all.flatMap((part) => [...part]));
}
