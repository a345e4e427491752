import { joinedTrimmed, withoutEnd } from '../../base/endRun';
import { skeletonOf } from '../../text/characters';
import { knownCategories } from '../../library/categories';
import type { Line } from '../../library/document';

/** An article that a table of contents promises. */
export interface ContentsEntry {
  readonly title: string;
  readonly category: string;
}

/** A table of contents and the lines that it takes. */
export interface Contents {
  readonly entries: readonly ContentsEntry[];
  readonly categories: readonly string[];
  /** First line, the word 目录 included. */
  readonly start: number;
  /** Line after the last. */
  readonly end: number;
  /** Whether it says that it is one. */
  readonly named: boolean;
  /** Whether it lists the sections of one document on two levels: 一、活动背景, 二、活动安排, 1.出行, 2.报名. */
  readonly sections: boolean;
}

/** A table of contents begins within so many lines, and is at most so long. */
const searchedLines = 200;
const longestContents = 400;
/** Lines without leader dots between two with: the halves of a broken title, headings of categories. */
const longestGap = 3;
const longestTitle = 60;

const heading = /^(?:目\s*录|目\s*次|contents)\s*[:：]?$/i;
/**
 * Dots that lead to a page number, as every program damages them in its own way. Many dots are a leader even where the number
 * was lost; as few as an ellipsis has (……, ......) only where a number follows and the line ends.
 */
const leader =
  /(?:[.．。·•‥_]\s?){9,}|(?:[…⋯]\s?){3,}[.．。·•]*|(?:[.．。…·•⋯‥_]\s?){2,8}(?=\d{1,4}\s*$)|\t{1,8}(?=\d{1,4}(?:\D|$))|\s{3,40}(?=\d{1,4}$)/m;

/** Dots and a page that is written in another way than with digits alone: - 3 -, （3）, 第3页, P3, IV. */
const dressedPage =
  /([.．。·•‥_…⋯\t]|\s{3})\s{0,9}(?:[-—–－(（〔[]\s?(\d{1,4})\s?[-—–－)）〕\]]|第\s?(\d{1,4})\s?页|[Pp]\.?\s?(\d{1,4})|([ivxIVX]{1,5}|[Ⅰ-ⅻ]{1,2}))$/;
const longLeader = '.'.repeat(9);

/** A line with its page in digits; one in Roman numerals goes, and leaves dots enough to tell a leader without one. */
const withPlainPage = (text: string): string =>
  text.length > 3 * longestTitle
    ? text
    : text.replace(dressedPage, (_, dots: string, ...pages: (string | undefined)[]) =>
        pages[3] === undefined ? dots + (pages.slice(0, 3).find(Boolean) ?? '') : longLeader,
      );

/** Whether a line is an entry, or several that lost their line breaks: a leader, and before it no sentence. */
function isEntryLine(text: string): boolean {
  const found = leader.exec(text);
  return found !== null && found.index <= 2 * longestTitle && !/[。！？；]/.test(text.slice(0, found.index));
}

/** Finds the table of contents at the beginning of a file: with leader dots, or a plain list of titles below 目录. */
export function findContents(lines: readonly Line[]): Contents | undefined {
  const searched = lines.slice(0, searchedLines).map((line) => ({ ...line, text: withPlainPage(line.text) }));
  const word = searched.findIndex(({ text }) => heading.test(text));
  const fused = searched.findIndex(({ text }) => /^目\s*录.{4,}/.test(text) && isEntryLine(text));
  const dotted = searched.findIndex(({ text }) => isEntryLine(text));
  const start = word >= 0 ? word : fused >= 0 ? fused : dotted;
  if (start < 0) return undefined;
  const first = word >= 0 ? start + 1 : start;
  const texts = lines.slice(first, first + longestContents).map(({ text }) => withPlainPage(text));
  const end = lastDotted(texts);
  if (end >= 0) {
    const region = texts
      .slice(0, end + 1)
      .join('\n')
      .replace(/^目\s*录\s*[:：]?/, '');
    const contents = entriesOf(region);
    return contents.entries.length >= 2
      ? { ...contents, start, end: first + end + 1, named: word >= 0 || fused >= 0 }
      : undefined;
  }
  return word >= 0 ? plainContents(texts, start, first) : undefined;
}

function lastDotted(texts: readonly string[]): number {
  let last = -1;
  for (let at = 0; at < texts.length && at - last <= longestGap + 1; at++) if (isEntryLine(texts[at] ?? '')) last = at;
  return last;
}

/** Reads the text of a table of contents with leader dots, line breaks lost or in the wrong places. */
function entriesOf(region: string): Pick<Contents, 'entries' | 'categories' | 'sections'> {
  const entries: ContentsEntry[] = [];
  const categories: string[] = [];
  let category = '';
  let page = 0;
  let rest = region;
  for (let found = leader.exec(rest); found; found = leader.exec(rest)) {
    const before = takeCategories(rest.slice(0, found.index), (name) => categories.push((category = name)));
    rest = rest.slice(found.index + found[0].length).replace(/^[.．。…·•⋯‥_\s]+/, '');
    const number = pageNumber(rest, page);
    page = number ? Number(number) : page;
    rest = rest.slice(number.length);
    const title = cleanTitle(before);
    if (title.length >= 2 && title.length <= longestTitle) entries.push({ title, category });
  }
  // Entries that lost their dots stand at the end, below the last category.
  for (const line of takeCategories(rest, (name) => categories.push((category = name))).split('\n')) {
    const title = cleanTitle(line);
    if (title.length >= 4 && title.length <= longestTitle && category) entries.push({ title, category });
  }
  return unnumbered(entries, categories);
}

