import assert from 'node:assert/strict';
import { enumerationSequence, headingSequence, numberOf } from './headingRules';
import { sample } from './piece';

describe('numberOf', () => {
  it('reads Chinese numbers up to 99 and Arabic ones', () => {
    const numbers = ['一', '九', '十', '十一', '二十', '三十五', '7', '12'];
    assert.deepEqual(numbers.map(numberOf), [1, 9, 10, 11, 20, 35, 7, 12]);
  });
});

describe('corpus rule headingSequence', () => {
  const lines = (...headings: string[]): number[] =>
    headingSequence(sample(headings.join('\n\n'))).map(({ line }) => (line - 9) / 2);

  it('passes a document of all levels that counts anew below each heading', () => {
    const levels = ['## 一、甲', '### （一）甲', '#### 1.甲', '#### 2.乙', '### （二）乙', '#### 1.甲', '## 二、乙'];
    assert.deepEqual(lines(...levels, '### （一）甲', '## 结语'), []);
  });

  it('passes （一） that counts on through the parts', () => {
    assert.deepEqual(
      lines('## 一、甲', '### （一）甲', '### （二）乙', '## 二、乙', '### （三）丙', '### （四）丁'),
      [],
    );
  });

  it('passes headings without numbers', () => assert.deepEqual(lines('## 甲', '### 2024年', '## 乙'), []));

  it('passes ten and more', () => {
    const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];
    assert.deepEqual(lines(...numbers.map((number) => `## ${number}、甲`)), []);
  });

  it('finds gaps, repeats and a first that is not one', () => {
    assert.deepEqual(lines('## 一、甲', '## 三、乙', '## 四、丙'), [1]);
    assert.deepEqual(lines('## 一、甲', '## 一、乙'), [1]);
    assert.deepEqual(lines('## 二、甲'), [0]);
    assert.deepEqual(lines('## 一、甲', '### （一）乙', '## 二、丙', '### （三）丁'), [3]);
    assert.deepEqual(lines('## 一、甲', '### （一）乙', '#### 1.丙', '### （二）丁', '#### 2.戊'), [4]);
    assert.deepEqual(lines('## 一、甲', '### （一）乙', '#### 1.丙', '#### 3.丁'), [3]);
  });

  it('finds a mark on the wrong level', () => {
    assert.deepEqual(lines('### 一、甲'), [0]);
    assert.deepEqual(lines('## （一）甲'), [0]);
    assert.deepEqual(lines('## 1.甲'), [0]);
  });
});

describe('corpus rule enumerationSequence', () => {
  for (const body of [
    '一是甲。二是乙；三是丙。',
    '三是接上段。四是丁。',
    '其一，甲。其二，乙。一是丙，二是丁。',
    '一是甲。二是乙。一是丙。二是丁。',
    '（1）甲；（2）乙。',
    '统一是前提，唯一是标准。',
    '第一，甲。第二，乙。',
  ]) {
    it(`passes ${body}`, () => assert.deepEqual(enumerationSequence(sample(body)), []));
  }
  for (const body of [
    '一是甲。三是乙。',
    '一是甲。二是乙。二是丙。',
    '其一，甲。其三，乙。',
    '（1）甲（3）乙',
    '第一，甲。第三，乙。',
  ]) {
    it(`finds ${body}`, () => assert.equal(enumerationSequence(sample(body)).length, 1));
  }
});
