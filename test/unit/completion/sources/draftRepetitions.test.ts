import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DraftEcho } from '../../../../src/completion/sources/draftRepetitions';
import { DraftEchoes } from '../../../../src/completion/sources/draftRepetitions';

/** The echo at the mark `|`. */
function echoAt(marked: string): DraftEcho {
  const offset = marked.indexOf('|');
  return new DraftEchoes().at(marked.replace('|', ''), offset);
}

describe('DraftEchoes', () => {
  it('knows how the draft went on elsewhere, before and after the cursor', () => {
    const echo = echoAt('引水工程管理处。今年，引水工程|，明年，引水工程管理处');
    assert.ok(echo.continuations.has('管理处'));
    assert.deepEqual(echo.near('管理处'), { count: 2, total: 2 });
    assert.deepEqual(echo.close('管理处'), { count: 2, total: 2 });
    assert.deepEqual(echo.near('建设'), { count: 0, total: 2 });
  });

  it('takes a match of four characters over one of two', () => {
    const echo = echoAt('大型水利枢纽，农田水利设施，我们的农田水利|');
    assert.deepEqual([...echo.continuations.keys()], ['设施']);
    assert.equal(echo.near('枢纽').count, 1);
    assert.equal(echo.close('枢纽').count, 0);
  });

  it('does not take the text around the cursor for an example', () => {
    assert.equal(echoAt('农田水利|设施').continuations.size, 0);
    assert.equal(echoAt('水利水利|').continuations.size, 0);
  });

  it('has nothing to say after anything but Chinese', () => {
    for (const text of ['|', '水|', 'ab|ab', '水利设施\n\n|']) assert.equal(echoAt(text).continuations.size, 0, text);
  });

  it('stays within the text, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('水', '利', '设', '，', '、', 'a', '\n', '𠮷'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (draft, at) => {
        const offset = Math.min(at, draft.length);
        for (const [continuation, agreed] of new DraftEchoes().at(draft, offset).continuations) {
          const tail = draft.slice(offset - agreed, offset);
          assert.ok(draft.includes(tail + continuation), `${tail}|${continuation}`);
        }
      }),
    );
  });
});
