import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blanksOf, replacements } from '../../../src/draft/blanks';

/** The text with every blank filled by its role with Y for X. */
function filled(text: string): string {
  const changes = blanksOf(text).flatMap((blank) => replacements(blank, blank.role.replace(/^(?:X+|\*+)/, 'Y')));
  return changes
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (left, { offset, length, text: value }) => left.slice(0, offset) + value + left.slice(offset + length),
      text,
    );
}

describe('blanksOf', () => {
  it('has what stands for the same thing once, and every number', () => {
    const text = 'X市增长X%，X局长说：X市力争增长X%。';
    assert.deepEqual(
      blanksOf(text).map(({ role, places }) => `${role} ${places.length}`),
      ['X市 2', 'X% 1', 'X局长 1', 'X% 1'],
    );
  });

  it('says what is around, within the line', () => {
    const [blank] = blanksOf('第一行\n今年以来全市上下共同努力取得新的成绩，X市工业增长\n第三行');
    assert.equal(blank?.context, '…市上下共同努力取得新的成绩，X市工业增长');
  });

  it('is filled in everywhere, the kept title or unit once', () => {
    assert.equal(filled('X市和X局长，X市X%。***同志'), 'Y市和Y局长，Y市Y%。Y同志');
  });

  const fill = (text: string, values: Readonly<Record<string, string>>): string =>
    blanksOf(text)
      .flatMap((blank) => replacements(blank, values[blank.role] ?? '？'))
      .sort((a, b) => b.offset - a.offset)
      .reduce(
        (left, { offset, length, text: value }) => left.slice(0, offset) + value + left.slice(offset + length),
        text,
      );

  it('leaves what is around the placeholders as it is', () => {
    for (const [text, values, result] of [
      ['X政发〔X〕X号', { X: '青', '〔X〕': '2026', X号: '3' }, '青政发〔2026〕3号'],
      ['青政发〔〕3号', { '〔〕': '2026' }, '青政发〔2026〕3号'],
      ['20××年工作', { '20××年': '2026' }, '2026年工作'],
      ['20××年工作', { '20××年': '2026年' }, '2026年工作'],
      ['增长X.X%', { 'X.X%': '12.5％' }, '增长12.5%'],
      ['X科技有限公司', { X: '华星' }, '华星科技有限公司'],
    ] as const) {
      assert.equal(fill(text, values), result);
      assert.deepEqual(blanksOf(result), []);
    }
  });

  it('changes nothing but the placeholders, for any text', () => {
    const pieces = fc.constantFrom('X市', 'X%', 'X局长', 'XX县', '***同志', '\n', '，', '文', 'X', 'AX');
    fc.assert(
      fc.property(
        fc.array(pieces).map((list) => list.join('')),
        (text) => {
          for (const blank of blanksOf(text)) {
            const [first] = blank.places;
            assert.ok(first && blank.context.includes(first.text + first.kept) && !blank.context.includes('\n'));
            for (const { offset, text: part } of blank.places) assert.ok(text.startsWith(part, offset));
          }
          const kept = (draft: string): string => draft.replace(/X+|\*+|Y/g, '');
          assert.equal(kept(filled(text)), kept(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
