import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toMarkdown } from '../../../../src/intake/plan/toMarkdown';
import { parseFrontMatter } from '../../../../src/library/frontMatter';
import { parseArticle } from '../../../../src/library/parseArticle';
import { intakeOfMarkdown, shortBlocks } from '../intakeFixtures';

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.trim().replace(/\s+/g, ' '))
  .filter(Boolean);

describe('toMarkdown', () => {
  it('writes front matter that is read back as it was', () => {
    fc.assert(
      fc.property(word, word, fc.uniqueArray(word, { maxLength: 4 }), word, (title, category, tags, source) => {
        const front = { title, category, tags, source, date: '2024-03-05' };
        const read = parseFrontMatter(toMarkdown(front, []));
        assert.deepEqual(
          [read.title, read.category, read.tags, read.source, read.date, read.error],
          [title, category, tags, source, '2024-03-05', undefined],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('writes blocks that the library reads as such', () => {
    const front = { title: '春耕', category: '讲话致辞', tags: ['春耕'], source: '', date: '' };
    const text = toMarkdown(front, [
      { kind: 'heading', level: 1, text: '一、备耕' },
      { kind: 'paragraph', text: '# 不是标题' },
      { kind: 'paragraph', text: '- 不是列表' },
      { kind: 'paragraph', text: '1. 也不是' },
      { kind: 'item', text: '是列表' },
    ]);
    const { article } = parseArticle({ uri: 'a', path: 'a.md', origin: 'personal' }, text);
    assert.deepEqual(
      article.headings.map((heading) => heading.text),
      ['一、备耕'],
    );
    assert.deepEqual(
      article.passages.map((passage) => passage.text),
      ['\\# 不是标题', '\\- 不是列表', '1.也不是', '是列表'],
    );
  });

  it('writes what Markdown would read as marks so that it comes back', () => {
    for (const text of ['**春耕**', '# 春耕', '春耕 #', '> 春耕', '- 春耕', '***', '| 春耕 |']) {
      const { drafts } = intakeOfMarkdown(
        toMarkdown({ title: '春耕', category: '', tags: [], source: '', date: '' }, [
          { kind: 'heading', level: 1, text },
          { kind: 'paragraph', text },
        ]),
      );
      assert.deepEqual(shortBlocks(drafts[0]?.blocks), [`1 ${text}`, text]);
    }
  });

  it('makes quotes of the paragraphs of a collection', () => {
    const front = { title: '春耕金句', category: '金句', tags: [], source: '', date: '' };
    const text = toMarkdown(front, [{ kind: 'paragraph', text: '1.春争日，夏争时。' }]);
    const { article } = parseArticle({ uri: 'a', path: 'a.md', origin: 'personal' }, text);
    assert.deepEqual(
      article.passages.map(({ kind, text: quote }) => [kind, quote]),
      [['quote', '春争日，夏争时。']],
    );
  });
});
