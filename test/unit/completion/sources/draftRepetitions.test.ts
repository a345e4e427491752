import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Repetitions } from '../../../../src/completion/sources/draftRepetitions';
import { DraftRepetitions } from '../../../../src/completion/sources/draftRepetitions';

/** The repetitions at the mark `|`. */
function repetitionsAt(marked: string): Repetitions {
  const offset = marked.indexOf('|');
  return new DraftRepetitions().at(marked.replace('|', ''), offset);
}

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
