import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { extensions } from 'vscode';

describe('installation', () => {
  it('tests the extension that it is meant to test', () => {
    const { GONGWEN_EXTENSION_HOME: home } = process.env;
    assert.ok(home, 'the test run does not say where the extension is');
    const extension = extensions.getExtension('gongwen.gongwen-library');
    assert.ok(extension);
    const path = realpathSync(extension.extensionPath);
    assert.ok(`${path}${sep}`.startsWith(`${realpathSync(home)}${sep}`), `${path} is not in ${home}`);
  });

  it('has one object for the API of the editor, not a copy for every file', () => {
    const { extensionPath = '' } = extensions.getExtension('gongwen.gongwen-library') ?? {};
    const code = readFileSync(join(extensionPath, 'dist/extension.js'), 'utf8');
    assert.match(code, /= ?require\("vscode"\)/);
    assert.doesNotMatch(code, /\w\(require\("vscode"\)/);
  });

  it('comes in a package of less than 8 MB', () => {
    const vsix = join(process.env.GONGWEN_CHECKOUT ?? '', 'out/gongwen-library.vsix');
    assert.ok(existsSync(vsix), `${vsix} is not there`);
    assert.ok(statSync(vsix).size < 8_000_000, `${statSync(vsix).size} bytes`);
  });
});
