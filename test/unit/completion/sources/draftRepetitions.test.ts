import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Repetitions } from '../../../../src/completion/sources/draftRepetitions';
import { PhraseEnds } from '../../../../src/completion/corpus/phraseEnds';
import { DraftRepetitions } from '../../../../src/completion/sources/draftRepetitions';
import { wordStarts } from '../../../../src/text/wordStarts';

/** What clauses of a library show of the words that end phrases. */
function endsIn(...clauses: readonly string[]): PhraseEnds {
  const ends = new PhraseEnds();
  for (const clause of clauses) ends.add(clause, wordStarts(clause));
  return ends;
}

/** The repetitions at the mark `|`. */
function repetitionsAt(marked: string, ends?: PhraseEnds): Repetitions {
  const offset = marked.indexOf('|');
  return new DraftRepetitions().at(marked.replace('|', ''), offset, [], ends);
}

const continuationsAt = (marked: string, ends?: PhraseEnds): readonly string[] => [
  ...repetitionsAt(marked, ends).continuations.keys(),
];

describe('DraftRepetitions', () => {
  it('knows how the draft went on elsewhere, before and after the cursor', () => {
    const repetitions = repetitionsAt('引水工程管理处。今年，引水工程|，明年，引水工程管理处');
    assert.ok(repetitions.continuations.has('管理处'));
    assert.deepEqual(repetitions.afterTwo('管理处'), { count: 2, total: 2 });
    assert.deepEqual(repetitions.afterFour('管理处'), { count: 2, total: 2 });
    assert.deepEqual(repetitions.afterTwo('建设'), { count: 0, total: 2 });
  });

  it('takes a match of four characters over one of two', () => {
    const repetitions = repetitionsAt('大型水利枢纽，农田水利设施，我们的农田水利|');
    assert.deepEqual([...repetitions.continuations.keys()], ['设施']);
    assert.equal(repetitions.afterTwo('枢纽').count, 1);
    assert.equal(repetitions.afterFour('枢纽').count, 0);
  });

  it('does not take the text around the cursor for an example', () => {
    assert.equal(repetitionsAt('农田水利|设施').continuations.size, 0);
    assert.equal(repetitionsAt('水利水利|').continuations.size, 0);
  });

  it('has nothing to say after anything but Chinese', () => {
    for (const text of ['|', '水|', 'ab|ab', '水利设施\n\n|'])
      assert.equal(repetitionsAt(text).continuations.size, 0, text);
  });

  const ends = endsIn('改造小区', '改造小区', '大量使用', '大量推广', '大量增加', '大量投入');

  it('ends where a phrase ends: with the clause, or as the library knows the word', () => {
    const draft = '老旧小区住着大量老年人。改造老旧|';
    assert.deepEqual(continuationsAt(draft, ends), ['小区', '小区住着大量老年人']);
  });

  it('does not take what joins for a part of the name, unless it comes again', () => {
    assert.deepEqual(continuationsAt('城市更新暨老旧小区改造会议。城市更新|', ends), []);
    const again = '城市更新暨老旧小区改造。城市更新暨老旧小区改造。城市更新|';
    assert.ok(continuationsAt(again, ends).includes('暨老旧小区改造'));
  });

  it('takes a number of things for said, and what stands once for a word or a clause', () => {
    assert.deepEqual(continuationsAt('建成互助点三百二十个。新建互助|', ends), []);
    const draft = '增强做好养老改造小区的责任感。做好养老|';
    assert.ok(!continuationsAt(draft, ends).includes('改造小区'));
  });

  it('does not end where a quotation or a figure goes on', () => {
    assert.ok(!continuationsAt('会议传达学习《水法》。会议|', ends).includes('传达学习'));
    assert.deepEqual(continuationsAt('会议传达学习。会议|', ends), ['传达', '传达学习']);
  });

  it('begins where a word begins', () => {
    assert.deepEqual(continuationsAt('严防火种入山。抓好森林防火|', ends), []);
    assert.deepEqual(continuationsAt('下大力气加以解决。大力|', ends), []);
  });

  it('stays within the text, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('水', '利', '设', '，', '、', 'a', '\n', '𠮷'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (draft, at) => {
        const offset = Math.min(at, draft.length);
        for (const [continuation, agreed] of new DraftRepetitions().at(draft, offset).continuations) {
          const tail = draft.slice(offset - agreed, offset);
          assert.ok(draft.includes(tail + continuation), `${tail}|${continuation}`);
        }
      }),
    );
  });
});
