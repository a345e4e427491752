import { isMap, isScalar, parseDocument } from 'yaml';

/** What the front matter of a file says; absent keys are undefined. */
export interface ParsedFrontMatter {
  readonly title?: string | undefined;
  readonly category?: string | undefined;
  readonly tags: readonly string[];
  readonly source?: string | undefined;
  readonly date?: string | undefined;
  /** Lines of other keys, or of those that could not be read, as they stand; absent for none. */
  readonly others?: string;
  /** UTF-16 offset at which the body begins; 0 without front matter. */
  readonly bodyOffset: number;
  /** The YAML parser's words when it could not read the block; the values are then those of plain `key: value` lines. */
  readonly error?: string;
}

/** Longest block in characters. Real ones have a few hundred; the parser's time grows with the square of the keys. */
const maximumLength = 8000;

/**
 * Reads the YAML block between `---` lines at the start of `text` (line ends LF).
 * Never throws: a block that YAML refuses, or that is not a mapping, is read line by line and its fault returned in `error`.
 * What stands between two such lines and has no line like `key: value` is no front matter but text between two rules.
 */
export function parseFrontMatter(text: string): ParsedFrontMatter {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return { tags: [], bodyOffset: 0 };
  const start = opening[0].length;
  const closing = /(?<=\n)---[ \t]*(?:\n|$)/g;
  closing.lastIndex = start;
  const end = closing.exec(text);
  if (!end || end.index - start > maximumLength) {
    const meant = /^\w+:(?:\s|$)/.test(text.slice(start, start + maximumLength));
    return { tags: [], bodyOffset: 0, ...(meant ? { error: 'front matter is not closed by ---' } : {}) };
  }
  const block = text.slice(start, end.index);
  const bodyOffset = closing.lastIndex;
  const content = readYaml(block);
  if (typeof content !== 'string') return { ...known(content.values), ...othersOf(content.others), bodyOffset };
  const meant = keyLine.test(block);
  return meant ? { ...readLines(block), bodyOffset, error: content } : { tags: [], bodyOffset: 0 };
}

/** A line that is meant as a key and its value: an English key, or the name of an element of an official document (GB/T 9704—2012, 7). */
const keyLine =
  /^[ \t]*["']?(?:\w+|份号|密级|紧急程度|发文机关(?:标志|署名)?|发文字号|签发人|主送|标题|附件|成文日期|附注|抄送|印发机关|印发日期|文种)["']?[ \t]*[:：]/m;

const othersOf = (others: string): { others?: string } => (others.trim() ? { others } : {});

const keys = ['title', 'category', 'tags', 'source', 'date'];

/** The mapping in `block` with the lines of its other keys, else what is wrong with it. */
function readYaml(block: string): { values: Map<string, unknown>; others: string } | string {
  try {
    // In the failsafe schema every scalar is a string: dates, numbers and 是/否 stay as the writer wrote them.
    const document = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
    const [error] = document.errors;
    if (error) return error.message;
    // Throws on aliases without an anchor, and on aliases that would unfold to something huge.
    const content: unknown = document.toJS() ?? {};
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      return { values: new Map(Object.entries(content)), others: otherLines(block, document.contents) };
    }
    return 'front matter is not a mapping of keys to values';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The lines of a block mapping whose keys are not read here. */
function otherLines(block: string, contents: unknown): string {
  if (!isMap(contents) || contents.flow) return '';
  const starts = contents.items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0));
  return contents.items
    .map(({ key }, at) =>
      isScalar(key) && keys.includes(String(key.value)) ? '' : block.slice(starts[at], starts[at + 1] ?? block.length),
    )
    .join('');
}

/** What YAML refuses, read as people mean it: everything behind the first colon is the value. */
function readLines(block: string): Omit<ParsedFrontMatter, 'bodyOffset'> {
  const values = new Map<string, unknown>();
  const others: string[] = [];
  for (const line of block.split('\n')) {
    const [, key = '', value = ''] = /^([a-z]+)[ \t]*[:：](.*)$/i.exec(line) ?? [];
    const plain = value.trim().replace(/^(["'])(.*?)\1?$/, '$2');
    if (!keys.includes(key) || values.has(key) || !plain || /^[[{*&!|>]/.test(key === 'tags' ? '' : plain))
      others.push(line);
    else values.set(key, key === 'tags' ? plain.replace(/^\[|\]$/g, '') : plain);
  }
  return { ...known(values), ...othersOf(others.join('\n')) };
}

const known = (values: ReadonlyMap<string, unknown>): Omit<ParsedFrontMatter, 'bodyOffset'> => ({
  title: oneLine(values.get('title')),
  category: oneLine(values.get('category')),
  source: oneLine(values.get('source')),
  date: oneLine(values.get('date')),
  tags: tagList(values.get('tags')),
});

const oneLine = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.trim().replace(/\s+/g, ' ')) || undefined;

/** `tags: [a, b]`, `tags: a` and `tags: a、b` all give a list, each tag once. */
function tagList(value: unknown): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，、;；]/) : [];
  return [...new Set(list.flatMap((tag) => oneLine(tag) ?? []))];
}
