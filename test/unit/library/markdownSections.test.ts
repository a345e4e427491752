import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownSections } from '../../../src/library/markdownSections';

/** Large enough for a section to end after it. */
const long = '春耕'.repeat(1000);

const sections = (text: string): string[] =>
  [...markdownSections(text, 0, 0)].map(({ from, to }) => text.slice(from, to));

describe('markdownSections', () => {
  it('leaves a small text whole, and gives none for an empty one', () => {
    assert.deepEqual(sections('# 一\n\n甲\n'), ['# 一\n\n甲\n']);
    assert.deepEqual(sections(''), []);
  });

  it('cuts a large one before a paragraph, a heading and a list item', () => {
    for (const next of ['\n乙', '\n\u3000\u3000乙', '## 乙', '- 乙', '* 乙', '\n> 乙', '\n1. 乙', '\n![](a)']) {
      assert.equal(sections(`${long}\n${next}`).length, 2, next);
    }
  });

  it('does not cut where a block may go on', () => {
    for (const next of ['乙', '===', '---', '- ', '-', '#乙', '2. 乙', '\n  乙', '\n\t乙', '> 乙']) {
      assert.equal(sections(`- ${long}\n${next}`).length, 1, next);
    }
  });

  it('cuts after many short lines too', () => {
    assert.ok(sections('- 甲\n'.repeat(100)).length > 2);
  });

  it('gives fenced code as a section of its own, to a mark as long as the first', () => {
    assert.deepEqual(sections('甲\n```js\n# a\n\n- b\n```\n乙'), ['甲\n', '# a\n\n- b\n', '乙']);
    assert.deepEqual(sections('~~~~\n~~~\n```\n甲\n~~~~~\n乙'), ['~~~\n```\n甲\n', '乙']);
    assert.deepEqual(sections('```\n甲'), ['甲']);
    assert.deepEqual(
      [...markdownSections('```\n甲\n```\n', 0, 0)].map(({ verbatim }) => verbatim),
      [true],
    );
    assert.deepEqual(sections('```甲```\n乙'), ['```甲```\n乙']);
  });

  it('leaves out comments and scripts that go on over blank lines, if they end', () => {
    assert.deepEqual(sections('<!-- 乙\n\n丙'), ['<!-- 乙\n\n丙']);
    assert.deepEqual(sections('甲\n\n<!-- 乙\n\n丙 -->\n丁'), ['甲\n\n', '丁']);
    assert.deepEqual(sections('<SCRIPT>\n\nx\n</script>\n丁'), ['丁']);
    assert.deepEqual(sections('<!-- 乙 -->\n丁'), ['<!-- 乙 -->\n丁']);
    assert.deepEqual(sections('<prefix>\n丁'), ['<prefix>\n丁']);
  });

  it('counts lines from the first one given', () => {
    const text = `头\n${long}\n\n乙`;
    assert.deepEqual(
      [...markdownSections(text, 2, 1)].map(({ from, line }) => ({ from, line })),
      [
        { from: 2, line: 1 },
        { from: text.length - 1, line: 3 },
      ],
    );
  });

  it('gives sections in order, each at the beginning of its line, and loses only code and HTML', () => {
    const part = fc.constantFrom('甲\n', '\n', '# 乙\n', '- 丙\n', `${long}\n`, '```\n', '<!--\n', '-->\n', ' \n');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const { from, to, line } of markdownSections(text, 0, 0)) {
          assert.ok(from >= end && to > from);
          assert.equal(text.slice(0, from).split('\n').length - 1, line);
          assert.ok(from === end || /```|-->/.test(text.slice(end, from)));
          end = to;
        }
        assert.ok(end === text.length || /```|<!--/.test(text.slice(end)));
      }),
    );
  });
});
