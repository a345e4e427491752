import assert from 'node:assert/strict';
import { Composition } from '../../../src/completion/composition';
import type { Replacement } from '../../../src/completion/composition';

/** What an input method does at an offset that shows these texts one after the other. */
function shows(offset: number, ...texts: string[]): Replacement[] {
  return texts.map((text, index) => ({ offset, removed: texts[index - 1]?.length ?? 0, text }));
}

function activeAfter(changes: readonly Replacement[]): boolean {
  const composition = new Composition();
  for (const change of changes) composition.follow([change]);
  return composition.active;
}

describe('Composition', () => {
  for (const [what, changes, active] of [
    ['letters put anew with every key', shows(3, 'k', 'ke', 'kej'), true],
    ['letters taken back', shows(3, 'k', 'ke', 'k'), true],
    ['syllables set apart', shows(3, 'ke', "ke'", "ke'j"), true],
    ['words chosen as far as the last letters', shows(3, 'kejich', '科技ch'), true],
    ['Zhuyin', shows(3, 'ㄎ', 'ㄎㄜ'), true],
    ['a commit', shows(3, 'k', 'ke', '科'), false],
    ['a commit as long as its letters', shows(3, 'k', 'kj', '科技'), false],
    ['a composition given up', shows(3, 'k', 'ke', ''), false],
    ['the first letter, which may be typed', shows(3, 'k'), false],
    ['letters typed one behind the other', [...shows(3, 'k'), ...shows(4, 'e'), ...shows(5, 'j')], false],
    ['typing after a commit', [...shows(3, 'k', 'ke', '科'), ...shows(4, 'a')], false],
    ['letters put in place of other text', [...shows(3, 'k'), { offset: 0, removed: 4, text: 'keji' }], false],
    ['a letter deleted', [...shows(3, 'k'), { offset: 3, removed: 1, text: '' }], false],
  ] as const) {
    it(`is ${active ? 'active' : 'not active'} after ${what}`, () => assert.equal(activeAfter(changes), active));
  }

  it('is not active after changes in several places', () => {
    const composition = new Composition();
    for (const change of shows(3, 'k', 'ke')) composition.follow([change]);
    composition.follow([...shows(3, 'kej'), ...shows(30, 'kej')]);
    assert.equal(composition.active, false);
  });

  it('forgets what was put when it ends', () => {
    const composition = new Composition();
    const [first, second] = shows(3, 'k', 'ke');
    assert.ok(first && second);
    composition.follow([first]);
    composition.end();
    composition.follow([second]);
    assert.equal(composition.active, false);
  });
});
