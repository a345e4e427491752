import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksBelow, linesOf, parseClip, titleOf, withoutMark, writeClip } from '../../../../src/editor/import/clip';

describe('clip', () => {
  it('reads category, tags and source from one line, full-width marks too', () => {
    assert.deepEqual(parseClip('讲话致辞 #推进会 ＃讲话 #推进会 @市委办 督查室'), {
      title: '',
      category: '讲话致辞',
      tags: ['推进会', '讲话'],
      source: '市委办 督查室',
    });
    assert.deepEqual(parseClip('@县府办 #农业 通知'), {
      title: '',
      category: '通知',
      tags: ['农业'],
      source: '县府办',
    });
    assert.deepEqual(parseClip(''), { title: '', category: '', tags: [], source: '' });
  });

  it('reads a title that stands first, with titles in it', () => {
    const { title, category, source } = parseClip('《学习《意见》的体会》理论文章 @《求是》');
    assert.deepEqual([title, category, source], ['学习《意见》的体会', '理论文章', '《求是》']);
    assert.equal(parseClip('理论文章 《甲》').title, '');
    assert.equal(parseClip('《没有完').title, '');
  });

  it('makes no folder below the category', () => {
    assert.equal(parseClip('讲话/../..\\致辞').category, '讲话 .. .. 致辞');
  });

  it('reads what it writes', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '1'), minLength: 1, maxLength: 6 });
    const clip = fc.record({ title: word, category: word, tags: fc.uniqueArray(word, { maxLength: 3 }), source: word });
    fc.assert(fc.property(clip, (value) => assert.deepEqual(parseClip(writeClip(value)), { ...value })));
  });

  it('takes the first sentence for a title, cut where it is long', () => {
    assert.equal(titleOf('## 抓好春耕。不误农时。\n下文'), '抓好春耕');
    assert.equal(titleOf('长'.repeat(40)), `${'长'.repeat(30)}…`);
  });

  it('keeps headings below the title, which is not said twice', () => {
    assert.deepEqual(blocksBelow('甲', '# 甲\n\n### 乙\n丙。\n'), [
      { kind: 'heading', level: 2, text: '乙' },
      { kind: 'paragraph', text: '丙。' },
    ]);
    assert.deepEqual(blocksBelow('甲', '\n'), []);
  });

  it('takes lines as they say something, without their marks', () => {
    assert.deepEqual(linesOf(' 甲 \r\n\r\n- 乙\n').map(withoutMark), ['甲', '乙']);
  });
});
