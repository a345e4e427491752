import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

const id = 'gongwen.gongwen-library';

describe('activation', () => {
  it('offers the documented interface, version 1', async () => {
    const extension = extensions.getExtension<{ version: number }>(id);
    assert.ok(extension, `${id} is not there`);
    const api = await extension.activate();
    assert.equal(extension.isActive, true);
    assert.equal(api.version, 1);
  });

  it('registers every command that the manifest promises', async () => {
    const extension = extensions.getExtension(id);
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await commands.getCommands());
    const missing = contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
