import type { BodyParagraph } from './body';
import { hasWords, textLines } from '../text/textLines';

/** A definition that only says where a link leads. */
const bareDefinition = /^\[[\x20-\x7e]*\]:[\x20-\x7e]*$/;
/** Tags around a text. */
const tagsBefore = /^(?:<[^<>]*>\s*)+/;
const tag = /^<\/?[a-z][^<>]*>$/i;

/** Cost: linear; every tag is looked at once, from the end. */
function withoutTagsBehind(text: string): string {
  let rest = text;
  for (;;) {
    const trimmed = rest.trimEnd();
    const start = trimmed.endsWith('>') ? trimmed.lastIndexOf('<') : -1;
    if (start < 0 || !tag.test(trimmed.slice(start))) return rest;
    rest = trimmed.slice(0, start).trimEnd();
  }
}

/**
 * The paragraphs of a Markdown paragraph, without tags around them. Markdown runs lines together; to a Chinese writer, a line
 * with 首行缩进 and one after a line of blanks open a paragraph.
 */
export function joinedLines(
  text: string,
  from: number,
  to: number,
  firstLine: number,
  listItem: boolean,
): readonly BodyParagraph[] {
  const groups: { offset: number; line: number; end: number; lastLine: number }[] = [];
  for (const { text: content, offset, line, indented } of textLines(text, from, to, firstLine)) {
    const group = groups.at(-1);
    const end = offset + content.length;
    if (group && !indented && line === group.lastLine + 1) Object.assign(group, { end, lastLine: line });
    else groups.push({ offset, line, end, lastLine: line });
  }
  return groups.flatMap(({ offset, line, end }) => {
    const whole = text.slice(offset, end);
    if (bareDefinition.test(whole)) return [];
    const before = tagsBefore.exec(whole)?.[0] ?? '';
    const inner = before ? withoutTagsBehind(whole.slice(before.length)) : whole;
    const lines = before.split('\n').length - 1;
    return hasWords(inner) ? [{ text: inner, offset: offset + before.length, line: line + lines, listItem }] : [];
  });
}
