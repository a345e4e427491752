import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading } from './article';
import type { BodyParagraph, Body } from './body';
import { joinedLines } from './joinedLines';
import type { MarkdownSection } from './markdownSections';
import { markdownSections } from './markdownSections';
import { plainMarkdown } from './plainMarkdown';
import { headingLevel, plainTextBody } from './plainTextBody';
import type { Steps } from '../base/slices';
import { hasWords, textLines } from '../text/textLines';

/** Past this many characters a section (a paragraph without end) is read line by line instead. */
const longestSection = 4000;
/**
 * Lists and quotes within each other on one line; deeper, the parser takes seconds for a line, and more stack than there is. A line
 * of one mark only is a rule.
 */
const tooDeep = /^(?![ \t]*([-*])(?:[ \t]*\1)+[ \t]*$)(?:[ \t]{0,8}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))){20}/m;

/**
 * Official documents hold no code; indented text is text, 首行缩进 typed with spaces. A definition ([注]: …) and a block of
 * HTML hold text that a writer looks for.
 */
const options = { extensions: [{ disable: { null: ['codeIndented', 'definition', 'htmlFlow'] } }] };

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
    else if (to - from > longestSection || tooDeep.test(text.slice(from, to))) {
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

/** What headings and paragraphs are collected in. */
interface Collected {
  readonly headings: Heading[];
  readonly blocks: BodyParagraph[];
}

function readSection(text: string, section: MarkdownSection, body: Collected): void {
  const plain = plainMarkdown(text, section);
  if (!plain) {
    readWithParser(text, section, body);
    return;
  }
  body.headings.push(...plain.headings);
  body.blocks.push(...plain.blocks);
}

/** Reads a section with `mdast-util-from-markdown`, whatever it has. */
export function readWithParser(text: string, section: MarkdownSection, body: Collected): void {
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
        const found = joinedLines(text, start, end, lineOf(node), listItem);
        body.blocks.push(...(items > 1 ? found.map((block) => ({ ...block, nested: true })) : found));
      }
    } else if ('children' in node) {
      for (const child of node.children) visit(child, node, items + Number(node.type === 'listItem'));
    }
  };
  visit(fromMarkdown(text.slice(from, section.to), options));
}

/** Text without marks; of images what they are said to show, and nothing of tags. */
function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
