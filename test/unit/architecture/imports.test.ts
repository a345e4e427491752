import assert from 'node:assert/strict';
import { join } from 'node:path';
import { circles, importGraph } from './imports';

describe('the import graph', () => {
  const graph = importGraph(join(import.meta.dirname, '../../../src'));

  it('is read whole: from the entries of the bundles nearly every file is reached', () => {
    // Workers are started by address; what differs in a browser takes the place of the file beside it.
    const isEntry = (name: string): boolean => /^extension$|Worker$|mcpServer$|\.browser$/.test(name);
    const reached = new Set<string>([...graph.keys()].filter(isEntry));
    for (const name of reached) for (const next of graph.get(name) ?? []) reached.add(next);
    assert.ok(reached.size > 0.95 * graph.size, `${reached.size} of ${graph.size}`);
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
