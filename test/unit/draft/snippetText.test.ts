import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  escapeSnippet,
  joinWrappedLines,
  plainTextSnippet,
  snippetText,
  toSnippet,
  withoutNoteMarks,
} from '../../../src/draft/snippetText';

/** What a snippet shows before anything is filled in: the reverse of escaping, by the snippet grammar. */
const shown = (snippet: string): string =>
  snippet.replace(
    /\\([$}\\])|\$\{\d+:((?:\\[$}\\]|[^}\\])*)\}|\$0/g,
    (_, escaped?: string, value?: string) => escaped ?? (value === undefined ? '' : shown(value)),
  );

describe('toSnippet', () => {
  it('links the same role and numbers the stops in reading order', () => {
    assert.equal(toSnippet('X市要求，X市各级、X厅长'), '${1:X市}要求，${1:X市}各级、${2:X}厅长$0');
  });

  it('gives every number a stop of its own', () => {
    assert.equal(toSnippet('X%和X%'), '${1:X}%和${2:X}%$0');
  });

  it('inserts a text that looks like a snippet as it is', () => {
    for (const text of ['${1:甲}', '\\${1:', '$1 \\$2', '${1|甲,乙|}', 'X市${2}'])
      assert.equal(snippetText(toSnippet(text)), text);
  });

  it('escapes what the snippet syntax gives a meaning', () => {
    assert.equal(toSnippet('花费$5 {a} \\n'), '花费\\$5 {a\\} \\\\n$0');
  });

  it('shows exactly the text, for any text', () => {
    const pieces = fc.constantFrom('X市', 'X%', '$', '}', '{', '\\', '${1:a}', '$0', '文', '〔a}〕');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          assert.equal(shown(toSnippet(text)), text);
          assert.equal(shown(escapeSnippet(text)), text);
        },
      ),
    );
  });
});

describe('joinWrappedLines', () => {
  it('joins Chinese lines without a space and latin ones with one', () => {
    assert.equal(joinWrappedLines('推动科技\n  创新，use\nsmall steps'), '推动科技创新，use small steps');
    assert.equal(joinWrappedLines('推动科技\n> 创新'), '推动科技创新');
  });
});

describe('withoutNoteMarks', () => {
  it('takes the marks of notes out of a passage, and leaves a note and what else stands in brackets', () => {
    assert.equal(withoutNoteMarks('先修[^1]渠系，再办工程[^注2]。'), '先修渠系，再办工程。');
    assert.equal(withoutNoteMarks('[^1]: 指灌渠，见[2]、[^ 三]。'), '[^1]: 指灌渠，见[2]、[^ 三]。');
  });
});

describe('plainTextSnippet', () => {
  it('takes the marks of headings away, and nothing else', () => {
    assert.equal(plainTextSnippet('# ${1:标题}\n\n### （一）甲\n\n- #乙 # 丙'), '${1:标题}\n\n（一）甲\n\n- #乙 # 丙');
  });
});
