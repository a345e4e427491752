import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gongwen, until, withSetting } from '../support/gongwen';

async function ask<T>(name: string, input: object): Promise<T> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [first] = content;
  assert.ok(first instanceof vscode.LanguageModelTextPart);
  return JSON.parse(first.value) as T;
}

describe('tools for language models', () => {
  before(gongwen);

  const search = (): Promise<unknown> => ask('gongwen_search', { query: '科技创新' });
  const answers = (): Promise<boolean> =>
    search().then(
      () => true,
      () => false,
    );

  it('answer nothing unless the user wants them', () => assert.rejects(search));

  it('answer from the library, and are gone when they are no longer wanted', async () => {
    await withSetting('assistants.offer', 'tools', async () => {
      await until('the tools answer', answers);
      const { passages } = await ask<{ passages: { article: string; title: string; text: string }[] }>(
        'gongwen_search',
        {
          query: '科技创新 高质量发展',
          limit: 3,
        },
      );
      assert.equal(passages.length, 3);
      const [first] = passages;
      assert.ok(first?.text.includes('科技'));
      const { title, text } = await ask<{ title: string; text: string }>('gongwen_read', { article: first?.article });
      assert.equal(title, first?.title);
      assert.ok(text.length > 100);
      const { findings } = await ask<{ findings: { found: string }[] }>('gongwen_check', {
        text: '# 通知\n\n请各单位于20XX年前报送。\n',
      });
      assert.ok(findings.some(({ found }) => found.includes('20XX')));
      const { genres } = await ask<{ genres: { name: string }[] }>('gongwen_skeleton', {});
      assert.ok(genres.length > 50);
      await assert.rejects(ask('gongwen_read', { article: '没有的文章' }));
    });
    await until('the tools are gone', async () => !(await answers()));
  });
});
