import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeArticles } from '../../src/editor/articleWriter';
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

  it('because the disk is full leaves nothing behind', async () => {
    files.room = 2;
    const { token } = new vscode.CancellationTokenSource();
    await assert.rejects(writeArticles(target, articles, token));
    assert.deepEqual([...files.files.keys()], []);
  });

  it('because the folder may not be written leaves nothing behind', async () => {
    files.readOnly = true;
    const { token } = new vscode.CancellationTokenSource();
    await assert.rejects(writeArticles(target, articles, token));
    assert.deepEqual([...files.files.keys()], []);
  });

  it('because it was cancelled leaves nothing behind', async () => {
    const source = new vscode.CancellationTokenSource();
    const cancelAtThird = (done: number): void => (done === 1 ? source.cancel() : undefined);
    await assert.rejects(writeArticles(target, articles, source.token, cancelAtThird), vscode.CancellationError);
    assert.deepEqual([...files.files.keys()], []);
  });
});
