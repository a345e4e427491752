import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from './support/useWorkbench';

const draft = '工作推进会讲话稿.md';

describe('the workbench', () => {
  const workbench = useWorkbench();

  it('puts exactly what an input method commits into the open draft', async () => {
    const ui = workbench();
    const before = readFileSync(join(ui.folder, draft), 'utf8');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await ui.ime('women', '我们');
    await ui.ime('yao', '要');
    await ui.type('A1');
    assert.equal(await ui.editorText(), `${before}我们要A1`);
  });

  it('opens another file of the workspace', async () => {
    const ui = workbench();
    await ui.openFile('金句.md');
    assert.match(await ui.editorText(), /^---\ntitle: 乡村工作金句\n/);
  });
});
