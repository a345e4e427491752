import { genreOf } from '../../export/form';

/** What is used here of `markdown-it`, which the editor's Markdown preview hands over. */
interface MarkdownIt {
  readonly renderer: { render(tokens: unknown, options: unknown, env: unknown): string };
  readonly core: { readonly ruler: { push(name: string, rule: (state: { src: string; env: unknown }) => void): void } };
}

const elements = /^---\r?\n(?:[^\n]*\n)*?(?:文种|发文机关|发文字号|主送|签发人|成文日期)\s*[:：]/;

/** Whether a text is an official document: its front matter or the end of its title says so. */
function isOfficialDocument(text: string): boolean {
  const title = /^# +(.+?)\s*$/m.exec(text.slice(0, 4000))?.[1] ?? '';
  return elements.test(text.slice(0, 4000)) || genreOf(title) !== '';
}

/** Has official documents set in their own style in the editor's Markdown preview; others look as ever. */
export function extendMarkdownIt<T>(markdownIt: T): T {
  const { core, renderer } = markdownIt as MarkdownIt;
  const official = new WeakSet<object>();
  core.ruler.push('gongwen', ({ src, env }) => {
    if (typeof env === 'object' && env !== null && isOfficialDocument(src)) official.add(env);
  });
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env) => {
    const html = render(tokens, options, env);
    return typeof env === 'object' && env !== null && official.has(env)
      ? `<div class="gongwen-draft">${html}</div>`
      : html;
  };
  return markdownIt;
}
