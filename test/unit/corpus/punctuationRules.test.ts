import assert from 'node:assert/strict';
import { sample } from './piece';
import { balancedMarks, fullWidthPunctuation, halfWidthDigits, noInnerSpaces } from './punctuationRules';

describe('corpus rule fullWidthPunctuation', () => {
  const good = [
    '各位同志：',
    '一是抓“实”，二是抓“细”；到X年，占比达到X%，增长3.5%。',
    '《春耕条例》（试行）——节选……',
    '#### 1.加强统筹\n\n### （一）甲\n\n- 乙',
    '1.甲',
    '人工智能+制造、AI、5G，1:1比例，9:30开会。',
  ];
  for (const body of good) {
    it(`passes ${body.slice(0, 12)}`, () => assert.deepEqual(fullWidthPunctuation(sample(body)), []));
  }

  const bad = [
    ...['甲,乙', '甲.', '甲;', '甲:乙', '甲?', '甲!', '(甲', '甲)', '[甲', '甲~乙', '1,甲', 'a.甲', '”,'],
    ...['"甲"', '「甲」', '‘甲’'.replace(/[‘’]/g, "'"), '甲…乙', '甲—乙', '甲————乙', '甲...', '甲。。', '甲、、乙'],
    ...['甲，。', '甲，，', '（，甲', '甲，”', '甲：”', '甲，？'],
  ];
  for (const body of bad) {
    it(`finds ${body}`, () => assert.notDeepEqual(fullWidthPunctuation(sample(`正文${body}正文`)), []));
  }

  it('says where', () => {
    const [finding] = fullWidthPunctuation(sample('一段。\n\n春耕时节,全村下田。'));
    assert.deepEqual(finding, {
      path: '讲话致辞/样稿.md',
      line: 11,
      message: 'half-width punctuation beside Han: 春耕时节,全村下田。',
    });
  });
});

describe('corpus rule noInnerSpaces', () => {
  for (const body of ['## 甲', '- 甲', '甲2024年AI乙', 'Visual乙']) {
    it(`passes ${body}`, () => assert.deepEqual(noInnerSpaces(sample(body)), []));
  }
  for (const body of ['甲 乙', '甲\u3000乙', '2 个', 'X 市', '甲 AI', 'AI 甲', '## 甲 乙', '- 甲 乙']) {
    it(`finds ${body}`, () => assert.equal(noInnerSpaces(sample(body)).length, 1));
  }
});

describe('corpus rule halfWidthDigits', () => {
  it('passes half-width ones', () => assert.deepEqual(halfWidthDigits(sample('2024年增长3.5%，AI')), []));
  for (const body of ['２0年', '５Ｇ', '3.5％', 'ａ']) {
    it(`finds ${body}`, () => assert.equal(halfWidthDigits(sample(body)).length, 1));
  }
});

describe('corpus rule balancedMarks', () => {
  for (const body of ['“甲‘乙’”', '《甲〈乙〉》（丙）', '“甲”“乙”', '〔2024〕3号']) {
    it(`passes ${body}`, () => assert.deepEqual(balancedMarks(sample(body)), []));
  }
  for (const body of ['“甲', '甲”', '《甲', '甲》', '（甲', '甲）', '“《甲”》', '”甲“', '“甲““乙”', '“甲\n\n乙”']) {
    it(`finds ${JSON.stringify(body)}`, () => assert.notDeepEqual(balancedMarks(sample(body)), []));
  }
});
