import assert from 'node:assert/strict';
import { pinyinInput, pinyinOfEmptyDraft } from '../../../../src/completion/pinyin/pinyinInput';

function runAt(marked: string): string {
  const offset = marked.indexOf('|');
  return pinyinInput(marked.replace('|', ''), offset);
}

describe('pinyinInput', () => {
  for (const [text, pinyin] of [
    ['推进kjcx|', 'kjcx'],
    ['推进，kejichuang|', 'kejichuang'],
    ['“kj|', 'kj'],
    ['kj|', ''],
    ['春耕生产。\n## kj|', 'kj'],
    ['春耕生产。\n- kj|', 'kj'],
    ['kj|\n\n春耕生产。', 'kj'],
    ['Spring work 春耕 in the county\nkj|', ''],
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

describe('pinyinOfEmptyDraft', () => {
  for (const [text, letters] of [
    ['jh|', 'jh'],
    ['\n\njhg|', 'jhg'],
    ['jianghuagao|', 'jianghuagao'],
    ['it|', ''],
    ['to|', ''],
    ['tong|', ''],
    ['j|', ''],
    ['# jh|', ''],
    ['JH|', ''],
    ['Notes\n\njh|', ''],
    ['jh|\n\nNotes', ''],
  ] as const) {
    it(`takes ${letters || 'nothing'} from ${JSON.stringify(text)}`, () => {
      assert.equal(pinyinOfEmptyDraft(text.replace('|', ''), text.indexOf('|')), letters);
    });
  }
});
