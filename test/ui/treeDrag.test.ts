import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

describe('dragging within the tree', () => {
  const workbench = useWorkbench({ viewport: { width: 1280, height: 900 } });

  it('moves an article to another category', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.expand('讲话致辞');
    const title = '在春季农业生产现场会上的讲话';
    const { mouse } = ui.page;
    const row = (label: string): ReturnType<typeof ui.page.locator> =>
      ui.page.locator(`.pane .monaco-list-row[aria-label^="${label}"]`).first();
    const places = async (): Promise<Record<'from' | 'to', { x: number; y: number }>> => {
      const [from, to] = [await row(title).boundingBox(), await row('公文范文').boundingBox()];
      assert.ok(from && to);
      return { from, to };
    };
    // Rows move as long as the library is being read.
    const { from, to } = await eventually(async () => {
      const before = await places();
      await ui.page.waitForTimeout(1000);
      assert.deepEqual(await places(), before);
      return before;
    });
    await mouse.move(from.x + 100, from.y + 10);
    await mouse.down();
    await mouse.move(from.x + 104, from.y + 14, { steps: 5 });
    await mouse.move(to.x + 100, to.y + 10, { steps: 10 });
    // What is held over a category for a while expands it.
    await eventually(async () => {
      await mouse.move(to.x + 101, to.y + 10);
      await mouse.move(to.x + 100, to.y + 10);
      assert.equal(await row('公文范文').getAttribute('aria-expanded'), 'true');
    });
    await mouse.up();
    await eventually(() => assert.ok(existsSync(join(ui.folder, '素材/公文范文', `${title}.md`))));
    await ui.screenshot('tree dragged');
  });
});
