import assert from 'node:assert/strict';
import { habitKey, Habits } from '../../../src/phrases/habits';

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

  it('know an offer by its end, however much of it was typed', () => {
    assert.equal(habitKey('兴修', '农田水利基础设施'), habitKey('兴修农田', '水利基础设施'));
  });
});
