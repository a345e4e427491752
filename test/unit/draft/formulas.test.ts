import assert from 'node:assert/strict';
import { parseFormulas } from '../../../src/draft/formulas';

describe('parseFormulas', () => {
  it('reads an entry with all fields', () => {
    const text = [
      ...['---', 'title: 提法', '---', '', '## 经济', '', '- 经营主体', '  - 简称：甲；乙', '  - 出处：党的二十大报告'],
      ...['  - 时间：2022年10月', '  - 旧提法：市场主体（2022年10月起）', '  - 旧提法：市场（供给）主体'],
      ...['  - 仍用：市场主体登记；市场主体法', '  - 误写：经营主休', '  - 用法：泛指时用', ''],
    ].join('\n');
    assert.deepEqual(parseFormulas(text), [
      {
        wording: '经营主体',
        short: ['甲', '乙'],
        source: '党的二十大报告',
        date: '2022年10月',
        superseded: [
          { wording: '市场主体', since: '2022年10月' },
          { wording: '市场（供给）主体', since: '' },
        ],
        rightIn: ['市场主体登记', '市场主体法'],
        wrong: ['经营主休'],
        usage: '泛指时用',
        line: 6,
      },
    ]);
  });

  it('keeps entries apart, and passes over what it does not know', () => {
    const [first, second] = parseFormulas('- 甲\n  - 备注：丙\n\n正文\n- 乙\n  - 出处：丁');
    assert.deepEqual([first?.wording, first?.source, second?.wording, second?.source], ['甲', '', '乙', '丁']);
  });

  it('reads nothing from text without a list', () => assert.deepEqual(parseFormulas('  - 出处：甲\n正文'), []));
});
