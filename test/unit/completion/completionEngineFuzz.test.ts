import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionEngine } from '../../../src/completion/completionEngine';
import { engineOf, file, phraseFile } from './phraseFixtures';

const files = {
  '短语/1.md': phraseFile('水利水利设施', '利水、设水、水利', '设施“利水”工程', '水设施A1利'),
  '讲话/1.md': file('讲话', '水利设施水利，设施水，利水设施水利设施。', '施水利设𠮷水利设。'),
  '金句/1.md': file('金句', '- 水利设施，利水设施。', '- 设水施利'),
};
const skeleton = JSON.stringify({ 水利: { prefix: ['水利', 'shuili', 'sl'], body: '$0' } });

const unit = fc.constantFrom(...'水利设施，。、“”`~-#:/()[]\n\r \tslheiun', '𠮷', '\u{1f600}', '\ud800');
const text = fc.string({ unit, maxLength: 60 });

/** What must hold at every cursor. */
function check(engine: CompletionEngine, draft: string, offset: number): void {
  const { list: candidates } = engine.complete(draft, offset);
  const lineStart = draft.lastIndexOf('\n', offset - 1) + 1;
  const { ghost: predicted } = engine.complete(draft, offset, { show: 'ghostText' });
  if (predicted) {
    const { insertText, replaces, filterText } = predicted;
    assert.ok(offset - replaces >= lineStart && insertText.startsWith(filterText));
    assert.equal(filterText, draft.slice(offset - replaces, offset));
    assert.doesNotMatch(draft.slice(0, offset), /[a-z]$/i);
  }
  const latin = /[a-z']$/.test(draft.slice(0, offset));
  assert.ok(candidates.length <= 30);
  const results = candidates.map(({ insertText, replaces }) => draft.slice(0, offset - replaces) + insertText);
  assert.equal(new Set(results).size, results.length, 'one item a result');
  for (const { kind, label, insertText, isSnippet, replaces, filterText, score, article, passage } of candidates) {
    assert.ok(replaces >= 1 && offset - replaces >= lineStart, 'within the line');
    assert.equal(filterText, draft.slice(offset - replaces, offset), 'exactly what is replaced');
    assert.ok(score >= 0 && score <= 1);
    assert.ok(label.length > 0 && insertText.length > 0);
    assert.equal(isSnippet, kind === 'snippet');
    assert.equal(article === undefined, passage === undefined);
    if (kind === 'snippet' || latin) continue;
    assert.ok(label.startsWith(filterText), 'the editor keeps it');
    assert.ok(insertText.length - replaces >= 2, 'saves keys');
    assert.notEqual(insertText.charAt(replaces), draft.charAt(offset), 'not there already');
  }
}

describe('CompletionEngine, whatever is written', function () {
  this.timeout(30_000);
  let engine: CompletionEngine;
  before(async () => {
    ({ engine } = await engineOf(files, [skeleton], { threshold: 0, certainty: 0.05 }));
  });

  it('keeps its promises at any offset of any text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: -2, max: 70 }), (draft, offset) => {
        check(engine, draft, Math.min(Math.max(offset, 0), draft.length));
        engine.complete(draft, offset);
        engine.complete(draft, offset, { show: 'both', deliberate: true });
      }),
      { numRuns: 10_000 },
    );
  });

  it('keeps them through any sequence of edits', () => {
    const edit = fc.record({ at: fc.nat(60), removed: fc.nat(5), added: fc.string({ unit, maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let draft = '';
        for (const { at, removed, added } of edits) {
          const start = Math.min(at, draft.length);
          draft = draft.slice(0, start) + added + draft.slice(start + removed);
          check(engine, draft, start + added.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes offsets that are no numbers for the start', () => {
    for (const offset of [NaN, -Infinity]) assert.deepEqual(engine.complete('水利', offset).list, []);
    assert.deepEqual(engine.complete('水利', Infinity), engine.complete('水利', 2));
  });
});
