import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';
import type { Workbench } from './support/workbench';

/** The first item of the list, source and all. */
const firstRow = ({ page }: Workbench): Promise<string> =>
  page.locator('.suggest-widget.visible .monaco-list-row').first().innerText();

describe('completion', () => {
  const workbench = useWorkbench();

  it('offers phrases when an input method commits at a line end, and Tab accepts', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    const suggestions = await ui.imeForSuggestions('keji', '科技');
    await ui.screenshot('completion line end');
    const [first] = suggestions;
    assert.ok(first?.startsWith('科技'));
    await ui.acceptSuggestion();
    const text = await ui.editorText();
    assert.ok(text.endsWith(`\n${first}`), text.slice(-40));
  });

  it('offers phrases in the middle of a sentence, and says where they come from', async () => {
    const ui = workbench();
    await ui.press('Enter');
    await ui.ime('womenyaobashishanghao', '我们要把事办好。');
    for (let back = 0; back < 4; back++) await ui.press('ArrowLeft');
    const [first = ''] = await ui.imeForSuggestions('keji', '科技');
    // It may begin with words that stand before 科技: 把科技创新….
    const before = first.indexOf('科技');
    assert.ok(before >= 0 && '我们要把'.endsWith(first.slice(0, before)), first);
    assert.match(await ui.suggestionDetails(), /公文素材库|常用表述|科技创新/);
    await ui.screenshot('completion mid sentence');
    await ui.acceptSuggestion();
    assert.ok((await ui.editorText()).endsWith(`\n${'我们要把'.slice(0, 4 - before)}${first}事办好。`));
  });

  it('takes pinyin initials after Chinese text', async () => {
    const ui = workbench();
    await ui.press('End');
    await ui.type('kjcx');
    const wanted = await eventually(async () => {
      const found = (await ui.suggestions()).find((label) => label.startsWith('科技创新'));
      assert.ok(found);
      return found;
    });
    await ui.screenshot('completion pinyin');
    await ui.acceptSuggestion(wanted);
    assert.match(await ui.editorText(), /事办好。科技创新[^\n]*$/);
  });

  // Some of these send the next letter while the answer to the last one is under way.
  for (const delay of [0, 12, 16, 20, 24, 30]) {
    it(`takes pinyin initials typed at ${delay} ms a key`, async () => {
      const ui = workbench();
      await ui.press('End', 'Enter');
      await ui.type('kjcx', delay);
      await eventually(async () => assert.ok((await ui.suggestions()).some((label) => label.startsWith('科技创新'))));
      await ui.press('Escape');
    });
  }

  it('misses no list when an input method begins right after a key', async function () {
    this.timeout(240_000);
    const ui = workbench();
    for (const milliseconds of [0, 5, 10, 15]) {
      for (const latin of ['keji', 'kj', 'k']) {
        // What the draft has says how it goes on: it must not be these words again and again.
        await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
        await ui.type('a ', 0);
        await ui.page.waitForTimeout(milliseconds);
        await ui.ime(latin, '科技');
        await eventually(async () => assert.match((await ui.suggestions(0))[0] ?? '', /^科技/));
      }
    }
    await ui.press('Escape');
  });

  it('takes letters for pinyin that an input method has left as they are', async () => {
    const ui = workbench();
    await ui.press('End', 'Enter');
    await ui.ime('kjcx', '科技，kjcx');
    await eventually(async () => {
      await ui.press('Escape', 'Control+Space');
      assert.ok((await ui.suggestions(500)).some((label) => label.startsWith('科技创新')));
    });
    await ui.press('Escape');
  });

  it('goes on offering behind a word that begins the name of a skeleton', async () => {
    const ui = workbench();
    await ui.press('End', 'Enter');
    await ui.imeForSuggestions('yishi', '一是');
    await ui.imeForSuggestions('keji', '科技');
    await eventually(async () => assert.ok((await ui.suggestions()).some((label) => label.startsWith('科技'))));
    await ui.press('Escape');
  });

  it('goes to the next blank with Tab, unless something was chosen with the arrow keys', async () => {
    const ui = workbench();
    const fill = async (): Promise<void> => {
      await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
      await ui.imeForSuggestions('luokuan', '落款');
      await ui.acceptSuggestion('落款');
      await ui.imeForSuggestions('keji', '科技');
      await eventually(async () => assert.match(await firstRow(ui), /⇧⏎/));
    };
    await fill();
    await ui.screenshot('completion in a blank');
    await ui.press('Tab');
    await ui.type('2027');
    await eventually(async () => assert.match(await ui.visibleText(), /^科技\n\s*2027/));
    await fill();
    await ui.press('Shift+Enter');
    await eventually(async () => assert.match(await ui.visibleText(), /^科技\p{Script=Han}+\n/u));
    await fill();
    await ui.press('ArrowDown', 'ArrowDown');
    const chosen = await ui.page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name').innerText();
    // The editor learns from the extension that something was chosen: as long as a person looks at it.
    await ui.page.waitForTimeout(500);
    await ui.press('Tab');
    await eventually(async () => assert.ok((await ui.visibleText()).startsWith(`${chosen}\n`)));
    await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
  });

  it('lets Enter start a new line while the list shows', async () => {
    const ui = workbench();
    await ui.press('End', 'Enter');
    await ui.imeForSuggestions('keji', '科技');
    await ui.press('Enter');
    assert.match(await ui.editorText(), /\n科技\n$/);
  });

  it('offers each skeleton once at the start of a line', async () => {
    const ui = workbench();
    const suggestions = await ui.imeForSuggestions('qingshi', '请示');
    await ui.screenshot('completion skeleton');
    assert.equal(suggestions.filter((label) => label === '请示').length, 1);
    await ui.press('Escape', 'Enter');
    await ui.type('jh');
    await eventually(async () => assert.equal((await ui.suggestions())[0], '讲话稿'));
    await ui.press('Escape');
  });

  it('shows few items where they would cover what the draft goes on with', async () => {
    const ui = workbench();
    await ui.press('ControlOrMeta+A', 'Delete', 'Enter', 'Enter');
    await ui.ime('chungeng', '春耕。');
    await ui.press('ControlOrMeta+Home');
    assert.equal((await ui.imeForSuggestions('keji', '科技')).length, 5);
    await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
    await ui.imeForSuggestions('keji', '科技');
    await eventually(async () => assert.ok((await ui.suggestions()).length > 5));
    await ui.press('Escape', 'ControlOrMeta+A', 'Delete');
  });

  it('leaves the blanks of a skeleton marked when it is left with Escape, and fills them in', async () => {
    const ui = workbench();
    await ui.press('ControlOrMeta+A');
    await ui.imeForSuggestions('jieshaoxin', '介绍信');
    await ui.acceptSuggestion();
    await eventually(async () => assert.match(await ui.editorText(), /兹介绍我单位〔人员姓名与职务〕等X名同志/));
    await ui.press('Escape', 'Escape');
    await ui.runCommand('Gongwen Library (公文素材): Fill In Blanks…');
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /〔接洽单位〕/));
    await ui.screenshot('blanks of a skeleton');
    await ui.press('Escape');
    assert.match(await ui.editorText(), /〔接洽单位〕：/);
  });

  it('opens a new document of a genre, with front matter and blanks', async () => {
    const ui = workbench();
    await ui.runCommand('Gongwen Library (公文素材): New Official Document…');
    await ui.waitForQuickInput();
    await ui.ime('jiyao', '纪要');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /纪要/));
    await ui.press('ControlOrMeta+A');
    await ui.type('qs');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^请示/));
    await ui.press('Enter');
    await eventually(async () =>
      assert.match(await ui.visibleText(), /^---\ncategory: 请示\ndate: [\d-]+\n---\n\n# 〔发文机关〕/),
    );
    await ui.screenshot('new document');
  });
});
