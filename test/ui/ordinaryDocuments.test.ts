import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useWorkbench } from './support/useWorkbench';
import type { Workbench } from './support/workbench';

const pages = {
  'README.md': `# Water readings

it keeps the figures of a county in a small service.

Run \`npm install\` and then start. The settings are in config.json:

\`\`\`js
const total = readings.filter((r) => r.valid).length;
\`\`\`

| station | reading |
| --- | --- |
- an item that goes on
<!-- to do: a table -->
`,
  'notes.md': `to do: send the minutes, ask for the form
who: an engineer, he and she, so we can go on
`,
};

/** What shows of the suggestion list while a page is typed: its labels, in order. */
async function suggestedWhileTyping(ui: Workbench, file: string, text: string): Promise<readonly string[]> {
  await ui.openFile(file);
  await ui.focusEditor();
  const seen: string[] = [];
  for (const line of text.split('\n')) {
    for (const character of line) {
      await ui.page.keyboard.type(character);
      if (!/[a-z]/i.test(character)) continue;
      // A list comes 40 ms after a key at the earliest; the end of a word is looked at again.
      seen.push(...(await ui.page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts()));
    }
    await ui.page.waitForTimeout(150);
    seen.push(...(await ui.page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts()));
    await ui.press('Enter');
  }
  return seen;
}

const folder = mkdtempSync(join(tmpdir(), 'gongwen-ordinary-'));
for (const name of Object.keys(pages)) writeFileSync(join(folder, name), '');

describe('a document without Chinese', () => {
  // Markdown's own completion of paths asks at “.”, “#” and “/”; on a slow host the editor adds words to its answer.
  const settings = { 'editor.suggestOnTriggerCharacters': false };
  const workbench = useWorkbench({ folder, openFile: 'README.md', settings });
  const plain = useWorkbench({ folder, openFile: 'README.md', settings, extension: false });

  for (const [name, text] of Object.entries(pages)) {
    it(`shows no suggestions in ${name}, as in an editor without us`, async function () {
      this.timeout(180_000);
      assert.deepEqual(await suggestedWhileTyping(workbench(), name, text), []);
    });
  }

  it('has the suggestions of an editor without us when they are asked for', async () => {
    const asked = async (ui: Workbench): Promise<readonly string[]> => {
      await ui.openFile('notes.md');
      await ui.focusEditor();
      await ui.press('ControlOrMeta+A', 'Delete');
      await ui.type('minutes, minute of the meeting\nmi');
      await ui.press('Control+Space');
      return ui.suggestions();
    };
    const suggested = await asked(plain());
    assert.ok(suggested.includes('minutes'), suggested.join());
    assert.deepEqual(await asked(workbench()), suggested);
    await workbench().screenshot('suggestions in English');
  });
});
