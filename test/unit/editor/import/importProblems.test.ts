import assert from 'node:assert/strict';
import { describeIntakeProblem, describeUnread } from '../../../../src/editor/import/importProblems';
import type { IntakeProblemCode, UnreadPart } from '../../../../src/intake/problem';
import { chinese, english } from '../support/localize';

const codes: Readonly<Record<IntakeProblemCode, true>> = {
  unreadable: true,
  tooLarge: true,
  empty: true,
  binary: true,
  damaged: true,
  oldWord: true,
  protected: true,
  noText: true,
  unsupported: true,
  archiveTooLarge: true,
  nestedArchive: true,
  unsafePath: true,
  tookTooLong: true,
  archiveTookTooLong: true,
  tooMuchMemory: true,
  readerFailed: true,
};

describe('importProblems', () => {
  it('say which file it is, each in a sentence of its own', () => {
    const all = Object.keys(codes) as IntakeProblemCode[];
    for (const t of [english, chinese]) {
      const sentences = all.map((code) => describeIntakeProblem(t, { code, name: '汇编.pdf', detail: '' }));
      assert.equal(new Set(sentences).size, all.length);
      for (const sentence of sentences) assert.match(sentence, /[“《]汇编\.pdf[”》].*[.。]$/);
    }
  });

  it('say where a part could not be read and how much of it', () => {
    const part = (place: string): UnreadPart => ({ what: 'characters', name: '公报.pdf', place, amount: 12 });
    assert.equal(
      describeUnread(english, part('3–5')),
      '公报.pdf › page 3–5: 12 character(s) in a font that does not say which they are',
    );
    assert.match(describeUnread(english, part('附件')), /^公报\.pdf › 附件: 12 /);
    assert.match(describeUnread(english, part('')), /^公报\.pdf: 12 /);
  });
});
