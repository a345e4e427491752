import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Pair } from 'yaml';

/** A part of the draft: UTF-16 offsets, `end` exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A value in the front matter of a draft, one of several where it is a list. */
export interface FieldValue {
  readonly key: string;
  readonly index: number;
  readonly value: string;
  readonly range: SourceRange;
}

/** A key of the front matter with its values. */
export interface Field {
  readonly key: string;
  readonly values: readonly FieldValue[];
  /** From the key to the end of its lines. */
  readonly lines: SourceRange;
  /** Of all its values: `[a, b]`, or a scalar. */
  readonly content: SourceRange;
  readonly form: 'scalar' | 'flow' | 'block';
}

/**
 * Finds the values of the front matter in the text, as `draftFields` reads them.
 * @param text line ends LF
 * @param bodyOffset behind the front matter
 */
export function fieldsOf(text: string, bodyOffset: number): readonly Field[] {
  if (bodyOffset === 0) return [];
  const from = text.indexOf('\n', Math.max(0, text.search(/\S/))) + 1;
  const block = text.slice(from, bodyOffset).replace(/---[ \t]*\n?$/, '');
  const document = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return plainLines(block, from);
  const { items } = document.contents;
  return items.flatMap((pair, at) => fieldOf(pair, from, startOf(items[at + 1]) ?? block.length));
}

const startOf = (pair: Pair | undefined): number | undefined => (isScalar(pair?.key) ? pair.key.range?.[0] : undefined);

function fieldOf(pair: Pair, from: number, next: number): readonly Field[] {
  const { key, value } = pair;
  const start = startOf(pair);
  if (!isScalar(key) || start === undefined) return [];
  const name = String(key.value);
  const scalars = isSeq(value) ? value.items : [value];
  const values = scalars.flatMap((one, index): FieldValue[] => {
    if (!isScalar(one) || typeof one.value !== 'string' || !one.range) return [];
    const text = one.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' ');
    return text
      ? [{ key: name, index, value: text, range: { start: from + one.range[0], end: from + one.range[1] } }]
      : [];
  });
  const range = isSeq(value) || isScalar(value) ? value.range : undefined;
  if (!range) return [];
  const form = !isSeq(value) ? 'scalar' : value.flow ? 'flow' : 'block';
  const [first, last] = [values[0]?.range.start ?? from + range[0], values.at(-1)?.range.end ?? from + range[1]];
  const content = form === 'block' ? { start: first, end: last } : { start: from + range[0], end: from + range[1] };
  return [{ key: name, values, content, form, lines: { start: from + start, end: from + next } }];
}

/** Lines `key: value` of what YAML refuses, with either colon. */
function plainLines(block: string, from: number): readonly Field[] {
  return [...block.matchAll(/^([^\s:：#-][^:：\n]{0,20})[:：](.*)$/gm)].map((match): Field => {
    const [whole, key = '', rest = ''] = match;
    const value = rest.trim();
    const end = from + match.index + whole.trimEnd().length;
    const range = { start: end - value.length, end };
    const plain = value.replace(/^(["'])(.*)\1$/, '$2');
    const lines = { start: from + match.index, end: from + match.index + whole.length + 1 };
    return {
      key: key.trim(),
      values: [{ key: key.trim(), index: 0, value: plain, range }],
      lines,
      content: range,
      form: 'scalar',
    };
  });
}
