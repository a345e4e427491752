import type { Block } from '../../library/document';

/** What a writer says about a clipped text. */
export interface Clip {
  /** Empty for what has none of its own. */
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly source: string;
}

/** Longest title that is made of a text, in characters. */
const longestTitle = 30;

/**
 * Reads `《标题》 讲话致辞 #推进会 #讲话 @市委办`. A title stands first, in 《》; a source runs to the next tag or the end;
 * full-width marks count, too.
 */
export function parseClip(text: string): Clip {
  const { title, after } = splitTitle(text.trimStart());
  const source = /[@＠]\s*([^#＃]*)/.exec(after)?.[1]?.trim() ?? '';
  const rest = after.replace(/[@＠][^#＃]*/, ' ');
  const tags = [...rest.matchAll(/[#＃]\s*([^\s#＃]+)/g)].map((match) => match[1] ?? '').filter(Boolean);
  const category = rest
    .replace(/[#＃]\s*[^\s#＃]+/g, ' ')
    .replace(/[\\/]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  return { title, category, tags: [...new Set(tags)], source };
}

/** What stands in 《》 at the beginning, marks within it and all. */
function splitTitle(text: string): { readonly title: string; readonly after: string } {
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '《') depth++;
    else if (character === '》') depth--;
    if (depth > 0) continue;
    const characters = [...text];
    return at === 0
      ? { title: '', after: text }
      : { title: characters.slice(1, at).join('').trim(), after: characters.slice(at + 1).join('') };
  }
  return { title: '', after: text };
}

/** A line that `parseClip` reads. */
export const writeClip = ({ title, category, tags, source }: Clip): string =>
  [title && `《${title}》`, category, ...tags.map((tag) => `#${tag}`), source && `@${source}`]
    .filter(Boolean)
    .join(' ');

/** The lines of a text that say something, without outer white space. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A line without the Markdown mark of a heading, a list or a quotation in front. */
export const withoutMark = (line: string): string => line.replace(/^(?:#{1,6}|[-*+>])\s+/, '');

/** The lines of a draft as blocks below a title; a heading that is the title already is not said twice. */
export function blocksBelow(title: string, text: string): readonly Block[] {
  const [first, ...rest] = linesOf(text).map(blockOf);
  if (!first) return [];
  return first.kind === 'heading' && first.text === title ? rest : [first, ...rest];
}

/** Markdown headings stay such, one level below the article's title at least. */
function blockOf(line: string): Block {
  const [, marks = '', text = ''] = /^(#{1,6})\s+(\S.*)$/.exec(line) ?? [];
  return marks ? { kind: 'heading', level: Math.max(1, marks.length - 1), text } : { kind: 'paragraph', text: line };
}

/** A title for a text: its first sentence, or what of it is short enough. */
export function titleOf(text: string): string {
  const [line = ''] = text.split('\n');
  const sentence = /^[^。！？；]+/.exec(line.replace(/^#+\s*/, ''))?.[0] ?? line;
  return sentence.length > longestTitle ? `${sentence.slice(0, longestTitle)}…` : sentence;
}
