import assert from 'node:assert/strict';
import { setDraft } from '../../../src/export/exportDraft';
import { drawPages } from '../../../src/export/pageDrawing';
import { charactersOf, fixtures, linesOfExport } from './exported';

const fixture = (name: string): string => fixtures.get(`${name}.md`)?.text ?? '';
const textOfSvg = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('a draft on its pages', () => {
  it('has 22 lines of 28 characters on a full page', () => {
    const { pages, document } = setDraft(fixture('fullPages'));
    assert.equal(document.form, 'general');
    const full = pages[1]?.items ?? [];
    assert.equal(full.length, 22);
    const widths = full.map(({ spans }) => spans.map(({ text }) => text).join('').length);
    assert.ok(widths.some((width) => width >= 28));
  });

  it('has the imprint at the foot of the page on which the text ends, of the next, or behind a blank one', () => {
    assert.equal(setDraft(fixture('upwardJoint')).place, 'here');
    assert.equal(setDraft(fixture('minutes')).place, 'evenPage');
    const { place, pages } = setDraft(fixture('fullPages'));
    assert.deepEqual([place, pages.length], ['afterBlank', 4]);
  });

  it('has the imprint of a letter on its last page, whichever that is', () => {
    const { place, pages } = setDraft(fixture('letter'));
    assert.deepEqual([place, pages.length], ['here', 1]);
  });

  it('has no signature without text above it, nor a remark below it alone', () => {
    for (const { text, options } of fixtures.values()) {
      for (const { items } of setDraft(text, options).pages)
        assert.doesNotMatch(items[0]?.style.id ?? '', /^(?:GwSignature|GwNote)$/, text.slice(0, 200));
    }
  });

  it('keeps at least two lines of a paragraph together', () => {
    const { pages } = setDraft(fixture('fullPages'));
    for (const { items } of pages) {
      const [first, second] = items;
      if (first?.isLast === true && first.x === 0) assert.notEqual(first.item, second?.item);
      const [before, last] = items.slice(-2);
      if (last && !last.isLast && before?.item !== last.item) assert.fail('a line stands alone at the foot');
    }
  });

  for (const [name, { text, options }] of fixtures) {
    it(`draws all that stands in the Word document, and nothing that runs: ${name}`, async () => {
      const drawn = drawPages(setDraft(text, options)).join('');
      assert.doesNotMatch(drawn, /<script|<style|\son\w+=|style=|javascript:/i);
      const inWord = (await linesOfExport(text, options)).map((line) => line.text).join('');
      const sorted = (all: string): string => [...charactersOf(all)].sort().join('');
      const numbers = /— \d+ —/g;
      assert.equal(sorted(textOfSvg(drawn).replace(numbers, '')), sorted(inWord));
    });
  }

  it('shows marks of another language as text', () => {
    const drawn = drawPages(setDraft('# 标题<script>alert(1)</script>\n\n正文“<img src=x onerror=alert(1)>”。')).join(
      '',
    );
    assert.doesNotMatch(drawn, /<script|<img/);
    assert.match(drawn, /&lt;script&gt;/);
  });

  it('is set in no time, also where it is long', async () => {
    const long = `# 标题\n\n${'为深入贯彻决策部署，现就有关事项通知如下。'.repeat(12)}\n\n`.padEnd(
      60_000,
      '各地要抓好落实，压实责任。\n\n',
    );
    const { pages } = setDraft(long);
    assert.ok(pages.length >= 90, `${pages.length} pages`);
    assert.ok((await linesOfExport(long)).length > 1000);
  });
});
