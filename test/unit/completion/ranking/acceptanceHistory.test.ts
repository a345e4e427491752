import assert from 'node:assert/strict';
import { habitKey, Habits } from '../../../../src/completion/ranking/acceptanceHistory';

describe('Habits', () => {
  it('raise what was accepted and lower what was passed over', () => {
    const habits = new Habits();
    assert.equal(habits.adjust(0.3, '水利'), 0.3);
    habits.accept('水利');
    habits.ignore('农田');
    assert.ok(habits.adjust(0.3, '水利') > 0.3);
    assert.ok(habits.adjust(0.3, '农田') < 0.3);
  });

  it('keep probabilities between 0 and 1, however often something happened', () => {
    const habits = new Habits();
    for (let times = 0; times < 100; times++) {
      habits.accept('水利');
      habits.ignore('农田');
    }
    for (const likelihood of [0, 0.01, 0.5, 0.99, 1]) {
      for (const key of ['水利', '农田']) {
        const adjusted = habits.adjust(likelihood, key);
        assert.ok(adjusted >= 0 && adjusted <= 1, `${likelihood} ${adjusted}`);
      }
    }
  });

  it('let a new habit outweigh an old one', () => {
    const habits = new Habits();
    for (let times = 0; times < 100; times++) habits.ignore('水利');
    for (let times = 0; times < 16; times++) habits.accept('水利');
    assert.ok(habits.adjust(0.3, '水利') > 0.3);
  });

  it('survive being saved, and leave out what is no habit', () => {
    const habits = new Habits();
    habits.accept('水利');
    const saved: unknown = JSON.parse(JSON.stringify(habits.all));
    const again = new Habits([...(saved as unknown[]), null, 7, { key: 1 }, { key: '甲', accepted: 'x', ignored: 0 }]);
    assert.deepEqual(again.all, habits.all);
  });

  it('forget the oldest of too many, and everything on demand', () => {
    const habits = new Habits();
    for (let number = 0; number < 2500; number++) habits.accept(`第${number}项`);
    assert.equal(habits.all.length, 2000);
    assert.equal(habits.all.at(-1)?.key, '第2499项');
    habits.clear();
    assert.deepEqual(habits.all, []);
  });

  it('know an offer again behind another word, and however much of it is typed', () => {
    const habits = new Habits();
    habits.accept(habitKey('兴修', '农田水利'));
    for (const again of [habitKey('发展', '农田水利'), habitKey('农田', '水利'), habitKey('', '农田水利')]) {
      assert.ok(habits.adjust(0.1, again) > 0.1, again);
    }
    assert.equal(habits.adjust(0.1, habitKey('小型', '水利')), 0.1);
  });

  it('lower what was passed over only behind the same word', () => {
    const habits = new Habits();
    habits.ignore(habitKey('兴修', '农田水利'));
    assert.ok(habits.adjust(0.1, habitKey('兴修', '农田水利')) < 0.1);
    assert.equal(habits.adjust(0.1, habitKey('发展', '农田水利')), 0.1);
  });

  it('take over what another window has counted', () => {
    const [habits, other] = [new Habits(), new Habits()];
    habits.accept('农田水利');
    other.accept('农田水利');
    other.accept('农田水利');
    other.ignore('春耕生产');
    habits.merge([...other.all, 'no habit']);
    assert.ok(habits.adjust(0.3, '春耕生产') < 0.3);
    assert.deepEqual(
      habits.all.map(({ key, accepted }) => [key, accepted]),
      [
        ['农田水利', 2],
        ['春耕生产', 0],
      ],
    );
  });
});
