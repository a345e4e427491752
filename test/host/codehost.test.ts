import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const fixtures = join(__dirname, 'fixtures');

/** Runs a test module of the fixtures the way @vscode/test-electron does. */
function runTests(module: string, env: Record<string, string> = {}): { code: number | null; output: string } {
  const args = [
    join(__dirname, 'codehost.mjs'),
    ...['--no-sandbox', '--disable-workspace-trust'],
    `--extensionTestsPath=${join(fixtures, module)}`,
    `--extensionDevelopmentPath=${join(fixtures, 'extension')}`,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

describe('the stand-in for VS Code', () => {
  it('fails tests that fail', () => {
    const { code, output } = runTests('fails.js');
    assert.equal(code, 1, output);
    assert.match(output, /a test failed/);
  });

  it('fails when the extension host dies, however peacefully', () => {
    const { code, output } = runTests('dies.js');
    assert.equal(code, 1, output);
    assert.match(output, /the extension host ended before the tests had/);
  });

  it('fails when the tests do not end', () => {
    const { code, output } = runTests('hangs.js', { GONGWEN_HOST_LIMIT: '5' });
    assert.equal(code, 124, output);
  });
});
