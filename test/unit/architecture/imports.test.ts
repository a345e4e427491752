import assert from 'node:assert/strict';
import { join } from 'node:path';
import { circles, importGraph } from './imports';

describe('the import graph', () => {
  const graph = importGraph(join(import.meta.dirname, '../../../src'));

  it('is read whole: the composition root reaches nearly every file', () => {
    const reached = new Set<string>(['extension']);
    for (const name of reached) for (const next of graph.get(name) ?? []) reached.add(next);
    assert.ok(reached.size > 0.9 * graph.size, `${reached.size} of ${graph.size}`);
  });

  it('has no circle', () => assert.deepEqual(circles(graph), []));

  it('would show a circle, also one of several steps', () => {
    const made = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    assert.deepEqual(circles(made), [['a', 'b', 'c']]);
  });
});
