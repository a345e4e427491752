import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circles, importGraph, reachedFrom } from './imports';

describe('the import graph', () => {
  const source = join(import.meta.dirname, '../../../src');
  const graph = importGraph(source);

  it('is read whole: from the entries of the bundles nearly every file is reached', () => {
    // Workers are started by address; what differs in a browser takes the place of the file beside it.
    const isEntry = (name: string): boolean => /^extension$|Worker$|mcpServer$|\.browser$/.test(name);
    const reached = reachedFrom(graph, [...graph.keys()].filter(isEntry));
    assert.ok(reached.size > 0.95 * graph.size, `${reached.size} of ${graph.size}`);
  });

  it('loads at activation no reader of files and none of what else waits until it is wanted', () => {
    const reached = reachedFrom(importGraph(source, 'loading'), ['extension']);
    assert.ok(reached.has('editor/import/index') && reached.has('editor/search/index'));
    // Names and limits are known at once, and the editor asks for the Markdown preview's form without waiting.
    const waits = /^(?:intake\/(?!limits$)|shared\/(?!sharedArticle$)|revise\/|assistants\/|draft\/checks\/)/;
    assert.deepEqual(
      [...reached].filter((name) => waits.test(name)),
      [],
    );
  });

  it('loads at activation nothing that has a bundle of its own', () => {
    const build = readFileSync(join(source, '../esbuild.js'), 'utf8');
    const bundles = [...build.matchAll(/'src\/([^']+)\.ts'/g)].map(([, name = '']) => name);
    assert.ok(bundles.length > 10);
    const reached = reachedFrom(importGraph(source, 'loading'), ['extension']);
    assert.deepEqual(
      bundles.filter((name) => name !== 'extension' && reached.has(name)),
      [],
    );
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
