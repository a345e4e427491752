import type { DraftLine } from './checks/draftText';
import { contentOf, sectionNumber } from './sectionNumber';

/** What stands behind the last section and belongs to none: closing formula, attachments, signature, date, 抄送. */
export const closing =
  /^(?:附件(?:\s?\d{0,2}$|[：:])|附[：:]|附表|抄送|特此(?:通知|通报|报告|函告|函复|请示|批复|公告|通告)|(?:妥否|当否|可否)，|以上(?:请示|报告|意见)|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)/;

/** Lines of a draft, zero-based: the first entry of a table of contents, and the first section behind it. */
export interface TableOfContents {
  readonly from: number;
  readonly to: number;
}

/**
 * The table of contents, which says the headings once before they come: from 目录 to where the number of its first entry stands
 * again, if between them is nothing but short lines.
 * @returns undefined for none
 */
export function tableOfContents(lines: readonly DraftLine[]): TableOfContents | undefined {
  const title = lines.findIndex((line) => line.isProse && /^目[\s\u3000]*[录次]$/.test(contentOf(line)));
  if (title < 0) return undefined;
  let first: { readonly at: number; readonly kind: number; readonly value: number } | undefined;
  for (const [index, line] of lines.slice(title + 1).entries()) {
    if (!line.isProse) continue;
    const at = title + 1 + index;
    const number = sectionNumber(line);
    if (first && number?.kind === first.kind && number.value === first.value) return { from: first.at, to: at };
    const content = contentOf(line);
    if (content.length > 80 || /[。；！？：]$/.test(content) || closing.test(content)) return undefined;
    if (number && !first) first = { at, ...number };
  }
  return undefined;
}

/** A line of a table of contents; an entry begins on it if a section is given, else it goes on or is blank. */
interface ContentsLine {
  readonly text: string;
  /** Line of the section that the entry names. */
  readonly line?: number;
}

/** The lines of a table of contents with its entries in the order of their sections; blank lines stay in their places. */
export function contentsInOrder(contents: readonly ContentsLine[]): readonly string[] {
  const entries: { readonly line: number; readonly texts: string[]; readonly blank: string[] }[] = [];
  for (const { text, line } of contents) {
    const last = entries.at(-1);
    if (line !== undefined) entries.push({ line, texts: [text], blank: [] });
    else if (text.trim() === '') last?.blank.push(text);
    else last?.texts.push(...last.blank.splice(0), text);
  }
  const ordered = [...entries].sort((a, b) => a.line - b.line);
  return ordered.flatMap(({ texts }, at) => [...texts, ...(entries[at]?.blank ?? [])]);
}