/** `一、理论文章` on a line of its own, or before an entry when it names a category that everybody uses. */
function takeCategories(text: string, take: (name: string) => void): string {
  let rest = text.trim();
  for (;;) {
    const line = /^[一二三四五六七八九十]{1,3}[、.．]\s*([^\n]{2,14})\n/.exec(`${rest}\n`);
    const known = /^[一二三四五六七八九十]{1,3}[、.．]\s*(\p{Script=Han}{4}|\p{Script=Han}{2})/u.exec(rest);
    const isKnown = known !== null && knownCategories.has(known[1] ?? '');
    if (line && (rest.includes('\n') || isKnown)) {
      take((line[1] ?? '').trim());
      rest = rest.slice(line[0].length).trim();
    } else if (known && isKnown) {
      take(known[1] ?? '');
      rest = rest.slice(known[0].length).trim();
    } else return rest;
  }
}

/** The page number that `text` begins with: pages count up, so digits past that belong to the next title (2024年…). */
function pageNumber(text: string, last: number): string {
  const digits = /^\d{1,8}/.exec(text)?.[0] ?? '';
  for (let length = Math.min(4, digits.length); length > 0; length--) {
    const value = Number(digits.slice(0, length));
    if (value >= last && value <= last + 300) {
      // A year is never cut in two.
      if (length < digits.length && digits.length - length !== 4 && text.slice(digits.length).startsWith('年'))
        continue;
      return digits.slice(0, length);
    }
  }
  return '';
}

const cleanTitle = (text: string): string =>
  withoutEnd(joinedTrimmed(text.slice(0, 200)).replace(/^[-—·•◆●\s]+/, ''), /[\s.．…·]/);

/** Where articles are numbered 1. 2. 3. or 一、二、三、 throughout, the numbers are no part of their titles. */
function unnumbered(
  entries: readonly ContentsEntry[],
  categories: readonly string[],
): Pick<Contents, 'entries' | 'categories' | 'sections'> {
  const number = /^(?:\d{1,3}[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*(?=\D)/;
  const all = entries.length > 0 && entries.every(({ title }) => number.test(title));
  const named = all ? entries.map(({ title, category }) => ({ title: title.replace(number, ''), category })) : entries;
  return { entries: named, categories, sections: all && hasTwoLevels(entries) };
}

/** Whether 一、 and 二、 stand one after the other, as sections without parts do, and others have parts 1. or （一）. */
function hasTwoLevels(entries: readonly ContentsEntry[]): boolean {
  const first = /^[一二三四五六七八九十]{1,3}、/;
  const isFirst = entries.map(({ title }) => first.test(title));
  const rows = isFirst.filter((one, at) => one && isFirst[at + 1]).length;
  const isCategory = ({ title }: ContentsEntry): boolean => knownCategories.has(title.replace(first, '').trim());
  return rows >= 2 && isFirst.includes(false) && !entries.some(isCategory);
}

/** A page in brackets, as people type it: 关于…的讲话（3）. */
const bracketedPage = /\s{0,4}[（(]\d{1,4}[）)]$/;

/** A list without dots: it ends where one of its titles comes again, as the title of an article. */
function plainContents(texts: readonly string[], start: number, first: number): Contents | undefined {
  const seen = new Map<string, number>();
  let end = -1;
  for (const [at, text] of texts.entries()) {
    const title = text.replace(/^(?:\d{1,3}[.．、]|[一二三四五六七八九十]{1,3}、)\s*/, '');
    const key = skeletonOf(title.replace(bracketedPage, ''));
    if (text.length > longestTitle || /[。；]/.test(text)) break;
    if (key.length >= 4 && seen.has(key) && at >= 2) {
      end = at;
      break;
    }
    seen.set(key, at);
  }
  if (end < 0) return undefined;
  const titles = texts.slice(0, end);
  const categories: string[] = [];
  const entries: ContentsEntry[] = [];
  let category = '';
  for (const [at, text] of titles.entries()) {
    const numbered = /^[一二三四五六七八九十]{1,3}[、.．]\s*(.{2,14})$/.exec(text)?.[1];
    const next = titles[at + 1];
    const groups = numbered !== undefined && next !== undefined && !/^[一二三四五六七八九十]{1,3}[、.．]/.test(next);
    if (numbered !== undefined && (groups || knownCategories.has(numbered))) categories.push((category = numbered));
    else entries.push({ title: cleanTitle(text.replace(bracketedPage, '')), category });
  }
  return entries.length >= 2 ? { ...unnumbered(entries, categories), start, end: first + end, named: true } : undefined;
}
