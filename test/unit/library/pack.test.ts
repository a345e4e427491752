import assert from 'node:assert/strict';
import { contributedLibraries, gitVersion, isOwn, licenceOf, packOrigin } from '../../../src/library/pack';

describe('packs', () => {
  it('are what a manifest contributes, with the extension’s licence unless they have their own', () => {
    const manifest = {
      name: 'office',
      displayName: '市直机关范文',
      version: '1.2.0',
      license: 'MIT',
      contributes: { gongwenLibraries: [{ path: './library/' }, { path: '典故', name: '典故', license: 'CC BY 4.0' }] },
    };
    assert.deepEqual(contributedLibraries(manifest), [
      { path: 'library', name: '市直机关范文', version: '1.2.0', licence: 'MIT' },
      { path: '典故', name: '典故', version: '1.2.0', licence: 'CC BY 4.0' },
    ]);
  });

  it('never lie outside their extension, and a manifest that is odd contributes nothing', () => {
    const of = (gongwenLibraries: unknown): unknown => contributedLibraries({ contributes: { gongwenLibraries } });
    const outside = ['..', '../other', 'a/../../b', 'a\\..\\..\\b', '', '.', '/'].map((path) => ({ path }));
    assert.deepEqual(of(outside), []);
    for (const odd of [undefined, null, 'library', {}, [null, 3, 'x', {}, { path: 3 }]]) assert.deepEqual(of(odd), []);
    assert.deepEqual(contributedLibraries(undefined), []);
  });

  it('are told by name, version and licence, and are nobody’s own', () => {
    const origin = packOrigin({ name: '范文', version: '1.2.0', licence: '' });
    assert.equal(origin, '范文 · 1.2.0');
    assert.deepEqual(
      [origin, 'builtin', 'personal', 'workspace'].map((one) => isOwn({ origin: one })),
      [false, false, true, true],
    );
  });

  it('name the licence that a file holds', () => {
    assert.equal(licenceOf('MIT License\n\nCopyright (c) 2026'), 'MIT');
    assert.equal(licenceOf('Attribution-ShareAlike 4.0 International\n====='), 'CC BY-SA 4.0');
    assert.equal(licenceOf('                Apache License\n          Version 2.0, January 2004'), 'Apache-2.0');
    assert.equal(licenceOf('\n  仅供本单位内部使用  \n'), '仅供本单位内部使用');
    assert.equal(licenceOf(''), '');
  });

  const [commit, other] = ['a'.repeat(39) + '1', 'b'.repeat(40)];
  const cases = [
    ['a branch', 'ref: refs/heads/main\n', '', { 'refs/heads/main': `${commit}\n` }, 'aaaaaaa'],
    ['a packed branch', 'ref: refs/heads/main\n', `# pack-refs\n${commit} refs/heads/main\n`, {}, 'aaaaaaa'],
    ['a tag', `${commit}\n`, `${other} refs/tags/v1\n${commit} refs/tags/v2.0\n`, {}, 'v2.0'],
    ['an annotated tag', `${commit}\n`, `${other} refs/tags/v1\n${other} refs/tags/v3\n^${commit}\n`, {}, 'v3'],
    ['a branch of any name', 'ref: refs/heads/主干\n', '', { 'refs/heads/主干': commit }, 'aaaaaaa'],
    ['no repository', '', '', {}, ''],
    ['a name that leads elsewhere', 'ref: refs/../../secret\n', '', { 'refs/../../secret': commit }, ''],
    ['a path that leads elsewhere', 'ref: ../../secret\n', '', { '../../secret': commit }, ''],
  ] as const;
  for (const [what, head, packed, files, version] of cases) {
    it(`stand at the version that Git says: ${what}`, async () => {
      const read = (path: string): Promise<string> =>
        Promise.resolve((files as Record<string, string | undefined>)[path] ?? '');
      assert.equal(await gitVersion(head, packed, read), version);
    });
  }
});
