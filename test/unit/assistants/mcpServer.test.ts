import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tools } from '../../../src/assistants/tools';
import { libraryFolder } from './libraryFolder';

describe('MCP server over standard input and output', () => {
  const { folder, remove } = libraryFolder();
  const args = ['--import', 'tsx', 'src/mcp/mcpServer.ts', '--no-builtin'];
  const client = new Client({ name: 'test', version: '1' });

  const call = async (name: string, input: unknown): Promise<{ readonly failed: boolean; readonly text: string }> => {
    const { content, isError } = await client.callTool({ name, arguments: input as Record<string, unknown> });
    const [first] = content as { type: string; text: string }[];
    assert.equal(first?.type, 'text');
    return { failed: isError === true, text: first?.text ?? '' };
  };

  before(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [...args, folder] })));
  after(async () => {
    await client.close();
    remove();
  });

  it('lists every tool, each as one that only reads', async () => {
    const { tools: listed } = await client.listTools();
    assert.deepEqual(
      listed.map(({ name }) => name),
      tools.map(({ name }) => name),
    );
    assert.ok(listed.every(({ annotations }) => annotations?.readOnlyHint));
  });

  it('answers every tool', async () => {
    const found = await call('gongwen_search', { query: '数字政府' });
    assert.equal(found.failed, false);
    const { passages } = JSON.parse(found.text) as { passages: { article: string }[] };
    assert.equal(passages.length, 1);
    assert.match((await call('gongwen_read', { article: passages[0]?.article })).text, /推动政务服务提质增效/);
    assert.match((await call('gongwen_check', { text: '请各单位于20XX年前报送。' })).text, /20XX/);
    assert.deepEqual(JSON.parse((await call('gongwen_skeleton', {})).text), { genres: [] });
  });

  it('answers malformed calls with errors, and goes on', async () => {
    const malformed: readonly (readonly [string, unknown])[] = [
      ['gongwen_search', { query: '' }],
      ['gongwen_search', { query: ['科技'] }],
      ['gongwen_read', {}],
      ['gongwen_check', { text: 3, more: true }],
      ['gongwen_skeleton', { genre: {} }],
      ['rm', { path: '/' }],
    ];
    for (const [name, input] of malformed) assert.equal((await call(name, input)).failed, true, name);
    await assert.rejects(client.callTool({ name: 'gongwen_search', arguments: 'text' as never }));
    assert.equal((await call('gongwen_search', { query: '数字政府' })).failed, false);
  });

  it('finds what was written and no longer what was deleted since', async () => {
    const file = `${folder}/讲话致辞/新的讲话.md`;
    const passages = async (): Promise<number> =>
      (JSON.parse((await call('gongwen_search', { query: '"万象更新之际"' })).text) as { passages: unknown[] }).passages
        .length;
    const until = async (wanted: number): Promise<void> => {
      const end = Date.now() + 20_000;
      while ((await passages()) !== wanted) {
        assert.ok(Date.now() < end, `no ${wanted} passages`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    assert.equal(await passages(), 0);
    fs.writeFileSync(file, '万象更新之际，谨致问候。\n');
    await until(1);
    fs.rmSync(file);
    await until(0);
  });

  it('says what is wrong with its arguments', () => {
    const { status, stderr } = spawnSync(process.execPath, [...args, '/nowhere/at/all'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /no folder .*nowhere/);
  });
});
