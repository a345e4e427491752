import type { FrontMatter, Line, Removal, SourceText } from '../../../library/document';
import { visible } from '../../line';
import { isoDate } from '../../split/metadata';
import { hiddenElements } from './hiddenElements';
import type { PageLine } from './pageLines';
import { isProse, PageLines } from './pageLines';
import { pageNotes } from './pageNotes';
import { titleMatcher, titlesWithin, titleWithoutSite } from './pageTitle';
import type { PageElement } from './pageTree';
import { elementsOf, parsePage, rawText } from './pageTree';

/*
 * Reads a web page: its text without what the site puts around it. Two things must speak for leaving something out: where it
 * stands (in an element that names itself navigation, above the title, in a row of links, below the last sentence) and
 * what it looks like (short, without sentences, links). All that is left out is returned with the reason.
 */

/** Share of a line from which on it is a link. */
const linkShare = 0.8;
/** Links one after the other that are navigation wherever they stand. */
const fewestLinks = 3;
/** Text without the links, in characters, that makes a page more than a list of them. */
const leastText = 50;

/** @param name the file's name without its ending @param text of the page, decoded */
export function readHtml(text: string, name: string): SourceText {
  const page = parsePage(text);
  const stated = pageMetadata(page);
  const titles = [stated.title, pageTitle(page)].flatMap((title) => titlesWithin(title)).filter(Boolean);
  const isTitle = titleMatcher(titles);
  const reader = new PageLines(hiddenElements(page), isTitle, pageNotes(page));
  reader.read(page);
  reader.flush();
  const { lines, removed } = withoutFrame(reader.lines, titles, isTitle);
  const { source, date } = stated;
  return {
    name: stated.title || titleWithoutSite(pageTitle(page)) || name,
    front: { ...(source && { source }), ...(date && { date }) },
    lines,
    removed: [...reader.removed, ...removed],
  };
}

function pageTitle(page: PageElement): string {
  for (const element of elementsOf(page)) {
    if (element.name === 'title' && element.parent?.name !== 'svg')
      return visible(rawText(element)).replace(/\s+/g, ' ').trim();
  }
  return '';
}

/**
 * What a page says about itself.
 * Source: 政府网站发展指引 (国办发〔2017〕47号), the tags of pages: ArticleTitle, PubDate, ContentSource; og:title, ogp.me.
 */
function pageMetadata(page: PageElement): Pick<FrontMatter, 'title' | 'source' | 'date'> {
  const values = new Map<string, string>();
  for (const { name, attributes } of elementsOf(page)) {
    if (name !== 'meta') continue;
    const key = (attributes.name ?? attributes.property ?? '').toLowerCase();
    const value = visible(attributes.content ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (value && !values.has(key)) values.set(key, value.slice(0, 200));
  }
  return {
    title: values.get('articletitle') ?? titleWithoutSite(values.get('og:title') ?? ''),
    source: (values.get('contentsource') ?? '').slice(0, 40),
    date: isoDate(values.get('pubdate') ?? ''),
  };
}

const isLink = ({ links, text }: PageLine): boolean => links >= linkShare && !isProse(text);

/** Lines without navigation: what stands above the title, rows of links, and links below the text. */
function withoutFrame(
  lines: readonly PageLine[],
  titles: readonly string[],
  isTitle: (line: string) => boolean,
): { lines: readonly Line[]; removed: readonly Removal[] } {
  const { start, end } = titleLines(lines, titles, isTitle);
  const firstProse = lines.findIndex((line) => isProse(line.text) && line.links < linkShare);
  const lastProse = lines.findLastIndex((line) => isProse(line.text) && line.links < linkShare);
  const text = lines.filter((line) => !isLink(line)).reduce((sum, line) => sum + line.text.length, 0);
  const kept: Line[] = [];
  const removed: Removal[] = [];
  for (const [at, { links, ...line }] of lines.entries()) {
    const link = isLink({ ...line, links }) && at !== start && text >= leastText;
    const outside = firstProse >= 0 && (at < firstProse || at > lastProse);
    if (at < start || (link && (outside || inRow(lines, at)))) removed.push({ kind: 'footer', text: line.text });
    else if (at === start) {
      const title = lines.slice(start, end).map(({ text: part }) => part);
      kept.push({ ...line, text: title.join(''), mark: { kind: 'heading', level: 1 } });
    } else if (at >= end) kept.push(line);
  }
  return { lines: kept, removed };
}

/** Most lines that a title is broken over. */
const longestTitle = 5;

/** The lines that are the page's title: one, or those that it is broken over; `start` is -1 for none. */
function titleLines(
  lines: readonly PageLine[],
  titles: readonly string[],
  isTitle: (line: string) => boolean,
): { readonly start: number; readonly end: number } {
  const prose = lines.findIndex((line) => isProse(line.text) && line.links < linkShare);
  const head = lines.slice(0, prose < 0 ? lines.length : prose);
  const isWhole = head.some(({ text }) => isTitle(text));
  for (let start = 0; start < head.length && !isWhole; start++) {
    for (let end = start + 2; end <= Math.min(head.length, start + longestTitle); end++) {
      const joined = head.slice(start, end);
      if (joined.every(({ links }) => links < linkShare) && isTitle(joined.map(({ text }) => text).join('')))
        return { start, end };
    }
  }
  const start = titleLine(lines, titles, isTitle);
  return { start, end: start + 1 };
}

/** The line that is the page's title, with nothing but short lines above; -1 for none, and where text stands above it. */
function titleLine(lines: readonly PageLine[], titles: readonly string[], isTitle: (line: string) => boolean): number {
  const prose = lines.findIndex((line) => isProse(line.text) && line.links < linkShare);
  const head = lines.slice(0, prose < 0 ? lines.length : prose + 1);
  const isRepeated = ({ text }: PageLine): boolean => isTitle(text);
  const isMain = (line: PageLine): boolean => line.mark?.kind === 'heading' && line.mark.level === 1;
  const repeated = head.findLastIndex((line) => isRepeated(line) && isMain(line));
  if (repeated >= 0) return repeated;
  const anywhere = head.findLastIndex((line) => isRepeated(line) && line.links < linkShare);
  if (anywhere >= 0) return anywhere;
  // A heading of the first level that is alone names the page, unless it is the name of the site.
  const main = lines.filter(isMain);
  const [only] = main;
  if (main.length !== 1 || !only || only.links >= linkShare) return -1;
  return titles.some((title) => title.includes(only.text)) ? -1 : head.indexOf(only);
}

/** Whether a line is one of several links in a row. */
function inRow(lines: readonly PageLine[], at: number): boolean {
  let [from, to] = [at, at];
  while (from > 0 && at - from < fewestLinks && isLink(lines[from - 1] ?? never)) from--;
  while (to + 1 < lines.length && to - at < fewestLinks && isLink(lines[to + 1] ?? never)) to++;
  return to - from + 1 >= fewestLinks;
}

const never: PageLine = { text: '', indent: 0, blanks: 0, page: false, links: 0 };
