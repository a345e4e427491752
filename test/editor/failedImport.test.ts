import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeArticles } from '../../src/editor/import/articleWriter';
import { MemoryFiles } from './support/memoryFiles';

describe('an import that fails half-way', () => {
  const files = new MemoryFiles();
  const target = vscode.Uri.parse('gongwen-memory:/素材');
  const articles = ['甲', '乙', '丙'].map((name) => ({ folder: '讲话致辞', name, text: `# ${name}\n` }));
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('gongwen-memory', files, { isCaseSensitive: true });
  });
  after(() => {
    registration.dispose();
  });
  afterEach(() => {
    files.files.clear();
    files.room = Infinity;
    files.readOnly = false;
  });

  const assertNothing = (): void => {
    assert.deepEqual([...files.files.keys()], []);
    assert.ok(!files.folders.has('/素材/讲话致辞'), 'its folder is gone, too');
  };

  it('because the disk is full leaves nothing behind', async () => {
    files.room = 2;
    const { token } = new vscode.CancellationTokenSource();
    await assert.rejects(writeArticles(target, articles, token));
    assertNothing();
  });

  it('because the folder may not be written leaves nothing behind', async () => {
    files.readOnly = true;
    const { token } = new vscode.CancellationTokenSource();
    await assert.rejects(writeArticles(target, articles, token));
    assertNothing();
  });

  it('because it was cancelled leaves nothing behind', async () => {
    const source = new vscode.CancellationTokenSource();
    const cancelAtThird = (done: number): void => (done === 1 ? source.cancel() : undefined);
    await assert.rejects(writeArticles(target, articles, source.token, cancelAtThird), vscode.CancellationError);
    assertNothing();
  });
});

describe('two windows that find the same name free', () => {
  const files = new MemoryFiles();
  const other = new TextEncoder().encode('# 另一个窗口的文章\n');
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('gongwen-memory', files, { isCaseSensitive: true });
  });
  after(() => {
    registration.dispose();
  });

  it('lose none of their articles', async () => {
    const rename = files.rename.bind(files);
    files.rename = (from, to, options) => {
      rename(from, to, options);
      // The other one looked before us, and moves its file after us.
      if (to.path === '/素材/甲.md') files.files.set(to.path, other);
    };
    const { token } = new vscode.CancellationTokenSource();
    const target = vscode.Uri.parse('gongwen-memory:/素材');
    const written = await writeArticles(target, [{ folder: '', name: '甲', text: '# 甲\n' }], token);
    const texts = [...files.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    assert.deepEqual(texts, [
      ['/素材/甲.md', '# 另一个窗口的文章\n'],
      ['/素材/甲 2.md', '# 甲\n'],
    ]);
    assert.deepEqual(
      written.map(({ uri }) => uri.path),
      ['/素材/甲 2.md'],
    );
  });
});
