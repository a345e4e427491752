import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { leftAlone } from '../../src/editor/import/confirmUndo';
import { ImportHistory } from '../../src/editor/import/importHistory';

describe('undoing an import', () => {
  it('tells what becomes of files that were edited, renamed, moved and deleted since', async () => {
    const personal = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-undo-'));
    const names = ['如初', '改过', '改名', '移动', '删去'];
    const at = (name: string): vscode.Uri => vscode.Uri.file(path.join(personal, '讲话致辞', `${name}.md`));
    const files = names.map((name) => ({ uri: at(name), text: `${name}的文章。\n` }));
    await fs.mkdir(path.join(personal, '讲话致辞'));
    for (const { uri, text } of files) await fs.writeFile(uri.fsPath, text);
    let kept: unknown = [];
    const memento = { get: () => kept, update: (_: string, value: unknown) => Promise.resolve((kept = value)) };
    const history = new ImportHistory(memento as never);
    await history.add('1', files);
    await fs.appendFile(at('改过').fsPath, '又一句。\n');
    const folder = path.join(personal, '农业');
    await fs.mkdir(folder);
    const moves = [
      { oldUri: at('改名'), newUri: at('新名') },
      { oldUri: at('移动'), newUri: vscode.Uri.file(path.join(folder, '移动.md')) },
    ];
    for (const { oldUri, newUri } of moves) await fs.rename(oldUri.fsPath, newUri.fsPath);
    await history.follow(moves);
    await fs.rm(at('删去').fsPath);
    const undoing = await history.undo();
    assert.ok(undoing);
    assert.deepEqual(
      undoing.removed.map(({ path: removed }) => path.basename(removed)),
      ['如初.md'],
    );
    assert.deepEqual(leftAlone(undoing), [
      'Edited since and left alone: 改过.md',
      'Renamed since and left alone: 改名.md → 新名.md',
      'Moved since and left alone: 移动.md → 农业/移动.md',
      'No longer there: 删去.md',
    ]);
    assert.deepEqual(
      (await fs.readdir(personal, { recursive: true })).filter((name) => name.endsWith('.md')).sort(),
      ['农业/移动.md', '讲话致辞/改过.md', '讲话致辞/新名.md'].map((name) => path.normalize(name)),
    );
    await fs.rm(personal, { recursive: true });
  });
});
