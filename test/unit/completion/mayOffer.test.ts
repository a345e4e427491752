import assert from 'node:assert/strict';
import { mayOffer } from '../../../src/completion/mayOffer';

const at = (marked: string): boolean => mayOffer(marked.replace('|', ''), marked.indexOf('|'));

describe('mayOffer', () => {
  for (const text of ['科技|', '要AI|', '5G网|', '𠮷祥|', '推进kj|', '春耕生产。\n\nkj|', 'jh|']) {
    it(`asks at ${JSON.stringify(text)}`, () => assert.ok(at(text)));
  }

  for (const text of [
    '|',
    '# It|',
    'it|',
    'a|',
    'The county keeps its figures|',
    '科技，|',
    '`科技|`',
    '```\n科技|\n```',
    '| 科技|',
    '<!-- 科技|',
    '<!-- 春耕\n\n科技| -->',
    '---\ntitle: 科技|\n---\n',
  ]) {
    it(`is silent at ${JSON.stringify(text)}`, () => assert.ok(!at(text)));
  }
});
