import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';

describe('installation of the MCP server', () => {
  it('runs with the program that runs the extension, and answers from what ships', async () => {
    const extension = vscode.extensions.getExtension('gongwen.gongwen-library');
    const server = new StdioClientTransport({
      command: process.execPath,
      args: [join(extension?.extensionPath ?? '', 'dist/mcpServer.js')],
      env: { ELECTRON_RUN_AS_NODE: '1', HOME: '/nowhere' },
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(server);
    try {
      const answer = await client.callTool({ name: 'gongwen_search', arguments: { query: '科技创新 高质量发展' } });
      const [first] = answer.content as { text: string }[];
      const { passages } = JSON.parse(first?.text ?? '') as { passages: { title: string; link: string }[] };
      assert.equal(passages.length, 8);
      assert.match(passages[0]?.link ?? '', /^file:.*corpus/);
      const skeletons = await client.callTool({ name: 'gongwen_skeleton', arguments: { genre: '实施方案' } });
      assert.ok(!skeletons.isError);
    } finally {
      await client.close();
    }
  });
});
