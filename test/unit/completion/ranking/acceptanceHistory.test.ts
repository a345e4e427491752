import assert from 'node:assert/strict';
import { historyKeyOf, AcceptanceHistory } from '../../../../src/completion/ranking/acceptanceHistory';

describe('AcceptanceHistory', () => {
  it('raise what was accepted and lower what was passed over', () => {
    const history = new AcceptanceHistory();
    assert.equal(history.adjust(0.3, '水利'), 0.3);
    history.accept('水利');
    history.ignore('农田');
    assert.ok(history.adjust(0.3, '水利') > 0.3);
    assert.ok(history.adjust(0.3, '农田') < 0.3);
  });

  it('keep probabilities between 0 and 1, however often something happened', () => {
    const history = new AcceptanceHistory();
    for (let times = 0; times < 100; times++) {
      history.accept('水利');
      history.ignore('农田');
    }
    for (const likelihood of [0, 0.01, 0.5, 0.99, 1]) {
      for (const key of ['水利', '农田']) {
        const adjusted = history.adjust(likelihood, key);
        assert.ok(adjusted >= 0 && adjusted <= 1, `${likelihood} ${adjusted}`);
      }
    }
  });

  it('let a new historyKey outweigh an old one', () => {
    const history = new AcceptanceHistory();
    for (let times = 0; times < 100; times++) history.ignore('水利');
    for (let times = 0; times < 16; times++) history.accept('水利');
    assert.ok(history.adjust(0.3, '水利') > 0.3);
  });

  it('survive being saved, and leave out what is no historyKey', () => {
    const history = new AcceptanceHistory();
    history.accept('水利');
    const saved: unknown = JSON.parse(JSON.stringify(history.records));
    const again = new AcceptanceHistory([
      ...(saved as unknown[]),
      null,
      7,
      { key: 1 },
      { key: '甲', accepted: 'x', ignored: 0 },
    ]);
    assert.deepEqual(again.records, history.records);
  });

  it('forget the oldest of too many, and everything on demand', () => {
    const history = new AcceptanceHistory();
    for (let number = 0; number < 2500; number++) history.accept(`第${number}项`);
    assert.equal(history.records.length, 2000);
    assert.equal(history.records.at(-1)?.key, '第2499项');
    history.clear();
    assert.deepEqual(history.records, []);
  });

  it('know an offer again behind another word, and however much of it is typed', () => {
    const history = new AcceptanceHistory();
    history.accept(historyKeyOf('兴修', '农田水利'));
    for (const again of [
      historyKeyOf('发展', '农田水利'),
      historyKeyOf('农田', '水利'),
      historyKeyOf('', '农田水利'),
    ]) {
      assert.ok(history.adjust(0.1, again) > 0.1, again);
    }
    assert.equal(history.adjust(0.1, historyKeyOf('小型', '水利')), 0.1);
  });

  it('lower what was passed over only behind the same word', () => {
    const history = new AcceptanceHistory();
    history.ignore(historyKeyOf('兴修', '农田水利'));
    assert.ok(history.adjust(0.1, historyKeyOf('兴修', '农田水利')) < 0.1);
    assert.equal(history.adjust(0.1, historyKeyOf('发展', '农田水利')), 0.1);
  });

  it('take over what another window has counted', () => {
    const [history, other] = [new AcceptanceHistory(), new AcceptanceHistory()];
    history.accept('农田水利');
    other.accept('农田水利');
    other.accept('农田水利');
    other.ignore('春耕生产');
    history.merge([...other.records, 'no historyKey']);
    assert.ok(history.adjust(0.3, '春耕生产') < 0.3);
    assert.deepEqual(
      history.records.map(({ key, accepted }) => [key, accepted]),
      [
        ['农田水利', 2],
        ['春耕生产', 0],
      ],
    );
  });
});
