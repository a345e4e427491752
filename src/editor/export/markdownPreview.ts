import { genreOf } from '../../export/form';
import { readDate } from '../../export/draftDates';
import { isSignature } from '../../export/readTail';

/** Of a token that is used here: of text, its characters; attributes become those of the element. */
interface Token {
  readonly type: string;
  readonly content: string;
  attrs: [string, string][] | null;
}

/** What is used here of `markdown-it`, which the editor's Markdown preview hands over. */
interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: MarkdownState) => void): void } };
}

interface MarkdownState {
  readonly src: string;
  readonly tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: 1 | 0 | -1) => Token;
}

const elements = /^---\r?\n(?:[^\n]*\n)*?(?:文种|发文机关|发文字号|主送|签发人|成文日期)\s*[:：]/;

/** Whether a text is an official document: its front matter or the end of its title says so. */
function isOfficialDocument(text: string): boolean {
  const title = /^# +(\S.*)$/m.exec(text.slice(0, 4000))?.[1]?.trim() ?? '';
  return elements.test(text.slice(0, 4000)) || genreOf(title) !== '';
}

/**
 * Has official documents set in their own style in the editor's Markdown preview; others look as ever. The mark is among the tokens:
 * the editor parses with one environment and renders with another.
 */
export function extendMarkdownIt<T>(markdownIt: T): T {
  const { core } = markdownIt as MarkdownIt;
  core.ruler.push('gongwen', ({ src, tokens, Token }) => {
    if (!isOfficialDocument(src)) return;
    markSignatures(tokens);
    const open = new Token('gongwen_open', 'div', 1);
    open.attrs = [['class', 'gongwen-draft']];
    tokens.unshift(open);
    tokens.push(new Token('gongwen_close', 'div', -1));
  });
  return markdownIt;
}

/** 成文日期, and 署名 right above it or in the line before, stand on the right. */
function markSignatures(tokens: readonly Token[]): void {
  const paragraphs = tokens.flatMap((token, at) => {
    const text = tokens[at + 1];
    return token.type === 'paragraph_open' && text?.type === 'inline'
      ? [{ token, lines: text.content.split('\n') }]
      : [];
  });
  for (const [at, { token, lines }] of paragraphs.entries()) {
    const date = lines.at(-1)?.trim() ?? '';
    if (readDate(date) === undefined || !lines.slice(0, -1).every(isSignature)) continue;
    token.attrs = [...(token.attrs ?? []), ['class', 'gongwen-signature']];
    const above = paragraphs[at - 1];
    if (lines.length === 1 && above?.lines.every(isSignature))
      above.token.attrs = [...(above.token.attrs ?? []), ['class', 'gongwen-signature']];
  }
}
