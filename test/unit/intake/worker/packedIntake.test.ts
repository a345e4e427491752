import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import type { Intake } from '../../../../src/intake/importText';
import { packIntake, unpackIntake } from '../../../../src/intake/worker/packedIntake';

const paragraph = (text: string): Intake['drafts'][number]['blocks'][number] => ({ kind: 'paragraph', text });

const draftOf = (title: string, texts: readonly string[]): Intake['drafts'][number] => ({
  front: { title, category: '讲话致辞', tags: ['农业'], source: '', date: '', attachments: ['附表'] },
  blocks: [{ kind: 'heading', text: '一、总体要求', level: 1 }, ...texts.map(paragraph)],
  characters: 8,
  complete: false,
});

const intakeOf = (drafts: Intake['drafts']): Intake => ({
  drafts,
  categories: ['讲话致辞', ''],
  promised: 3,
  missing: [{ title: '甲', category: '乙' }],
  removed: [{ kind: 'pageNumber', text: '— 3 —', after: '上文' }],
  mended: [{ kind: 'joined', count: 2, examples: ['甲乙'] }],
  tally: { read: 30, inArticles: 20, removed: 10 },
});

describe('packIntake', () => {
  it('gives the same back, with signs of every kind and articles without text', () => {
    const signs = ['"\\\n\u2028</script>', '\ud800半', '半\udc00', '\u0000\u202e', '𠮷', ''];
    const intake = intakeOf([draftOf('一', signs), { ...draftOf('二', []), blocks: [] }, draftOf('三', ['各地'])]);
    assert.deepEqual(finish(unpackIntake(packIntake(intake))), intake);
    const nothing = { ...intakeOf([]), categories: [], missing: [], removed: [], mended: [] };
    assert.deepEqual(finish(unpackIntake(packIntake(nothing))), nothing);
  });

  it('leaves the host its turns: no piece holds more than some lines, and each is a step', () => {
    // A paragraph of a million characters, and lines of every length; a cut may part a pair of halves.
    const line = '𠮷'.repeat(20_001);
    const endless = `一${'𠮷'.repeat(500_000)}`;
    const intake = intakeOf([
      draftOf('一', [endless, ...Array<string>(30).fill(line)]),
      draftOf('二', Array<string>(20_000).fill('实')),
    ]);
    const pieces = packIntake(intake);
    const longest = Math.max(...pieces.map(({ length }) => length));
    assert.ok(longest <= 3 * (1 << 15), `${longest} bytes`);
    let steps = 0;
    const unpacking = unpackIntake(pieces);
    for (let step = unpacking.next(); ; step = unpacking.next(), steps++)
      if (step.done) {
        assert.deepEqual(step.value, intake);
        break;
      }
    assert.equal(steps, pieces.length);
  });
});
