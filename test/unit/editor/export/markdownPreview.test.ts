import assert from 'node:assert/strict';
import { extendMarkdownIt } from '../../../../src/editor/export/markdownPreview';

class Token {
  attrs: [string, string][] | null = null;
  content = '';
  constructor(
    readonly type: string,
    readonly tag: string,
    readonly nesting: number,
  ) {}
}

/** As much of markdown-it as is used: rules see the text and its paragraphs, and tokens become elements with their attributes. */
function preview(text: string): string {
  const rules: ((state: { src: string; tokens: Token[]; Token: typeof Token }) => void)[] = [];
  extendMarkdownIt({ core: { ruler: { push: (_: string, rule: (typeof rules)[number]) => rules.push(rule) } } });
  const tokens = text.split('\n\n').flatMap((content) => {
    const inline = Object.assign(new Token('inline', '', 0), { content });
    return [new Token('paragraph_open', 'p', 1), inline, new Token('paragraph_close', 'p', -1)];
  });
  for (const rule of rules) rule({ src: text, tokens, Token });
  return tokens
    .map(({ tag, nesting, attrs, content }) => {
      const attributes = (attrs ?? []).map(([name, value]) => ` ${name}="${value}"`).join('');
      return nesting === 0 ? content : nesting > 0 ? `<${tag}${attributes}>` : `</${tag}>`;
    })
    .join('');
}

describe('the Markdown preview', () => {
  it('sets official documents in their own style', () => {
    assert.match(preview('# 关于开展检查的通知\n\n各县：'), /^<div class="gongwen-draft"><p>.*<\/p><\/div>$/s);
    assert.match(preview('---\n发文字号: 青政发〔2026〕9号\n---\n\n正文'), /gongwen-draft/);
  });

  it('sets signature and date on the right, in one paragraph or two', () => {
    const right = '<p class="gongwen-signature">';
    const title = '# 关于开展检查的通知\n\n正文。\n\n';
    assert.match(
      preview(`${title}青阳市人民政府\n\n2026年3月5日`),
      new RegExp(`正文。</p>${right}青阳市人民政府</p>${right}2026年3月5日</p>`),
    );
    assert.match(
      preview(`${title}青阳市人民政府\n2026年3月5日`),
      new RegExp(`正文。</p>${right}青阳市人民政府\n2026年`),
    );
  });

  it('leaves every other text as it is', () => {
    assert.equal(preview('# 读书笔记\n\n2026年3月5日'), '<p># 读书笔记</p><p>2026年3月5日</p>');
    assert.doesNotMatch(preview('# Readme\n\nInstall it.'), /gongwen-draft/);
  });
});
