import assert from 'node:assert/strict';
import type { DraftChange } from '../../../src/revise/draftChange';
import { shiftedRange, TrackedChanges } from '../../../src/revise/trackedChanges';

const draft = '甲乙丙丁戊己';
const change = (kind: DraftChange['kind'], start: number, end: number, text: string, order: number): DraftChange => ({
  kind,
  edits: [{ start, end, text, order }],
  before: draft.slice(start, end),
  after: text,
  by: undefined,
});

describe('changes in a draft that is edited', () => {
  const changes = [
    change('replace', 1, 2, '乙方', 0),
    change('insert', 3, 3, '一', 1),
    change('insert', 3, 3, '二', 2),
  ];
  const make = (): {
    edit: (at: number, length: number, text: string) => void;
    states: () => string;
    text: () => string;
    tracked: TrackedChanges;
  } => {
    const tracked = new TrackedChanges(changes, draft);
    let text = draft;
    return {
      tracked,
      text: () => text,
      edit: (rangeOffset, rangeLength, added) => {
        text = text.slice(0, rangeOffset) + added + text.slice(rangeOffset + rangeLength);
        tracked.follow({ rangeOffset, rangeLength, text: added });
      },
      states: () => changes.map((_, at) => tracked.state(at, text)).join(' '),
    };
  };

  it('are accepted, undone and done again, whatever the order', () => {
    const { edit, states, tracked } = make();
    assert.equal(states(), 'open open open');
    edit(3, 0, '二');
    assert.equal(states(), 'open open accepted');
    edit(3, 0, '一');
    edit(1, 1, '乙方');
    assert.equal(states(), 'accepted accepted accepted');
    edit(1, 2, '乙');
    edit(3, 2, '');
    assert.equal(states(), 'open open open');
    edit(3, 0, '一');
    edit(4, 0, '二');
    assert.equal(states(), 'open accepted accepted');
    assert.deepEqual(tracked.editsOf([0]), [{ start: 1, end: 2, text: '乙方', order: 0 }]);
  });

  it('move with what is written before them', () => {
    const { edit, states, tracked } = make();
    edit(0, 0, '前言');
    assert.deepEqual(tracked.places(0), [{ start: 3, end: 4, old: '乙', fresh: '乙方', order: 0 }]);
    edit(0, 3, '');
    assert.equal(states(), 'open open open');
    assert.equal(tracked.places(1)[0]?.start, 2);
  });

  it('are lost where the writer has written something else, and found again when that is undone', () => {
    const { edit, states } = make();
    edit(0, 3, '全部重写');
    assert.match(states(), /^lost/);
    edit(0, 4, '甲乙丙');
    assert.match(states(), /^(?:lost|open)/);
  });

  it('stay in the list when they are rejected', () => {
    const { states, tracked } = make();
    tracked.reject(1, true);
    assert.equal(states(), 'open rejected open');
  });
});

describe('a range of a text that is edited', () => {
  const after = (rangeOffset: number, rangeLength: number, text: string): readonly number[] => {
    const { start, end } = shiftedRange({ start: 4, end: 8 }, { rangeOffset, rangeLength, text });
    return [start, end];
  };

  it('moves with what is written or deleted before it, and stays before what follows', () => {
    assert.deepEqual(after(0, 0, '甲乙'), [6, 10]);
    assert.deepEqual(after(0, 3, ''), [1, 5]);
    assert.deepEqual(after(4, 0, '甲'), [5, 9]);
    assert.deepEqual(after(8, 0, '甲'), [4, 8]);
    assert.deepEqual(after(9, 2, ''), [4, 8]);
  });

  it('grows and shrinks with what is written in it, and gives up what is replaced with its surroundings', () => {
    assert.deepEqual(after(6, 0, '甲乙'), [4, 10]);
    assert.deepEqual(after(5, 2, ''), [4, 6]);
    assert.deepEqual(after(2, 4, '甲'), [3, 5]);
    assert.deepEqual(after(6, 4, '甲'), [4, 6]);
    assert.deepEqual(after(2, 8, '甲'), [3, 3]);
  });
});
