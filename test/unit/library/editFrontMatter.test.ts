import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editFrontMatter } from '../../../src/library/editFrontMatter';
import { parseFrontMatter } from '../../../src/library/frontMatter';

describe('editFrontMatter', () => {
  it('changes what is told, and keeps other keys, comments, order and line ends', () => {
    const before = '---\r\n# 自用\r\nreviewed: 2026-01-02\r\ntitle: 旧题\r\ntags: [甲]\r\n---\r\n\r\n正文\r\n';
    assert.equal(
      editFrontMatter(before, { title: '新题：一', tags: ['甲', '乙, 丙'], date: '2026-03-05' }),
      '---\r\n# 自用\r\nreviewed: 2026-01-02\r\ntitle: 新题：一\r\ntags: [甲, "乙, 丙"]\r\ndate: 2026-03-05\r\n---\r\n\r\n正文\r\n',
    );
  });

  it('makes front matter where there is none, and removes what is empty', () => {
    assert.equal(editFrontMatter('正文\n', { category: '讲话致辞' }), '---\ncategory: 讲话致辞\n---\n\n正文\n');
    assert.equal(editFrontMatter('---\nsource: 网络\n---\n\n正文\n', { source: '' }), '\n正文\n');
    assert.equal(editFrontMatter('---\n---\n正文', { title: '题' }), '---\ntitle: 题\n---\n正文');
  });

  it('throws rather than lose what it cannot read', () => {
    assert.throws(() => editFrontMatter('---\ntitle: [甲\n---\n\n正文\n', { title: '乙' }));
    assert.throws(() => editFrontMatter('---\ntitle: 甲\n\n正文\n', { title: '乙' }));
    assert.throws(() => editFrontMatter('---\n!!str\ncategory: 讲话\nnumber: 9号\n---\n\n正文\n', { title: '乙' }));
    assert.throws(() => editFrontMatter('---\n!!str\ntitle: 甲\n---\n\n正文\n', { title: '乙' }));
  });

  it('is read again as it was written, whatever the values, and leaves the body alone', () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim().replace(/\s+/g, ' '));
    fc.assert(
      fc.property(value, fc.uniqueArray(value.filter(Boolean), { maxLength: 3 }), fc.boolean(), (title, tags, has) => {
        const body = '\n正文 --- 一\n\n---\n\n二\n';
        const edited = editFrontMatter(`${has ? '---\nother: 1\n---\n' : ''}${body}`, { title, tags });
        const read = parseFrontMatter(edited);
        assert.equal(read.error, undefined);
        assert.equal(read.title ?? '', title);
        assert.deepEqual(read.tags, tags);
        assert.ok(edited.endsWith(body));
      }),
    );
  });
});
