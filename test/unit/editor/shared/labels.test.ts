import assert from 'node:assert/strict';
import {
  joinSentences,
  narrowLines,
  oneLine,
  originLabel,
  placeLabel,
  usesLabel,
} from '../../../../src/editor/shared/labels';
import type { Article } from '../../../../src/library/article';
import { chinese, english } from '../support/localize';

describe('labels', () => {
  it('flatten text to one line and count characters, not UTF-16 units', () => {
    assert.equal(oneLine('**重点**：\n  𠮷林大道', 20), '重点：𠮷林大道');
    assert.equal(oneLine('𠮷𠮷𠮷', 2), '𠮷𠮷…');
  });

  it('show a passage in a narrow side bar, no line of which begins with a mark', () => {
    const text =
      '山洪灾害防御要把预警信息叫应到，户到人，夜间转移提前到天黑之前完成，宁听骂声、不听“哭声”，一个点位也不能漏。';
    const lines = narrowLines(text, 9);
    assert.equal(lines.join(''), text);
    assert.deepEqual(lines.slice(0, 2), ['山洪灾害防御要把预警信息叫应到，', '户到人，夜间转移提前到天黑之前完成，']);
    for (const line of lines) assert.match(line, /^[\p{Script=Han}“]/u);
    assert.deepEqual(narrowLines(text, 1), ['山洪灾害防御要把预警信息叫应到，…']);
    assert.deepEqual(narrowLines('短句。', 3), ['短句。']);
    assert.deepEqual(narrowLines('', 3), ['']);
  });

  it('say where a passage stands', () => {
    const article = { category: '讲话致辞', title: '动员会' } as Article;
    assert.equal(placeLabel(article, ['一、认识', '（一）形势']), '讲话致辞 · 动员会 › 一、认识 › （一）形势');
    assert.equal(placeLabel({ ...article, category: '' }, []), '动员会');
  });

  it('say where an article is kept; an origin that we do not know by its own name', () => {
    assert.equal(originLabel(english, 'personal'), 'personal folder');
    assert.equal(originLabel(chinese, 'workspace') === originLabel(chinese, 'builtin'), false);
    assert.equal(originLabel(english, 'office'), 'office');
  });

  it('say in which drafts a passage stands', () => {
    assert.equal(usesLabel(english, []), '');
    assert.equal(usesLabel(english, ['a.md']), 'used in a.md');
    assert.equal(usesLabel(english, ['a.md', 'b.md', 'c.md']), 'used in a.md and 2 more');
    assert.equal(usesLabel(chinese, ['讲话.md', '通知.md']), '已用于 讲话.md，另有 1 份文稿');
  });

  it('join sentences as the language does', () => {
    assert.equal(joinSentences(['One.', 'Two.']), 'One. Two.');
    assert.equal(joinSentences(['已导入。', '完成。']), '已导入。完成。');
    assert.equal(joinSentences([]), '');
  });
});
