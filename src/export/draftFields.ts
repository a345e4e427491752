import { joinedTrimmed } from '../base/endRun';
import { isMap, parseDocument } from 'yaml';
import { parseFrontMatter } from '../library/frontMatter';

/** What the front matter of a draft says, every value a list of texts. */
export interface DraftFields {
  /** Values of the first of these keys that there is; empty for none. */
  readonly list: (...keys: readonly string[]) => readonly string[];
  readonly one: (...keys: readonly string[]) => string;
  /** UTF-16 offset behind the front matter. */
  readonly bodyOffset: number;
}

/** Reads the front matter of a draft; of what YAML refuses, lines `key: value`, with either colon. @param text line ends LF */
export function draftFields(text: string): DraftFields {
  const { bodyOffset } = parseFrontMatter(text);
  const block = text.slice(text.indexOf('\n') + 1, bodyOffset).replace(/---[ \t]*\n?$/, '');
  const values = bodyOffset > 0 ? (readYaml(block) ?? readLines(block)) : new Map<string, readonly string[]>();
  const list = (...keys: readonly string[]): readonly string[] =>
    keys.map((key) => values.get(key)).find((found) => found && found.length > 0) ?? [];
  return { list, one: (...keys) => list(...keys).join('、'), bodyOffset };
}

function readYaml(block: string): ReadonlyMap<string, readonly string[]> | undefined {
  try {
    // In the failsafe schema every scalar is a string: dates and numbers stay as the writer wrote them.
    const document = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
    if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
    const content = document.toJS() as Readonly<Record<string, unknown>>;
    return new Map(Object.entries(content).map(([key, value]) => [key, textsOf(value)]));
  } catch {
    return undefined;
  }
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value])
    .filter((one) => typeof one === 'string')
    .map((one) => joinedTrimmed(one, ' '))
    .filter(Boolean);

/** Lines `key: value` and `- item` below a key, with either colon; `[甲, 乙]` is a list. */
function readLines(block: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let items: string[] | undefined;
  for (const line of block.split('\n')) {
    const [, item] = /^[ \t]*-[ \t]+(\S.*)$/.exec(line) ?? [];
    const [, key, value = ''] = /^([^\s:：#-][^:：]{0,20})[:：](.*)$/.exec(line) ?? [];
    if (item) items?.push(unquoted(item));
    else if (key) values.set(key.trim(), (items = listed(value.trim()).map(unquoted).filter(Boolean)));
  }
  return values;
}

const listed = (value: string): readonly string[] =>
  value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1).split(/[,，、]/) : [value];

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');
