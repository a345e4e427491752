// Writes src/text/pinyin.json: what src/text/pinyin.ts needs to know of the package pinyin-pro (MIT), in a tenth of
// its size and without its start-up cost. Run after an update of that package: node scripts/pinyinTable.mjs
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import dictionary2 from 'pinyin-pro/dist/esm/data/dict2.mjs';
import dictionary3 from 'pinyin-pro/dist/esm/data/dict3.mjs';
import dictionary4 from 'pinyin-pro/dist/esm/data/dict4.mjs';
import dictionary5 from 'pinyin-pro/dist/esm/data/dict5.mjs';

const firstCharacter = 0x4e00;
const lastCharacter = 0x9fff;
/** Digits of the table's numbers; two digits name one list of readings. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** `lǜ` → `lv` */
const withoutTone = (syllable) =>
  syllable
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .replace('ü', 'v');

const readingsOf = (character) => {
  const list = pinyin(character, { multiple: true, type: 'array', surname: 'off' }).map(withoutTone);
  return [...new Set(list)].filter((syllable) => /^[a-z]+$/.test(syllable));
};

const lists = [''];
let table = '';
const readings = new Map();
for (let code = firstCharacter; code <= lastCharacter; code++) {
  const character = String.fromCharCode(code);
  readings.set(character, readingsOf(character));
  const list = readingsOf(character).join(' ');
  if (!lists.includes(list)) lists.push(list);
  const number = lists.indexOf(list);
  table += digits[number >> 6] + digits[number & 63];
}
if (lists.length > digits.length ** 2) throw new Error('too many lists of readings for two digits');

// Words in which a character is not read by its commonest reading: 增长 is zeng zhang, written 增长01.
const words = new Map();
for (const [word, spelling] of [dictionary2, dictionary3, dictionary4, dictionary5].flatMap(Object.entries)) {
  const spelt = spelling.split(' ').map(withoutTone);
  const numbers = [...word].map((character, at) => readings.get(character)?.indexOf(spelt[at]) ?? -1);
  if (numbers.every((number) => number >= 0) && numbers.some((number) => number > 0)) words.set(word, numbers);
}
// Words of official documents that the package lacks.
const more =
  '双重01 多重01 重振10 重塑10 重组10 重构10 重拾10 重聚10 重置10 重启10 率先10 率队10 排行01 调拨10 调配10 调出10 调入10 上调01 下调01 矿藏01 卡点10 卡口10 千行百业0100 一行字010 协调配合0000';
for (const entry of more.split(' ')) {
  const { length } = entry;
  words.set(entry.slice(0, length / 2), [...entry.slice(length / 2)].map(Number));
}

const data = {
  readings: lists.join(','),
  table,
  words: [...words].map(([word, numbers]) => word + numbers.join('')).join(' '),
};
writeFileSync(new URL('../src/text/pinyin.json', import.meta.url), `${JSON.stringify(data, null, 2)}\n`);
