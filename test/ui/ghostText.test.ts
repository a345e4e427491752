import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { ghostText, ghostTexts, noGhostText } from './support/ghostText';
import { useWorkbench } from './support/useWorkbench';
import type { Workbench } from './support/workbench';

describe('ghost text', () => {
  const workbench = useWorkbench();

  it('shows where one continuation is very likely, without a list of the same, and Tab accepts it', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Enter');
    await ui.ime('zhulaozhonghuaminzu', '铸牢中华民族');
    const ghost = await ghostText(ui);
    await ui.screenshot('ghost text');
    assert.ok(ghost.startsWith('共同体'), ghost);
    assert.equal(await ui.page.locator('.suggest-widget.visible').count(), 0, 'no list beside it');
    await ui.press('Tab');
    await eventually(async () => assert.ok((await ui.editorText()).endsWith(`\n铸牢中华民族${ghost}`)));
  });

  it('is accepted word by word with the key that the editor has for it', async () => {
    const ui = workbench();
    await ui.press('Enter');
    await ui.ime('zhulaozhonghuaminzu', '铸牢中华民族');
    const ghost = await ghostText(ui);
    // How long a word is the editor says.
    const accepted = async (before: string): Promise<string> => {
      await ui.press('Control+ArrowRight');
      return eventually(async () => {
        const [, after = ''] = /\n铸牢中华民族(.*)$/.exec(await ui.editorText()) ?? [];
        assert.ok(after.length > before.length && ghost.startsWith(after), after);
        return after;
      });
    };
    const first = await accepted('');
    assert.ok(first.length < ghost.length, first);
    assert.equal(await ghostText(ui), ghost.slice(first.length));
    await ui.screenshot('ghost text word');
    await accepted(first);
    await ui.press('ControlOrMeta+Z', 'ControlOrMeta+Z');
    await eventually(async () => assert.ok((await ui.editorText()).endsWith('\n铸牢中华民族')));
    await ui.press('End');
  });

  it('is silent while an input method composes, and in front of latin letters', async () => {
    const ui = workbench();
    await ui.press('Enter');
    await ui.ime('zhulao', '铸牢中华民族');
    await ghostText(ui);
    await ui.compose('x');
    await noGhostText(ui);
    await ui.ime('gong', '共');
    assert.match(await ghostText(ui), /^同体/);
  });

  it('gives way to what is typed on', async () => {
    const ui = workbench();
    await ui.ime('shi', '识。');
    await noGhostText(ui);
    await eventually(async () => assert.ok((await ui.editorText()).endsWith('\n铸牢中华民族共识。')));
  });
});

describe('the setting of completion', () => {
  const workbench = useWorkbench();

  const lists = ({ page }: Workbench): Promise<number> => page.locator('.suggest-widget.visible').count();

  /** Writes a setting of the workspace and the sentence in a new line; waits for what shows. */
  const write = async (show: string): Promise<Workbench> => {
    const ui = workbench();
    await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
    mkdirSync(join(ui.folder, '.vscode'), { recursive: true });
    writeFileSync(join(ui.folder, '.vscode/settings.json'), JSON.stringify({ 'gongwen.completion.show': show }));
    return ui;
  };

  /** The setting takes a moment to arrive: types until it has. */
  const eventuallyShows = (ui: Workbench, check: () => Promise<void>): Promise<void> =>
    eventually(async () => {
      await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
      await ui.ime('zhulaozhonghuaminzu', '铸牢中华民族');
      await ui.page.waitForTimeout(1000);
      await check();
    }, 20_000);

  it('chooses the list, ghost text, or none of them', async () => {
    await workbench().focusEditor();
    let ui = await write('list');
    await eventuallyShows(ui, async () => {
      assert.ok((await ui.suggestions(0)).some((label) => label.includes('共同体')));
      assert.equal(await ghostTexts(ui), 0);
    });
    ui = await write('ghostText');
    await eventuallyShows(ui, async () => {
      assert.equal(await lists(ui), 0);
      assert.notEqual(await ghostTexts(ui), 0);
    });
    await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
    await ui.ime('yaokeji', '要科技');
    await ui.page.waitForTimeout(1000);
    assert.equal(await lists(ui), 0, 'a list where there is no ghost text');
    ui = await write('none');
    await eventuallyShows(ui, async () => {
      assert.equal(await lists(ui), 0);
      assert.equal(await ghostTexts(ui), 0);
    });
  });
});

describe('completion that learns', () => {
  const workbench = useWorkbench({ settings: { 'gongwen.completion.show': 'list' } });

  it('puts first what was accepted before, until it is told to forget, and learns again', async function () {
    this.timeout(240_000);
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    const list = async (): Promise<string[]> => {
      await ui.press('Enter');
      return ui.imeForSuggestions('keji', '科技');
    };
    const before = await list();
    const chosen = before[3] ?? '';
    for (let times = 0; times < 4; times++) {
      await ui.acceptSuggestion(chosen);
      await list();
    }
    await ui.screenshot('completion learned');
    await eventually(async () => assert.equal((await ui.suggestions())[0], chosen));
    await ui.press('Escape');
    await ui.runCommand('Gongwen Library (公文素材): Forget What Completion Has Learned');
    await ui.press('ControlOrMeta+A', 'Delete');
    const first = await list();
    assert.notEqual(first[0], chosen);

    // What is learned after that is there again in a new window.
    for (let times = 0; times < 3; times++) {
      await ui.acceptSuggestion(chosen);
      await list();
    }
    await ui.press('Escape');
    await ui.page.reload();
    await ui.page.locator('.editor-group-container.active .monaco-editor .view-lines').first().waitFor();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A', 'Delete');
    await eventually(async () => {
      await ui.press('Escape');
      assert.equal((await list())[0], chosen);
    }, 30_000);
  });

  it('takes initials, full pinyin and a mixture of both', async () => {
    const ui = workbench();
    for (const letters of ['kjzlzq', 'kejizili', 'kjzlziqiang']) {
      await ui.press('Escape', 'Enter');
      await ui.ime('yao', '要');
      await ui.type(letters);
      await eventually(async () => {
        assert.ok(
          (await ui.suggestions()).some((label) => label.startsWith('科技自立自强')),
          letters,
        );
      });
    }
    await ui.press('Escape');
  });

  it('reads a character as the word asks in which it stands', async () => {
    const ui = workbench();
    for (const [letters, label] of [
      ['zengzhang', /^增长/],
      ['zhongyao', /^重要/],
      ['chongfu', /^重复/],
      ['yinhang', /^银行/],
      ['xingdong', /^行动/],
    ] as const) {
      await ui.press('Escape', 'Enter');
      await ui.ime('yao', '要');
      await ui.type(letters);
      await eventually(async () => assert.match((await ui.suggestions())[0] ?? '', label));
    }
    await ui.press('Escape');
  });
});
