import assert from 'node:assert/strict';
import { isForeign, pinyinInput } from '../../../../src/completion/pinyin/pinyinInput';

function runAt(marked: string): string {
  const offset = marked.indexOf('|');
  return pinyinInput(marked.replace('|', ''), offset);
}

describe('pinyinInput', () => {
  for (const [text, pinyin] of [
    ['推进kjcx|', 'kjcx'],
    ['推进，kejichuang|', 'kejichuang'],
    ['“kj|', 'kj'],
    ['kj|', 'kj'],
    ['## kj|', 'kj'],
    ['- kj|', 'kj'],
    ['春耕生产\n\nkj|', 'kj'],
    ["推进xi'an|", "xi'an"],
    ['推进k|', ''],
    ['推进KJ|', ''],
    ['推进Kj|', ''],
    ['推进 kj|', ''],
    ['a kj|', ''],
    ['5kj|', ''],
    ['推进kj|cx', ''],
    ['推进kj|5', ''],
    ['An English paragraph\n\nand|', ''],
    ['推进|', ''],
    ['|', ''],
  ] as const) {
    it(`takes ${pinyin || 'nothing'} from ${JSON.stringify(text)}`, () => assert.equal(runAt(text), pinyin));
  }
});

describe('isForeign', () => {
  for (const [text, foreign] of [
    ['推进k|', false],
    ['推进AI|', false],
    ['|', false],
    ['an|', false],
    ['2025|', false],
    ['一段中文\n\nan|', false],
    ['An English paragraph\n\nand|', true],
    ['An English paragraph\n\n推进|', false],
  ] as const) {
    it(`is ${foreign} at ${JSON.stringify(text)}`, () => {
      assert.equal(isForeign(text.replace('|', ''), text.indexOf('|')), foreign);
    });
  }
});
