import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { IndexFiles } from '../../src/editor/search/indexFiles';

describe('the files in which the index is kept', () => {
  let home: string;
  let folder: string;

  beforeEach(async () => {
    home = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-test-'));
    folder = path.join(home, 'index');
  });
  afterEach(() => fs.rm(home, { recursive: true }));

  const files = (): IndexFiles => new IndexFiles(vscode.Uri.file(folder));
  const bytes = (...values: number[]): Uint8Array => Uint8Array.of(...values);

  it('give nothing before anything was kept, and then what was kept last', async () => {
    assert.equal(await files().read(), undefined);
    await files().write(bytes(1, 2, 3));
    await files().write(bytes(4, 5));
    assert.deepEqual([...((await files().read()) ?? [])], [4, 5]);
    assert.equal((await fs.readdir(folder)).length, 1);
  });

  it('are whole, whoever of several writers comes last', async () => {
    const contents = Array.from({ length: 6 }, (_, at) => new Uint8Array(300_000).fill(at + 1));
    await Promise.allSettled(contents.map((content) => files().write(content)));
    const kept = await files().read();
    assert.ok(kept);
    assert.ok(contents.some((content) => Buffer.compare(content, kept) === 0));
    assert.deepEqual(
      (await fs.readdir(folder)).filter((name) => !name.endsWith('.index')),
      [],
    );
  });

  it('do not suffer from a writer that was ended, whose scratch file goes in the end', async () => {
    await files().write(bytes(1));
    const [name = ''] = await fs.readdir(folder);
    const scratch = path.join(folder, `.${name}.abc.tmp`);
    await fs.writeFile(scratch, 'half');
    await files().write(bytes(2));
    assert.deepEqual([...((await files().read()) ?? [])], [2]);
    assert.equal((await fs.readdir(folder)).length, 2, 'it may still be written');
    const longAgo = new Date(Date.now() - 3_600_000);
    await fs.utimes(scratch, longAgo, longAgo);
    await files().write(bytes(3));
    assert.deepEqual(await fs.readdir(folder), [name]);
  });

  it('fail, and leave what is there, where nothing can be written', async () => {
    await fs.writeFile(folder, 'a file where the folder should be');
    await assert.rejects(files().write(bytes(1)));
    assert.equal(await fs.readFile(folder, 'utf8'), 'a file where the folder should be');
    await assert.rejects(files().read());
  });

  it('of other workspaces stay, but not for ever', async () => {
    await fs.mkdir(folder);
    for (let at = 0; at < 9; at++) {
      const other = path.join(folder, `other${at}.index`);
      await fs.writeFile(other, 'other');
      const then = new Date(Date.now() - (at + 1) * 1_000_000);
      await fs.utimes(other, then, then);
    }
    await files().write(bytes(1));
    const names = await fs.readdir(folder);
    assert.deepEqual(
      names.filter((name) => name.startsWith('other')).sort(),
      [0, 1, 2, 3].map((at) => `other${at}.index`),
    );
    assert.equal(names.length, 5);
  });
});
