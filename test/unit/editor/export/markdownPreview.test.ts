import assert from 'node:assert/strict';
import { extendMarkdownIt } from '../../../../src/editor/export/markdownPreview';

/** As much of markdown-it as is used: its rules see the text, its renderer makes HTML of it. */
function preview(text: string): string {
  const rules: ((state: { src: string; env: object }) => void)[] = [];
  const markdownIt = {
    core: { ruler: { push: (_: string, rule: (typeof rules)[number]) => rules.push(rule) } },
    renderer: { render: (...[tokens]: readonly [unknown, unknown, object]) => `<p>${String(tokens)}</p>` },
  };
  const { renderer } = extendMarkdownIt(markdownIt);
  const env = {};
  for (const rule of rules) rule({ src: text, env });
  return renderer.render(text, {}, env);
}

describe('the Markdown preview', () => {
  it('sets official documents in their own style', () => {
    assert.match(preview('# 关于开展检查的通知\n\n各县：'), /^<div class="gongwen-draft"><p>/);
    assert.match(preview('---\n发文字号: 青政发〔2026〕9号\n---\n\n正文'), /gongwen-draft/);
  });

  it('leaves every other text as it is', () => {
    assert.doesNotMatch(preview('# 读书笔记\n\n今天读了一本书。'), /gongwen-draft/);
    assert.doesNotMatch(preview('# Readme\n\nInstall it.'), /gongwen-draft/);
  });
});
