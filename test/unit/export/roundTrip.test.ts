import assert from 'node:assert/strict';
import { setDraft } from '../../../src/export/exportDraft';
import { readDraft } from '../../../src/export/readDraft';
import { textOf } from '../../../src/export/officialDocument';
import { charactersOf, fixtures, linesOfExport, skeletons } from './exported';

describe('an exported document, read by our importer', () => {
  it('says of every template what the template says, in order', async () => {
    assert.ok(skeletons.size > 80, `${skeletons.size}`);
    for (const [name, text] of skeletons) {
      const lines = await linesOfExport(text);
      assert.equal(charactersOf(lines.map((line) => line.text).join('\n')), charactersOf(text), name);
    }
  }).timeout(60_000);

  it('has of twenty drafts every element, the headings with their levels, and every cell of the tables', async () => {
    assert.ok(fixtures.size >= 20, `${fixtures.size}`);
    for (const [name, { text, options }] of fixtures) {
      const lines = await linesOfExport(text, options);
      const all = charactersOf(lines.map((line) => line.text).join(''));
      const { title, number, signers, letterhead, recipients, body, annexes, attachments, ...others } = readDraft(
        text,
        options.languageId,
      );
      const elements = [title, number, recipients, ...attachments, ...others.marks, ...others.signatures, others.date];
      const texts = [...elements, ...others.notes, ...others.copies, others.printer].map((one) => one?.text ?? '');
      for (const one of [...texts, ...signers, ...letterhead])
        assert.ok(all.includes(charactersOf(one)), `${name}: ${one}`);
      const blocks = [...body, ...annexes.flatMap((annex) => annex.body)];
      const headings = blocks.flatMap((block) =>
        block.kind === 'heading' ? [[block.level, textOf(block.spans)]] : [],
      );
      const read = lines.flatMap(({ mark, text: line }) => (mark?.kind === 'heading' ? [[mark.level, line]] : []));
      const found = headings.map(([, one]) =>
        read.find(([, other]) => charactersOf(String(other)) === charactersOf(String(one))),
      );
      assert.deepEqual(
        found.map((one) => one !== undefined),
        headings.map(() => true),
        `${name}: ${JSON.stringify(read)}`,
      );
      // Levels as the draft has them, whatever the importer counts from.
      const offsets = new Set(headings.map(([level], at) => Number(found[at]?.[0]) - Number(level)));
      assert.ok(offsets.size <= 1, `${name}: ${JSON.stringify([headings, found])}`);
      for (const block of blocks) {
        const cells =
          block.kind === 'table' ? block.rows.flat() : block.kind === 'paragraph' ? [textOf(block.spans)] : [];
        for (const cell of cells) assert.ok(all.includes(charactersOf(cell)), `${name}: ${cell}`);
      }
      assert.ok(setDraft(text, options).pages.length > 0);
    }
  }).timeout(60_000);
});
