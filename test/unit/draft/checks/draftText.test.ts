import assert from 'node:assert/strict';
import { DraftChecker } from '../../../../src/draft/checks/checkDraft';
import { rules } from '../../../../src/draft/checks/rules';

/** What all rules together find, as `rule: text`. */
const found = (text: string, languageId?: string): readonly string[] =>
  new DraftChecker(rules)
    .check(text, languageId)
    .map(({ rule, offset, length }) => `${rule.id}: ${text.slice(offset, offset + length)}`);

describe('what of a draft is checked', () => {
  it('cells of tables: words, blanks, dates, marks', () => {
    const row = (cells: string): readonly string[] => found(`| 单位 | 内容 |\n| :--- | ---: |\n| ${cells} |`);
    assert.deepEqual(row('X市 | 2026年2月30日'), ['placeholder: X市', 'impossible-date: 2026年2月30日']);
    assert.deepEqual(row('青阳市 | 统筹布署,推进'), ['misspelling: 布署', 'half-width-mark: ,']);
    assert.deepEqual(row('《条例 | 办法》'), ['unpaired-mark: 《', 'unpaired-mark: 》']);
    assert.deepEqual(row('落实"一岗双责" | 《条例》'), ['straight-quote: "', 'straight-quote: "']);
  });

  it('in tables nothing that concerns paragraphs', () =>
    assert.deepEqual(found('| 1、完善机制 | （一）、提升 |\n| - | - |\n| 三、甲 | 附件：甲； |\n| a\\|b | |'), []));

  it('values of elements in front matter', () => {
    const matter = (lines: string): readonly string[] => found(`---\n${lines}\n---\n\n现将有关事项通知如下。`);
    assert.deepEqual(matter('主送: X市人民政府 # X县不送'), ['placeholder: X市']);
    assert.deepEqual(matter('发文字号: "青政发[2026]5号"'), ['document-number: [2026]5']);
    assert.deepEqual(matter('抄送:\n  - X县委\n  - "统筹布署办公室"'), ['placeholder: X县', 'misspelling: 布署']);
    assert.deepEqual(matter('附件: [甲表, X市名单]'), ['placeholder: X市']);
    assert.deepEqual(
      matter('tags: [X市, 布署]\nsource: X市\n# X市\n标题: "关于督查的通知"\n主送: |\n  各县（区）'),
      [],
    );
  });

  it('no code, whichever way its fence is written', () => {
    assert.deepEqual(found('正文。\n\n````\n```\nX市\n```\nX市\n````\n'), []);
    assert.deepEqual(found('正文。\n\n```\n~~~\nX市\n```\n\nX县'), ['placeholder: X县']);
    assert.deepEqual(found('正文。\n\n```\n| X市 |\n<!--\n```\n\nX县'), ['placeholder: X县']);
  });
});
