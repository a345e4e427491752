import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blanksOf, contextOf, lineAfter, placesLeft, readDate, replacements } from '../../../src/draft/blanks';

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
  const fill = (text: string, values: Readonly<Record<string, string>>): string =>
    blanksOf(text)
      .flatMap((blank) => replacements(blank, values[blank.role] ?? '？'))
      .sort((a, b) => b.offset - a.offset)
      .reduce(
        (left, { offset, length, text: value }) => left.slice(0, offset) + value + left.slice(offset + length),
        text,
      );

  it('has what stands for the same thing once, and every number', () => {
    const text = 'X市增长X%，X局长说：X市力争增长X%。';
    assert.deepEqual(
      blanksOf(text).map(({ role, places }) => `${role} ${places.length}`),
      ['X市 2', 'X% 1', 'X局长 1', 'X% 1'],
    );
  });

  it('says what is around, within the line', () => {
    const text = '第一行\n今年以来全市上下共同努力取得新的成绩，X市工业增长\n第三行';
    const [blank] = blanksOf(text);
    assert.ok(blank);
    assert.equal(contextOf(text, blank), '…市上下共同努力取得新的成绩，X市工业增长');
    assert.equal(contextOf(text, blank, '青阳'), '…市上下共同努力取得新的成绩，青阳市工业增长');
  });

  it('says how a line reads after all changes, within the line', () => {
    const text = '上一行X市。\r\n定于X年X月X日在X县召开会议，X县各镇参加，X市派员到场指导，会议开半天。\r\n下一行。';
    const values: Readonly<Record<string, string>> = { X年X月X日: '2026-3-5', X县: '临河', X市: '青阳市' };
    const changes = blanksOf(text)
      .flatMap((blank) => replacements(blank, values[blank.role] ?? ''))
      .sort((a, b) => a.offset - b.offset);
    assert.deepEqual(
      changes.map((change) => lineAfter(text, change, changes)),
      [
        '上一行青阳市。',
        '定于2026年3月5日在临河县召开会议，临河县各镇参加，青阳市…',
        '定于2026年3月5日在临河县召开会议，临河县各镇参加，青阳市派员到场…',
        '定于2026年3月5日在临河县召开会议，临河县各镇参加，青阳市派员到场指导，会议开半天…',
        '…月5日在临河县召开会议，临河县各镇参加，青阳市派员到场指导，会议开半天。',
      ],
    );
  });

  it('asks for a date once, and writes it without leading zeros', () => {
    assert.deepEqual(
      blanksOf('会议于X年X月X日召开，XX月XX日前报送，20XX年X月至2026年X月。').map(
        ({ role, date }) => `${role} ${date}`,
      ),
      ['X年X月X日 年月日', 'XX月XX日 月日', '20XX年X月 年月', 'X月 undefined'],
    );
    assert.equal(fill('会议于X年X月X日召开', { X年X月X日: '2026-03-05' }), '会议于2026年3月5日召开');
    assert.equal(readDate('３月５日', '月日'), '3月5日');
    assert.equal(readDate('2026年3月上旬', '年月日'), '2026年3月上旬');
    assert.equal(readDate('3月5日', '年月日'), '3月5日');
  });

  it('keeps the kind of a place where the value names none', () => {
    assert.equal(fill('X县和X局', { X县: '临河', X局: '水务' }), '临河县和水务局');
    assert.equal(fill('X县和X局', { X县: '临河区', X局: '发展改革委' }), '临河区和发展改革委');
    assert.equal(fill('X县书记X同志', { X县: '临河县', X同志: '王明' }), '临河县书记王明同志');
  });

  it('finds none where X is a letter', () => {
    const roles = (text: string): readonly string[] => placesLeft(text).map(({ role }) => role);
    assert.deepEqual(roles('| X | Y |\n\nX% of it\n\n```\nX市\n```\n〔会议主旨〕'), ['〔会议主旨〕']);
    assert.deepEqual(roles('```\nX市'), []);
  });

  it('is filled in everywhere, the kept title or unit once', () => {
    assert.equal(filled('X市和X局长，X市X%。***同志'), 'Y市和Y局长，Y市Y%。Y同志');
  });

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
            const context = contextOf(text, blank);
            assert.ok(first && context.includes(first.text + first.kept) && !context.includes('\n'));
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
