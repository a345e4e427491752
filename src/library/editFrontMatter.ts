import { isMap, parseDocument } from 'yaml';
import type { FrontMatter } from './document';
import type { ParsedFrontMatter } from './frontMatter';
import { parseFrontMatter } from './frontMatter';

const keys = ['title', 'category', 'tags', 'source', 'date'] as const;

/**
 * Writes values into the front matter of a file, which gets one if it has none. Other keys, comments, the order and the line
 * ends stay. An empty value removes its key.
 * @param text the whole file
 * @throws an `Error` when the front matter that is there cannot be read: nothing may be lost
 */
export function editFrontMatter(text: string, changes: Partial<FrontMatter>): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const plain = text.slice(mark.length).replaceAll('\r\n', '\n');
  const before = parseFrontMatter(plain);
  const { bodyOffset, error } = before;
  if (error !== undefined) throw new Error(error);
  const body = plain.slice(bodyOffset);
  const block = bodyOffset > 0 ? plain.slice(0, bodyOffset).replace(/^---[ \t]*\n|---[ \t]*\n?$/g, '') : '';
  // In the failsafe schema every scalar stays as the writer wrote it.
  const document = parseDocument(block || '{}', { schema: 'failsafe' });
  if (isMap(document.contents)) document.contents.flow = false;
  for (const key of keys) {
    const value = changes[key];
    if (value === undefined) continue;
    if (value.length === 0) document.delete(key);
    else document.set(key, document.createNode(value, { flow: true }));
  }
  const empty = isMap(document.contents) && document.contents.items.length === 0;
  const edited = empty ? '' : document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const front = edited ? `---\n${edited.trimEnd()}\n---\n` : '';
  const gap = front && bodyOffset === 0 && !body.startsWith('\n') ? '\n' : '';
  const written = front + gap + body;
  const after = parseFrontMatter(written);
  if (after.bodyOffset !== front.length || !isKept(before, after, changes))
    throw new Error('front matter cannot be written as it is');
  return mark + written.replaceAll('\n', lineEnd);
}

/** Whether all is there that was not to be changed: what has a tag of its own, as `!!str`, YAML does not write as it was read. */
const isKept = (before: ParsedFrontMatter, after: ParsedFrontMatter, changes: Partial<FrontMatter>): boolean =>
  after.error === undefined &&
  (before.others === undefined) === (after.others === undefined) &&
  keys.every((key) => changes[key] !== undefined || String(before[key]) === String(after[key]));
