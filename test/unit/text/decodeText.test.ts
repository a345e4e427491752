import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../src/text/decodeText';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const buffer = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(buffer.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), littleEndian);
  return buffer;
}

/** Encodes in GB18030 by searching the decoder: two bytes, else the four-byte range of the first plane. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const find = (character: string): readonly number[] => {
    if (character < '\x80') return [character.charCodeAt(0)];
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        if (trail !== 0x7f && decoder.decode(bytes(lead, trail)) === character) return [lead, trail];
      }
    }
    throw new Error(`${character} has no two bytes`);
  };
  return Uint8Array.from([...text].flatMap(find));
}

describe('decodeText', () => {
  it('reads UTF-8 with and without byte order mark', () => {
    assert.deepEqual(decodeText(utf8('春耕')), { text: '春耕', encoding: 'utf-8' });
    assert.deepEqual(decodeText(utf8('\ufeff春耕')), { text: '春耕', encoding: 'utf-8' });
  });

  it('reads UTF-16 of both byte orders by its mark', () => {
    const text = '春耕 𠮷 abc';
    assert.deepEqual(decodeText(utf16(text, true)), { text, encoding: 'utf-16le' });
    assert.deepEqual(decodeText(utf16(text, false)), { text, encoding: 'utf-16be' });
  });

  it('reads GB18030, with its characters of four bytes', () => {
    assert.deepEqual(decodeText(gb18030('春耕时节，a1')), { text: '春耕时节，a1', encoding: 'gb18030' });
    // U+3400 㐀 and U+20000 𠀀
    const rare = bytes(0x81, 0x39, 0xee, 0x39, 0x95, 0x32, 0x82, 0x36);
    assert.deepEqual(decodeText(rare), { text: '㐀𠀀', encoding: 'gb18030' });
  });

  it('turns all line ends into LF', () => {
    assert.equal(decodeText(utf8('一\r\n二\r三\n四'))?.text, '一\n二\n三\n四');
  });

  it('reads no bytes as an empty text', () => {
    assert.deepEqual(decodeText(bytes()), { text: '', encoding: 'utf-8' });
    assert.equal(decodeText(bytes(0xef, 0xbb, 0xbf))?.text, '');
    assert.equal(decodeText(bytes(0xff, 0xfe))?.text, '');
  });

  it('refuses images, archives and what else holds NUL', () => {
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52);
    const zip = bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00);
    const doc = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);
    for (const content of [png, zip, doc, utf8('文\0'), utf16('文\0', true)])
      assert.equal(decodeText(content), undefined);
  });

  it('refuses NUL far inside a file too', () => {
    assert.equal(decodeText(utf8(`${'文'.repeat(9000)}\0`)), undefined);
  });

  it('refuses what no encoding explains', () => {
    assert.equal(decodeText(bytes(0xff, 0xd8, 0xff, 0xe0, 0x10, 0x4a)), undefined);
    assert.equal(decodeText(bytes(0xff, 0xfe, 0x41)), undefined);
    // Valid in GB18030, but a control character or one for private use says that it is something else.
    assert.equal(decodeText(bytes(0xd6, 0xd0, 0x01)), undefined);
    assert.equal(decodeText(bytes(0xaa, 0xa1, 0xaa, 0xa2)), undefined);
  });

  it('reads UTF-8 that is cut off within a character, without that character', () => {
    const whole = utf8('春耕时节');
    for (const cut of [1, 2]) {
      assert.deepEqual(decodeText(whole.subarray(0, -cut)), { text: '春耕时', encoding: 'utf-8' });
    }
  });

  it('reads UTF-8 with a damaged byte in a longer text, and marks the place', () => {
    const content = utf8('春耕时节'.repeat(20));
    content[4] = 0x41;
    const decoded = decodeText(content);
    assert.equal(decoded?.encoding, 'utf-8');
    assert.match(decoded.text, /^春\ufffdA\ufffd时节春耕/);
  });

  it('gives back every text without NUL and lone surrogates, line ends aside', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => !value.includes('\0') && !value.startsWith('\ufeff'));
    fc.assert(
      fc.property(text, (value) => {
        const expected = value.replace(/\r\n?/g, '\n');
        assert.equal(decodeText(utf8(value))?.text, expected);
        assert.equal(decodeText(utf16(value, true))?.text, expected);
        assert.equal(decodeText(utf16(value, false))?.text, expected);
      }),
    );
  });

  it('never throws, and never returns NUL or CR', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
        assert.doesNotMatch(decodeText(content)?.text ?? '', /[\0\r]/);
      }),
    );
  });
});
