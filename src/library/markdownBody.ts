import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading } from './article';
import type { BodyParagraph, Body } from './body';
import type { MarkdownSection } from './markdownSections';
import { markdownSections } from './markdownSections';
import { headingLevel, plainTextBody } from './plainTextBody';
import type { Steps } from '../base/slices';
import { hasWords, textLines } from '../text/textLines';

/** Past this many characters a section (a paragraph without end, deep nesting) is read line by line instead. */
const longestSection = 4000;

/**
 * Official documents hold no code; indented text is text, 首行缩进 typed with spaces. A definition ([注]: …) and a block of
 * HTML hold text that a writer looks for.
 */
const options = { extensions: [{ disable: { null: ['codeIndented', 'definition', 'htmlFlow'] } }] };

/** A definition that only says where a link leads. */
const bareDefinition = /^\[[\x20-\x7e]*\]:[\x20-\x7e]*$/;
/** Tags around a text. */
const tagsBefore = /^(?:<[^<>]*>\s*)+/;
const tagsBehind = /(?:\s*<\/?[a-z][^<>]*>)+$/i;

/**
 * Finds headings and paragraphs of Markdown, a section a step.
 * @param text the whole file; positions in the result count from its start
 * @param start UTF-16 offset at which the Markdown begins (after the front matter)
 * @param firstLine zero-based line of `start`
 */
export function* markdownBody(text: string, start: number, firstLine: number): Steps<Body> {
  const body = { headings: [] as Heading[], blocks: [] as BodyParagraph[] };
  for (const section of markdownSections(text, start, firstLine)) {
    const { from, to, line } = section;
    if (section.verbatim) readLines(text, section, body);
    else if (to - from > longestSection) {
      const { headings, blocks } = yield* plainTextBody(text, from, to, line);
      for (const heading of headings) body.headings.push(heading);
      for (const block of blocks) body.blocks.push(block);
    } else {
      readSection(text, section, body);
    }
    yield;
  }
  return body.headings.length > 1 ? body : withNumberedHeadings(body);
}

/** Where at most the title is marked as a heading, paragraphs of one line are headings by their number, as in plain text. */
function withNumberedHeadings({ headings, blocks }: Body): Body {
  const above = headings[0]?.level ?? 0;
  const numbered = new Map(
    blocks
      .filter(({ text, listItem }) => !listItem && !text.includes('\n'))
      .map((block) => [block, headingLevel(block.text)] as const)
      .filter(([, level]) => level > 0),
  );
  const found = [...numbered].map(([{ text, line }, level]) => ({ text, level: above + level, line }));
  return {
    headings: [...headings, ...found].sort((a, b) => a.line - b.line),
    blocks: blocks.filter((block) => !numbered.has(block)),
  };
}

/** Every line of fenced code is a paragraph. */
function readLines(text: string, { from, to, line }: MarkdownSection, body: { blocks: BodyParagraph[] }): void {
  for (const found of textLines(text, from, to, line)) {
    if (hasWords(found.text))
      body.blocks.push({ text: found.text, offset: found.offset, line: found.line, listItem: false });
  }
}

function readSection(
  text: string,
  section: MarkdownSection,
  body: { headings: Heading[]; blocks: BodyParagraph[] },
): void {
  // The parser drops a byte order mark without counting it.
  const from = section.from + (text.charCodeAt(section.from) === 0xfeff ? 1 : 0);
  const lineOf = (node: Nodes): number => section.line + (node.position?.start.line ?? 1) - 1;
  const visit = (node: Nodes, parent?: Nodes, items = 0): void => {
    if (node.type === 'heading') {
      const heading = plainText(node).trim().replace(/\s+/g, ' ');
      if (heading) body.headings.push({ text: heading, level: node.depth, line: lineOf(node) });
    } else if (node.type === 'paragraph') {
      // An item's further paragraphs explain it: they are no quotes or phrases themselves.
      const listItem = parent?.type === 'listItem' && parent.children[0] === node;
      if (hasWords(plainText(node))) {
        const start = from + (node.position?.start.offset ?? 0);
        const end = from + (node.position?.end.offset ?? 0);
        const found = paragraphs(text, start, end, lineOf(node), listItem);
        body.blocks.push(...(items > 1 ? found.map((block) => ({ ...block, nested: true })) : found));
      }
    } else if ('children' in node) {
      for (const child of node.children) visit(child, node, items + Number(node.type === 'listItem'));
    }
  };
  visit(fromMarkdown(text.slice(from, section.to), options));
}

/** Markdown runs lines together; to a Chinese writer, a line with 首行缩进 and one after a line of blanks open a paragraph. */
function paragraphs(
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
    const inner = before ? whole.slice(before.length).replace(tagsBehind, '') : whole;
    const lines = before.split('\n').length - 1;
    return hasWords(inner) ? [{ text: inner, offset: offset + before.length, line: line + lines, listItem }] : [];
  });
}

/** Text without marks; of images what they are said to show, and nothing of tags. */
function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
