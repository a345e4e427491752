import { phraseCategory, quoteCategory } from '../../library/categories';
import type { Block, FrontMatter } from '../../library/document';

/** Headings stand below the title, which is the first level. */
const firstLevel = 2;

/** An article as the library keeps it: front matter, then Markdown. Ends in a line feed. */
export function toMarkdown(front: FrontMatter, blocks: readonly Block[]): string {
  const { title, category, tags, source, date, number, signer, recipients, attachments = [], others } = front;
  const lines = [
    `title: ${scalar(title)}`,
    ...(category ? [`category: ${scalar(category)}`] : []),
    ...(tags.length > 0 ? [`tags: [${tags.map(scalar).join(', ')}]`] : []),
    ...(source ? [`source: ${scalar(source)}`] : []),
    ...(date ? [`date: ${scalar(date)}`] : []),
    ...(number ? [`number: ${scalar(number)}`] : []),
    ...(signer ? [`signer: ${scalar(signer)}`] : []),
    ...(recipients ? [`recipients: ${scalar(recipients)}`] : []),
    ...(attachments.length > 0 ? [`attachments: [${attachments.map(scalar).join(', ')}]`] : []),
    ...(others ? [others.trimEnd()] : []),
  ];
  const listed = category === quoteCategory || category === phraseCategory;
  return `---\n${lines.join('\n')}\n---\n\n${blocksToMarkdown(listed ? blocks.map(asItem) : blocks)}`;
}

/** A YAML scalar: plain where nothing in it could mean anything, else in double quotes, which take what JSON takes. */
const scalar = (text: string): string =>
  /^[\p{Script=Han}A-Za-z《“（][\p{L}\p{N}\p{Script=Han}《》“”（）〔〕【】、，。；：！？·—…+/ ×-]*$/u.test(text) &&
  !text.endsWith(' ')
    ? text
    : /^\d{4}-\d\d-\d\d$/.test(text)
      ? text
      : JSON.stringify(text);

/** List items are what quotes and phrases are read from; a number in front is none of their words. */
const asItem = (block: Block): Block =>
  block.kind === 'paragraph' ? { kind: 'item', text: block.text.replace(/^\d{1,3}[.．、]\s*(?=\D)/, '') } : block;

/** Kinds of block that follow each other without a blank line. */
const close: ReadonlySet<Block['kind']> = new Set(['item', 'row', 'code']);

/** Blocks as Markdown, a blank line between them; items of a list, rows of a table and lines of code follow each other. */
function blocksToMarkdown(blocks: readonly Block[]): string {
  let text = '';
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    if (before) text += before.kind === block.kind && close.has(block.kind) ? '\n' : '\n\n';
    text += blockToMarkdown(block);
    if (block.kind === 'row' && before?.kind !== 'row') text += `\n${ruleBelow(block.text)}`;
  }
  return `${text}\n`;
}

function blockToMarkdown({ kind, text, level = 1 }: Block): string {
  switch (kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(level - 1 + firstLevel, 6))} ${text.replace(/(\s)(\\*#+)$/, '$1\\$2')}`;
    case 'item':
      return `- ${text}`;
    case 'row':
    case 'code':
      return text;
    case 'paragraph':
      return escaped(text);
  }
}

const ruleBelow = (row: string): string => `|${' --- |'.repeat(Math.max(1, row.split(/(?<!\\)\|/).length - 2))}`;

/** Keeps a paragraph a paragraph: a blank after its number goes, and a mark that would begin another block is escaped. */
const escaped = (text: string): string =>
  text
    .replace(/^(\d{1,9}[.)])\s+/, '$1')
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|```|~~~|<|\||(?:[-_*]\s*){3,}$|=+$)/, '\\');
