import assert from 'node:assert/strict';
import { datedFormulas, nothingSuperseded } from './formulaRules';
import { sample } from './piece';

const list =
  '- 经营主体\n  - 出处：甲\n  - 时间：2022年10月\n  - 旧提法：市场主体（2022年10月起）\n  - 仍用：市场主体登记';

describe('corpus rule nothingSuperseded', () => {
  const found = (body: string): string[] =>
    nothingSuperseded([sample(list, '提法/a.md'), sample(body)]).map(({ message }) => message);

  it('finds a superseded wording', () => assert.deepEqual(found('各类市场主体'), ['市场主体 is now 经营主体']));

  it('passes the current one, and the old one where it is still right', () => {
    assert.deepEqual(found('各类经营主体'), []);
    assert.deepEqual(found('市场主体登记'), []);
    assert.deepEqual(found('市场主体登记和市场主体').length, 1);
  });
});

describe('corpus rule datedFormulas', () => {
  const found = (body: string): number => datedFormulas(sample(body, '提法/a.md')).length;
  it('passes dates', () => assert.equal(found(list), 0));
  it('finds what is none', () => {
    assert.equal(found(list.replace('时间：2022年10月', '时间：二十大')), 1);
    assert.equal(found(list.replace('（2022年10月起）', '（2022年13月起）')), 1);
    assert.equal(found(list.replace('旧提法：市场主体', '旧提法：经营主体')), 1);
  });
});
