import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { promptForProperties } from '../../src/editor/shared/promptForProperties';

describe('the properties of several articles', () => {
  const articles = [
    { title: '春耕', tags: ['农业'], source: '县委办', date: '2026-03-05' },
    { title: '秋收', tags: ['农业', '粮食'], source: '县府办', date: '2026-03-05' },
  ];

  /**
   * Picks a row and types into its box, time after time, and then saves where that is offered.
   * @param answers label of the row, and what is typed in place of what stands in the box, which undefined leaves
   */
  async function answering(answers: readonly (readonly [string, string?])[]): Promise<unknown> {
    const { showQuickPick, showInputBox } = vscode.window;
    const left = [...answers];
    let typed: string | undefined;
    Object.assign(vscode.window, {
      showQuickPick: (rows: readonly vscode.QuickPickItem[]) => {
        const [label, value] = left.shift() ?? ['$(check) Save the Changes'];
        typed = value;
        return Promise.resolve(rows.find((row) => row.label === label));
      },
      showInputBox: ({ value }: vscode.InputBoxOptions) => Promise.resolve(typed ?? value),
    });
    try {
      return await promptForProperties(articles);
    } finally {
      Object.assign(vscode.window, { showQuickPick, showInputBox });
    }
  }

  it('stay as they are where Enter is pressed on what was not touched', async () => {
    assert.equal(await answering([['Source'], ['Tags'], ['Date']]), undefined);
    assert.deepEqual(await answering([['Source'], ['Date', '2026-04-01']]), { date: '2026-04-01' });
  });

  it('are what is typed last', async () => {
    const answers = [
      ['Source', '县水利局'],
      ['Tags', '水利、农业 #水利'],
      ['Source', ''],
    ] as const;
    assert.deepEqual(await answering(answers), { source: '', tags: ['水利', '农业'] });
  });
});
