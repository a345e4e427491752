import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bagOf, missingIn, outcomeOf } from '../../../bench/support/conserved';
import { generatedFile, makers } from '../../../bench/support/generatedFiles';
import { Random } from '../../../bench/support/random';
import { readFile } from '../../../src/intake/readFile';
import { parseFrontMatter } from '../../../src/library/frontMatter';
import { docxOf, paragraph, zipOf } from './fileFixtures';

/** PDF files take longer than all others together. */
const runsOf = (ending: string): number => (ending === 'pdf' ? 8 : 40);

describe('every Han character, letter and digit of a file is afterwards in an article or in the list of what was removed', function () {
  this.timeout(300_000);

  for (const ending of Object.keys(makers)) {
    it(`in ${ending}`, () =>
      fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
          const { name, bytes, texts } = generatedFile(ending, new Random(seed));
          const read = await readFile(name, bytes, parseFrontMatter);
          const { front, articles, removed, lost } = outcomeOf(read);
          assert.equal(missingIn(bagOf([front, articles, removed].join('\n')), bagOf(texts.join('\n'))), '');
          assert.equal(lost, 0);
        }),
        { numRuns: runsOf(ending) },
      ));
  }
});

describe('what a Word document has beside its text', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const relation = (type: string, target: string): string =>
    `<Relationship Id="${target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

  it('is listed with the reason', async () => {
    const bytes = zipOf({
      'word/document.xml': `<w:document ${w}><w:body><w:p>${run('看得见。')}${run('看不见。', '<w:vanish/>')}<w:del><w:r><w:delText>删掉了。</w:delText></w:r></w:del></w:p></w:body></w:document>`,
      'word/_rels/document.xml.rels': `<Relationships>${relation('header', 'header1.xml')}${relation('comments', 'comments.xml')}</Relationships>`,
      'word/header1.xml': `<w:hdr ${w}><w:p>${run('页眉文字')}</w:p></w:hdr>`,
      'word/comments.xml': `<w:comments ${w}><w:comment><w:p>${run('这里要改。')}</w:p></w:comment></w:comments>`,
    });
    const { texts } = await readFile('文件.docx', bytes, parseFrontMatter);
    assert.deepEqual(
      texts[0]?.lines.map(({ text }) => text),
      ['看得见。'],
    );
    assert.deepEqual(texts[0]?.removed, [
      { kind: 'deleted', text: '删掉了。' },
      { kind: 'hidden', text: '看不见。' },
      { kind: 'runningHead', text: '页眉文字' },
      { kind: 'comment', text: '这里要改。' },
    ]);
  });

  it('is listed even where the document has no text of its own', async () => {
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>全文隐藏。</w:t></w:r></w:p>';
    const { texts, problems } = await readFile('文件.docx', docxOf(hidden + paragraph('')), parseFrontMatter);
    assert.deepEqual(texts[0]?.removed, [{ kind: 'hidden', text: '全文隐藏。' }]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['empty'],
    );
  });
});
