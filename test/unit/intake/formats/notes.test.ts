import assert from 'node:assert/strict';
import { docx, encode, linesOf, p, read, run, w } from './wordFixtures';

describe('notes of Word documents', () => {
  it('put notes at the end of their article', async () => {
    const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const notes = `<w:footnotes ${w}><w:footnote w:id="1">${p(run('渠，指灌渠。'))}</w:footnote><w:footnote w:id="2">${p(run('亩，指市亩。'))}</w:footnote></w:footnotes>`;
    const heading = '<w:outlineLvl w:val="0"/>';
    const body =
      p(run('修渠'), heading) +
      p(run('先修') + note(1) + run('渠。')) +
      p(run('种树'), heading) +
      p(run('每亩') + note(2) + run('十棵。'));
    assert.deepEqual(await linesOf('a.docx', docx(body, { 'word/footnotes.xml': notes })), [
      '1 修渠',
      '先修[^1]渠。',
      '[^1]: 渠，指灌渠。',
      '1 种树',
      '每亩[^2]十棵。',
      '[^2]: 亩，指市亩。',
    ]);
  });

  it('tie every mark in the text to its note: endnotes, notes in tables, in notes, twice referred to, and without text', async () => {
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, content: string): string =>
      `<w:${kind} w:id="${id}">${p(content)}</w:${kind}>`;
    const parts = {
      'word/footnotes.xml': `<w:footnotes ${w}>${note('footnote', 1, run('渠') + refer('endnote', 1))}${note('footnote', 2, '')}${note('footnote', 3, run('弃注'))}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes ${w}>${note('endnote', 1, run('尾注'))}</w:endnotes>`,
    };
    const cell = (content: string): string => `<w:tc>${p(content)}</w:tc>`;
    const body =
      p(run('先修') + refer('footnote', 1) + run('渠')) +
      p(run('再修') + refer('footnote', 1) + run('塘') + refer('footnote', 9)) +
      `<w:tbl><w:tr>${cell(run('亩') + refer('footnote', 2))}${cell(run('里'))}</w:tr></w:tbl>` +
      p(run('完') + `<w:del>${refer('footnote', 3)}</w:del>`);
    const { texts, unread } = await read('a.docx', docx(body, parts));
    assert.deepEqual(
      texts[0]?.lines.map(({ text }) => text),
      ['先修[^1]渠', '再修[^1]塘', '| 亩[^3] | 里 |', '完', '[^1]: 渠[^2]', '[^2]: 尾注', '[^3]:'],
    );
    assert.deepEqual(texts[0]?.removed, [{ kind: 'deleted', text: '弃注' }]);
    assert.deepEqual(unread, [{ what: 'note', place: '', amount: 1, name: 'a.docx' }]);
  });
});

describe('notes of web pages', () => {
  const page = (body: string): Uint8Array => encode(`<html><body>${body}</body></html>`);

  it('have a mark in the text and before the note, whoever wrote the page', async () => {
    const notes: readonly (readonly [reference: string, list: string])[] = [
      [
        '<a href="#fn1" class="footnote-ref" id="r1"><sup>1</sup></a>',
        '<ol><li id="fn1"><p>渠，指灌渠。<a href="#r1" class="footnote-back">↩︎</a></p></li></ol>',
      ],
      ['<sup id="r1"><a href="#n1">1</a></sup>', '<p id="n1"><a href="#r1">1</a>. 渠，指灌渠。</p>'],
      ['<sup><a href="#n1" name="r1">①</a></sup>', '<p><a href="#r1" name="n1">①</a>渠，指灌渠。</p>'],
    ];
    for (const [reference, list] of notes)
      assert.deepEqual(await linesOf('a.html', page(`<p>先修${reference}渠2条。</p>${list}`)), [
        '先修[^1]渠2条。',
        '[^1]: 渠，指灌渠。',
      ]);
  });

  it('are left as they are where the page sets its marks in brackets, and powers are no notes', async () => {
    const word =
      '<p>先修<a href="#_ftn1" name="_ftnref1">[1]</a>渠3 m<sup>2</sup>，见<a href="#t">2</a>。</p><p id="t">塘。</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> 渠，指灌渠。</p>';
    assert.deepEqual(await linesOf('a.html', page(word)), ['先修[1]渠3 m2，见2。', '塘。', '[1] 渠，指灌渠。']);
  });
});
