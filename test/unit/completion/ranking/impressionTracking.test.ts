import assert from 'node:assert/strict';
import type { OfferedBefore } from '../../../../src/completion/candidate';
import { ImpressionTracker, lessIfTypedOver } from '../../../../src/completion/ranking/impressionTracking';
import { AcceptanceHistory } from '../../../../src/completion/ranking/acceptanceHistory';
import { engineOf, offered, phraseFile } from '../phraseFixtures';

describe('ImpressionTracker', () => {
  /** What becomes of 农田水利工程 and 农田保护红线 when this is typed after 农田. */
  async function after(...typed: readonly string[]): Promise<readonly string[]> {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('农田水利工程', '农田保护红线') });
    const history = new AcceptanceHistory();
    const impressions = new ImpressionTracker(history);
    for (const before of typed) impressions.shown('甲', before, offered(engine, `${before}|`));
    return history.records.filter(({ ignored }) => ignored > 0).map(({ key }) => key);
  }

  it('takes what the writer typed otherwise as passed over, once on a line', async () => {
    assert.deepEqual(await after('农田', '农田水'), ['农田保护红线']);
    assert.deepEqual(await after('农田', '农田水', '农田水利'), ['农田保护红线']);
    assert.deepEqual([...(await after('农田', '农田管'))].sort(), ['农田保护红线', '农田水利工程']);
  });

  it('takes nothing as passed over where the writer went elsewhere or typed nothing', async () => {
    assert.deepEqual(await after('农田', '农田'), []);
    assert.deepEqual(await after('农田', '渠'), []);
  });

  it('takes nothing as passed over that was typed out', async () => {
    assert.deepEqual(await after('农田水利', '农田水利工程，'), []);
  });

  it('tells what was accepted, and then waits for the next', () => {
    const history = new AcceptanceHistory();
    const impressions = new ImpressionTracker(history);
    impressions.accepted('农田水利工程');
    impressions.shown('甲', '农田水利工程', []);
    assert.deepEqual(history.records, [{ key: '农田水利工程', accepted: 1, ignored: 0 }]);
  });

  it('remembers what lists offered as long as the writer types on to it', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('农田水利工程', '农田保护红线') });
    const impressions = new ImpressionTracker(new AcceptanceHistory());
    const list = (before: string): void => impressions.listed('甲', before, offered(engine, `${before}|`));
    list('农田');
    assert.deepEqual(impressions.offered('甲', '农田'), [], 'the list of this very place is no earlier one');
    assert.deepEqual(impressions.offered('甲', '农田水'), [{ rest: '利工程', first: false }]);
    assert.deepEqual(impressions.offered('乙', '农田水'), []);
    assert.deepEqual(impressions.offered('甲', '农田管'), []);
    list('渠');
    assert.deepEqual(impressions.offered('甲', '农田水'), [], 'the writer went elsewhere');
  });

  it('does not take ghost text for a list', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('农田水利工程') });
    const impressions = new ImpressionTracker(new AcceptanceHistory());
    impressions.shown('甲', '农田', offered(engine, '农田|'));
    assert.deepEqual(impressions.offered('甲', '农田水'), []);
  });
});

describe('what stood first and was typed instead of taken', () => {
  const likelihoods = (offered: readonly OfferedBefore[]): readonly number[] =>
    [
      { text: '利工程', likelihood: 0.5 },
      { text: '利工程建设', likelihood: 1 },
      { text: '土流失', likelihood: 0.5 },
    ]
      .map(lessIfTypedOver(offered))
      .map(({ likelihood }) => likelihood);

  it('is less likely wanted, but not what is certain', () => {
    assert.deepEqual(likelihoods([{ rest: '利工程', first: true }]), [0.2, 1, 0.5]);
  });

  it('counts only where it stood first, and where something of it is left', () => {
    assert.deepEqual(likelihoods([{ rest: '利工程', first: false }]), [0.5, 1, 0.5]);
    assert.deepEqual(likelihoods([{ rest: '', first: true }]), [0.5, 1, 0.5]);
  });

  it('stays behind in the list, and takes no list that the writer asked for away', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('农田水利工程', '农田水土流失') }, [], {
      threshold: 0,
    });
    const first = (deliberate: boolean): string | undefined => {
      const [candidate] = engine.complete('，农田水', 4, { deliberate }).list;
      const rest = candidate?.insertText.slice(candidate.filterText.length) ?? '';
      const offered = [{ rest, first: true }];
      return engine.complete('，农田水', 4, { deliberate, offered }).list[0]?.label === candidate?.label
        ? 'the same'
        : 'another';
    };
    assert.equal(first(false), 'another');
    assert.equal(first(true), 'the same');
  });
});
