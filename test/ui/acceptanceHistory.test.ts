import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';
import type { Workbench } from './support/workbench';

/** Suggestions after 科技 in an empty draft. */
async function list(ui: Workbench): Promise<string[]> {
  await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
  return ui.imeForSuggestions('keji', '科技');
}

describe('what two windows have learned', () => {
  const workbench = useWorkbench({ settings: { 'gongwen.completion.show': 'list' } });

  it('is forgotten in both when one is told to forget', async function () {
    this.timeout(240_000);
    const ui = workbench();
    const other = await ui.openWindow();
    // The extension starts in its own time.
    const [, , , chosen = ''] = await eventually(() => list(other), 30_000);
    for (let times = 0; times < 3; times++) {
      await other.acceptSuggestion(chosen);
      await list(other);
    }
    assert.equal((await other.suggestions())[0], chosen);
    await ui.focusEditor();
    await ui.runCommand('Gongwen Library (公文素材): Forget What Completion Has Learned');
    // The other window hears of it in its own time, and each look takes some seconds.
    await eventually(async () => {
      assert.notEqual((await list(other))[0], chosen);
    }, 120_000);
    await other.close();
  });
});
