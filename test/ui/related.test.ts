import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

describe('related passages', () => {
  const workbench = useWorkbench({ viewport: { width: 1280, height: 1000 } });

  it('follow the paragraph at the cursor, can be frozen, and are not what is in the draft already', async () => {
    const ui = workbench();
    await ui.openTree('Gongwen Library', 'Material');
    const tree = ui.tree('Related Passages');
    await ui.tree('Results').showPane(false);
    await tree.showPane(true);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Enter', 'Enter');
    await ui.ime('chun', '春耕备播要抢农时，农技员要到田间地头去');
    await eventually(async () => {
      const labels = (await tree.rows()).map(({ label }) => label);
      assert.ok(
        labels.some((label) => label.startsWith('春争日')),
        labels.join('\n'),
      );
    });
    // Below the first line the next ones, and where the passage is from.
    const lines = (await tree.rows()).map(({ level, label }) => ({ level, label }));
    const [first] = lines;
    const source = lines.findIndex(({ label }) => / · (?:built-in|workspace)$/.test(label));
    assert.equal(first?.level, 1);
    assert.ok(source > 0, lines.map(({ label }) => label).join('\n'));
    assert.ok(lines.slice(1, source + 1).every(({ level }) => level === 2));
    await ui.screenshot('related');
    // On a blank line what goes before is gone on from.
    await ui.press('Enter', 'Enter');
    await ui.page.waitForTimeout(1500);
    const related = (await tree.rows()).map(({ label }) => label);
    assert.deepEqual(
      related,
      lines.map(({ label }) => label),
    );

    await tree.headerAction('Freeze the Related Passages');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Enter', 'Enter');
    await ui.ime('chengguo', '打通科技成果转化的最后一公里，让成果走出实验室');
    await ui.press('Escape');
    assert.deepEqual(
      (await tree.rows()).map(({ label }) => label),
      related,
    );
    await tree.headerAction('Follow the Cursor Again');
    await eventually(async () => {
      const labels = (await tree.rows()).map((row) => row.label);
      assert.ok(
        labels.some((text) => /成果转化|最后一公里/.test(text)),
        labels.join('\n'),
      );
    });
    await ui.screenshot('related followed');

    const [top] = await tree.rows();
    const label = top?.label ?? '';
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await tree.hoverAction(label.slice(0, 8), 'Insert into Draft');
    await eventually(async () => {
      const labels = (await tree.rows()).map((row) => row.label);
      assert.ok(labels.length > 0 && !labels.includes(label), labels.join('\n'));
    });
    await ui.screenshot('related inserted');
  });
});
