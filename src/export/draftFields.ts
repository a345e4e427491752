import { joinedTrimmed } from '../base/endRun';
import { isMap, parseDocument } from 'yaml';
import { parseFrontMatter } from '../library/frontMatter';
import type { ElementName } from './elementKeys';
import { elementNames, keysOf } from './elementKeys';

/** What the front matter of a draft says, every value a list of texts. */
export interface DraftFields {
  /** Values of an element; empty for none. */
  readonly list: (name: ElementName) => readonly string[];
  readonly one: (name: ElementName) => string;
  /** Every key as it is written. */
  readonly keys: readonly string[];
  /** UTF-16 offset behind the front matter. */
  readonly bodyOffset: number;
  /** Whether front matter was begun and is not closed, so that it is text. */
  readonly isUnread: boolean;
}

const unread = new RegExp(`^\\s{0,20}---[ \\t]*\\n(?:${elementNames.flatMap(keysOf).join('|')})[ \\t]*[:：]`);

/** Reads the front matter of a draft; of what YAML refuses, lines `key: value`, with either colon. @param text line ends LF */
export function draftFields(text: string): DraftFields {
  // Blank lines before it do not count.
  const lead = Math.max(0, text.search(/\S/));
  const { bodyOffset: length } = parseFrontMatter(text.slice(lead));
  const bodyOffset = length > 0 ? lead + length : 0;
  const block = text.slice(text.indexOf('\n', lead) + 1, bodyOffset).replace(/---[ \t]*\n?$/, '');
  const values = bodyOffset > 0 ? (readYaml(block) ?? readLines(block)) : new Map<string, readonly string[]>();
  const list = (name: ElementName): readonly string[] =>
    keysOf(name)
      .map((key) => values.get(key))
      .find((found) => found && found.length > 0) ?? [];
  return {
    list,
    one: (name) => list(name).join('、'),
    keys: [...values.keys()],
    bodyOffset,
    isUnread: bodyOffset === 0 && unread.test(text),
  };
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

/** A list item with a colon in it is a mapping to YAML, and a text to people. */
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(textsOf)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, one]) => [key, textsOf(one).join('、')].filter(Boolean).join(': '))
      : typeof value === 'string'
        ? [joinedTrimmed(value, ' ')].filter(Boolean)
        : [];

/** Lines `key: value` and `- item` below a key, with either colon; `[甲, 乙]` is a list. */
function readLines(block: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let items: string[] | undefined;
  for (const line of block.split('\n')) {
    const [, item] = /^[ \t]*-[ \t]+(\S.*)$/.exec(line) ?? [];
    const [, key, value = ''] = /^([^\s:：#-][^:：]{0,20})[:：](.*)$/.exec(line) ?? [];
    if (item) items?.push(unquoted(item));
    else if (key) {
      // A key that stands twice has the values of both.
      items = [...(values.get(key.trim()) ?? []), ...listed(value.trim()).map(unquoted).filter(Boolean)];
      values.set(key.trim(), items);
    }
  }
  return values;
}

const listed = (value: string): readonly string[] =>
  value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1).split(/[,，、]/) : [value];

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');
