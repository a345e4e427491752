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

/** Encodes in characters of one or two bytes by searching the decoder. */
function encode(encoding: 'gb18030' | 'big5', text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
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

const gb18030 = (text: string): Uint8Array => encode('gb18030', text);

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

  it('refuses many NUL far inside a file too', () => {
    assert.equal(decodeText(utf8(`${'文'.repeat(9000)}${'\0'.repeat(900)}`)), undefined);
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

  it('reads GB18030 with a damaged byte, cut off, or with a private character', () => {
    const text = '各乡镇要抓紧修缮灌溉水渠，不误农时。'.repeat(6);
    const whole = gb18030(text);
    const damaged = Uint8Array.from(whole);
    // A lead byte, a trail byte, and a byte that is lost: what follows stays in step.
    for (const [at, value] of [
      [40, 0xff],
      [41, 0x20],
      [40, 0x41],
    ] as const) {
      damaged.set(whole);
      damaged[at] = value;
      assert.match(decodeText(damaged)?.text ?? '', /^(各乡镇.*时。)各乡.{1,3}抓紧修缮灌溉水渠，不误农时。\1{4}$/);
    }
    const lost = Uint8Array.from([...whole.subarray(0, 40), ...whole.subarray(41)]);
    assert.match(decodeText(lost)?.text ?? '', /^(各乡镇.*时。)各乡\ufffd要抓紧修缮灌溉水渠，不误农时。\1{4}$/);
    assert.equal(decodeText(whole.subarray(0, -1))?.text, text.slice(0, -1));
    const personal = Uint8Array.from([...whole, 0xaa, 0xa1]);
    assert.equal(decodeText(personal)?.text, `${text}\ue000`);
  });

  it('reads Big5 by its frequent characters, and UTF-16 without a mark', () => {
    const big5 = encode('big5', '各鄉鎮要抓緊修繕灌溉水渠');
    assert.deepEqual(decodeText(big5), { text: '各鄉鎮要抓緊修繕灌溉水渠', encoding: 'big5' });
    const text = '各乡镇要抓紧修缮灌溉水渠，2026年3月底前完成。\n不误农时。';
    for (const [littleEndian, encoding] of [
      [true, 'utf-16le'],
      [false, 'utf-16be'],
    ] as const)
      assert.deepEqual(decodeText(utf16(text, littleEndian).subarray(2)), { text, encoding });
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

  it('reads a stray NUL in a long text as a damaged byte', () => {
    const text = '各地要抓紧落实，不误农时。'.repeat(8);
    assert.equal(decodeText(utf8(`${text}\0${text}`))?.text, `${text}\ufffd${text}`);
    assert.equal(decodeText(utf8(`${text}${'\0'.repeat(9)}`)), undefined);
  });

  it('never throws, and never returns NUL or CR', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
        assert.doesNotMatch(decodeText(content)?.text ?? '', /[\0\r]/);
      }),
    );
  });
});
