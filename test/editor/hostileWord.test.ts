import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docxOf, paragraph } from '../unit/intake/fileFixtures';
import { closeEditors, gongwen, messagesDuring } from './support/gongwen';
import { MemoryFiles } from './support/memoryFiles';

describe('a Word document of a stranger', () => {
  const files = new MemoryFiles();
  const draft = vscode.Uri.parse('gongwen-word:/通知.md');
  const word = vscode.Uri.parse('gongwen-word:/来件.docx');
  const target = vscode.Uri.parse('gongwen-word:/版式.json');
  let registration: vscode.Disposable;
  before(async () => {
    await gongwen();
    registration = vscode.workspace.registerFileSystemProvider('gongwen-word', files, { isCaseSensitive: true });
    files.files.set(draft.path, new TextEncoder().encode('# 关于春耕的通知\n\n各村要不误农时。\n'));
  });
  after(async () => {
    await closeEditors();
    registration.dispose();
  });

  /** More than is ever held of a paragraph, in a file of some kilobytes. */
  const bomb = docxOf(`<w:p>${'<w:r/>'.repeat(700_000)}</w:p>`);
  const nested = docxOf(`${'<w:sdt>'.repeat(200_000)}${paragraph('底')}${'</w:sdt>'.repeat(200_000)}`);
  const kinds: readonly [string, Uint8Array][] = [
    ['that unpacks to too much', bomb],
    ['that is nested without end', nested],
    ['that is none', Uint8Array.of(0x50, 0x4b, 3, 4, 7, 7, 7)],
    ['of an old format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)])],
  ];
  for (const [what, bytes] of kinds) {
    it(`${what} costs one message when it comes back, and when its layout is to be learned`, async () => {
      files.files.set(word.path, bytes);
      const commands = [
        () => vscode.commands.executeCommand('gongwen.takeBack', word, { draft }),
        () => vscode.commands.executeCommand('gongwen.learnProfile', word, { target }),
      ];
      for (const command of commands) {
        const messages = await messagesDuring(async () => assert.equal(await command(), undefined));
        if (messages) {
          assert.equal(messages.length, 1, messages.join('\n'));
          assert.match(messages[0] ?? '', /来件\.docx/);
        }
      }
      assert.ok(!files.files.has(target.path), 'nothing is written');
      assert.deepEqual(
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
        [],
      );
    });
  }
});
