import assert from 'node:assert/strict';
import { useWorkbench } from './support/useWorkbench';

describe('ghost text', () => {
  const workbench = useWorkbench();

  it('shows where one continuation is very likely, without a list of the same, and Tab accepts it', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Enter');
    await ui.ime('quanmianjiansheshehuizhuyi', '全面建设社会主义');
    const ghost = await ui.ghostText();
    await ui.screenshot('ghost text');
    assert.ok(ghost.startsWith('现代化'), ghost);
    assert.equal(await ui.page.locator('.suggest-widget.visible').count(), 0, 'no list beside it');
    await ui.press('Tab');
    assert.ok((await ui.editorText()).endsWith(`\n全面建设社会主义${ghost}`));
  });

  it('is silent while an input method composes, and in front of latin letters', async () => {
    const ui = workbench();
    await ui.press('Enter');
    await ui.ime('quanmianjianshe', '全面建设社会主义');
    await ui.ghostText();
    await ui.compose('x');
    await ui.noGhostText();
    await ui.ime('xian', '现');
    assert.match(await ui.ghostText(), /^代化/);
  });

  it('gives way to what is typed on', async () => {
    const ui = workbench();
    await ui.ime('shi', '实。');
    await ui.noGhostText();
    assert.ok((await ui.editorText()).endsWith('\n全面建设社会主义现实。'));
  });
});

describe('completion as it is set', () => {
  const workbench = useWorkbench({ settings: { 'gongwen.completion.show': 'list' } });

  it('shows the list only', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Enter');
    await ui.ime('quanmianjianshe', '全面建设社会主义');
    assert.ok((await ui.suggestions()).some((label) => label.endsWith('社会主义现代化国家')));
    await ui.noGhostText();
  });
});
