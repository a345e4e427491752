import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gongwen } from '../support/gongwen';

describe('search', () => {
  it('finds passages of the shipped library, best first, with their place in the file', async () => {
    const api = await gongwen();
    assert.ok(api.articles().length >= 8);
    const hits = await api.search('科技 创新', { limit: 10 });
    assert.equal(hits.length, 10);
    for (const { text, match, uri, line } of hits) {
      const file = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.ok(file.split('\n')[line]?.includes(text.split('\n')[0] ?? '?'));
      assert.ok(match && match.start < match.end && match.end <= text.length);
    }
    const scores = hits.map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });

  it('takes pinyin initials', async () => {
    const [hit] = await (await gongwen()).search('kjcx');
    assert.match(hit?.text ?? '', /科技创新/);
  });

  it('completes a text', async () => {
    const text = '大力推进科技';
    const completions = await (await gongwen()).complete(text, text.length);
    assert.ok(completions.some(({ insertText, replaces }) => (text.slice(0, -replaces) + insertText).startsWith(text)));
  });
});
