import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docxOf, paragraph, pdfOf, zipOf } from '../../unit/intake/fileFixtures';
import { gongwen, withSetting } from '../support/gongwen';
import { MemoryFiles } from '../support/memoryFiles';

const sentence = '各村要把种子、化肥、农膜备足备齐，确保不误农时。';

describe('importing from any file system', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('gongwen-memory', files, { isCaseSensitive: true });
  });
  after(() => {
    registration.dispose();
  });
  afterEach(() => {
    files.files.clear();
  });

  it('reads every format and writes clean articles', async () => {
    const put = (name: string, bytes: Uint8Array): vscode.Uri => {
      files.files.set(`/${name}`, bytes);
      return vscode.Uri.parse(`gongwen-memory:/${encodeURIComponent(name)}`);
    };
    const text = (topic: string): string =>
      `关于${topic}工作的讲话，${sentence}${topic}是当前第一位的任务，要抓实抓细。`;
    const uris = [
      put('水稻讲话.txt', new TextEncoder().encode(text('水稻'))),
      put('小麦讲话.docx', docxOf(paragraph(text('小麦')))),
      put('玉米讲话.html', new TextEncoder().encode(`<html><body><p>${text('玉米')}</p></body></html>`)),
      put('大豆讲话.pdf', pdfOf([[text('大豆')]])),
      put('合.zip', zipOf({ '油菜讲话.md': text('油菜') })),
    ];
    await withSetting('library.personalFolder', 'gongwen-memory:///库', async () => {
      const { found, problems, written } = await (await gongwen()).importFiles(uris);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        found.map(({ title, category }) => [title, category]),
        ['水稻', '小麦', '玉米', '大豆', '油菜'].map((topic) => [`${topic}讲话`, '讲话致辞']),
      );
      assert.deepEqual(
        found.flatMap(({ duplicateOf }) => duplicateOf ?? []),
        [],
      );
      assert.equal(written.length, 5);
      for (const uri of written) {
        assert.equal(uri.scheme, 'gongwen-memory');
        assert.match(
          new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
          /^---\ntitle: .*讲话\n[^]*农时。/,
        );
      }
    });
  });
});
