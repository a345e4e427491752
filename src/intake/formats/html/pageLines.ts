import type { Line, LineMark, Removal, RemovalKind } from '../../../library/document';
import { linesOf, visible } from '../../line';
import type { GridCell } from '../tableGrid';
import { gridLines } from '../tableGrid';
import type { PageElement } from './pageTree';
import { elementsOf, isWithin, rawText } from './pageTree';
import { isDataTable } from './layoutTable';
import { foldSpace, lineBreak } from './foldSpace';
import type { PageNotes } from './pageNotes';

/** A line of a page, and what share of its characters are links to other pages. */
export interface PageLine extends Line {
  readonly links: number;
}

/** Elements whose text is none. */
const code = new Set('script style template head'.split(' '));
/** Elements that show something else, and their text only where that cannot be shown. */
const shows = new Set('object embed iframe canvas svg audio video'.split(' '));
/** Elements whose text is not read as part of the page. */
const controls = new Set('noscript select option datalist button textarea'.split(' '));
const pronunciation = new Set(['rt', 'rp', 'rtc']);
/** Elements that a site puts around what it shows; within an article they belong to it. */
const frames = new Set(['nav', 'header', 'footer', 'aside']);
const content = new Set(['article', 'main']);
const preformatted = new Set(['pre', 'xmp', 'listing', 'plaintext']);
/** Elements that begin and end a line. */
const blocks = new Set(
  'p div section article main body ul ol li table tbody thead tfoot tr td th caption h1 h2 h3 h4 h5 h6 blockquote pre xmp listing plaintext dl dt dd figure figcaption center address form fieldset legend header footer aside nav details summary hr'.split(
    ' ',
  ),
);

/** A list that is open, and the number of its last item; undefined for one without numbers. */
interface List {
  number: number | undefined;
}

/** A link to a file of the page's own: an attachment, not navigation. */
const isFile = (link = ''): boolean => /\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|zip|rar|txt)(?:[?#]|$)/i.test(link);

/** A sentence of a text, not a caption or a link. */
export const isProse = (text: string): boolean => text.length >= 20 && /[。；！？]/.test(text);

/** Longest text around the fields of a form that asks for words to look for, or for a password. */
const longestCaption = 20;

const isSearch = (form: PageElement): boolean =>
  rawText(form).replace(/\s/g, '').length <= longestCaption &&
  [...elementsOf(form)].some(({ name, attributes }) => name === 'input' && attributes.type !== 'hidden');

/** Whether a field of a page begins: 来源：…, 发布时间：…, 2026-03-01. */
const beginsField = (element: PageElement | string | undefined): boolean =>
  typeof element === 'object' &&
  /^\s*(?:(?:[发来时日作浏点字编责信索文稿审]\p{Script=Han}{1,5})\s?[:：]|\d{4}\s?[-年/])/u.test(rawText(element));

/** Walks through a page and collects its lines. */
export class PageLines {
  readonly lines: PageLine[] = [];
  readonly removed: Removal[] = [];
  private text = '';
  private linked = 0;
  private mark: LineMark | undefined;
  private prefix = '';
  private preformatted = 0;
  private links = 0;
  private readonly lists: List[] = [];
  private cells: string[] | undefined;

  /** @param isHidden tells elements that readers of the page do not see @param isTitle tells the page's title */
  constructor(
    private readonly isHidden: (element: PageElement) => boolean,
    private readonly isTitle: (text: string) => boolean,
    private readonly notes: PageNotes,
  ) {}

  read(element: PageElement): void {
    for (const [at, child] of element.children.entries()) {
      // Fields that the source sets one below the other are no words of one line.
      if (typeof child === 'string') this.add(!child.trim() && beginsField(element.children[at + 1]) ? ' ' : child);
      else if (!code.has(child.name)) this.readElement(child);
    }
  }

  private readElement(element: PageElement): void {
    const { name, attributes } = element;
    const kind = this.leftOut(element);
    if (kind) {
      this.leaveOut(kind, rawText(element));
      return;
    }
    const note = this.notes.texts.get(element);
    if (note !== undefined) {
      this.text += note;
      return;
    }
    if (name === 'br') {
      this.text += lineBreak;
      return;
    }
    if (name === 'table' && !this.cells && isDataTable(element)) {
      this.readTable(element);
      return;
    }
    const block = blocks.has(name) || /display\s*:\s*(?:block|table|flex|list-item)/i.test(attributes.style ?? '');
    const verbatim = preformatted.has(name) || /white-space\s*:\s*pre/i.test(attributes.style ?? '');
    const link = name === 'a' && 'href' in attributes ? !isFile(attributes.href) : name === 'a';
    if (block) this.open(element);
    if (verbatim) this.preformatted++;
    if (link) this.links++;
    this.read(element);
    if (block) this.flush();
    if (verbatim) this.preformatted--;
    if (link) this.links--;
    if (name === 'ul' || name === 'ol') this.lists.pop();
  }

  /** Why an element is no part of the text; undefined when it is. */
  private leftOut(element: PageElement): RemovalKind | undefined {
    const { name } = element;
    if (this.isHidden(element)) return 'hidden';
    if (pronunciation.has(name)) return 'pronunciation';
    if (shows.has(name)) return 'hidden';
    if (controls.has(name) || (name === 'form' && isSearch(element))) return 'footer';
    if (!frames.has(name) || (name !== 'nav' && isWithin(element, content))) return undefined;
    // Its name alone is not enough: what holds sentences or the page's own title is text.
    const lines = new PageLines(this.isHidden, this.isTitle, this.notes);
    lines.read(element);
    const kept = lines.lines.some(({ text, links, mark }) => {
      const titled = this.isTitle(text) || (name === 'header' && mark?.kind === 'heading' && mark.level === 1);
      return (isProse(text) && links < 0.5) || titled;
    });
    return kept ? undefined : 'footer';
  }

  private leaveOut(kind: RemovalKind, text: string): void {
    const whole = visible(text).replace(/\s+/g, ' ').trim();
    if (whole) this.removed.push({ kind, text: whole });
  }

  private open(element: PageElement): void {
    const { name, attributes } = element;
    this.flush();
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) this.mark = { kind: 'heading', level: Number(level) };
    if (name === 'ul') this.lists.push({ number: undefined });
    if (name === 'ol') this.lists.push({ number: (Number(attributes.start ?? 1) || 1) - 1 });
    if (name === 'li') this.openItem(Number(attributes.value));
    const note = this.notes.begins.get(element);
    if (note !== undefined) this.openNote(note);
  }

  private openItem(value: number): void {
    const list = this.lists.at(-1);
    if (list?.number === undefined) this.mark = { kind: 'item' };
    else this.prefix = `${(list.number = value || list.number + 1)}.`;
  }

  /** A note has its mark in place of a number. */
  private openNote(mark: string): void {
    [this.mark, this.prefix] = [undefined, `${mark}: `];
  }

  private add(text: string): void {
    const own = this.preformatted ? text.replace(/\n/g, lineBreak).replace(/ /g, '\u00a0') : text;
    this.text += own;
    if (this.links > 0) this.linked += own.replace(/\s/g, '').length;
  }

  /** Every row of a table of data is a line. */
  private readTable(table: PageElement): void {
    this.flush();
    const found: (readonly GridCell[])[] = [];
    const rows = (element: PageElement): void => {
      for (const child of element.children) {
        if (typeof child === 'string') this.addStray(child);
        else if (child.name === 'tr') found.push(this.readRow(child));
        else if (child.name === 'caption') this.readElement(child);
        else rows(child);
      }
    };
    rows(table);
    for (const line of gridLines(found)) this.lines.push({ ...line, links: 0 });
  }

  /** Text that a page has between the rows of a table; browsers show it above. */
  private addStray(text: string): void {
    this.add(text);
    this.flush();
  }

  private readRow(row: PageElement): readonly GridCell[] {
    const spans = row.children.flatMap((cell) => {
      if (typeof cell === 'string') return cell.trim() ? [{}] : [];
      const { colspan, rowspan } = cell.attributes;
      return [{ columns: Number(colspan ?? 1) || 1, rows: Number(rowspan ?? 1) || 1 }];
    });
    this.cells = [];
    for (const cell of row.children) {
      if (typeof cell === 'string' && !cell.trim()) continue;
      this.cells.push('');
      if (typeof cell === 'string') {
        this.cells[this.cells.length - 1] = visible(cell).replace(/\s+/g, ' ').trim();
        continue;
      }
      this.readElement(cell);
    }
    const { cells } = this;
    this.cells = undefined;
    return cells.map((text, at) => ({ text, ...spans[at] }));
  }

  /** Ends the line. Within a cell, it is part of it. */
  flush(): void {
    const { text, mark, prefix, linked } = this;
    [this.text, this.mark, this.prefix, this.linked] = ['', undefined, '', 0];
    const folded = foldSpace(mark?.kind === 'heading' ? text.replaceAll(lineBreak, '\n') : text);
    if (!visible(folded).trim()) {
      // An item may hold a paragraph.
      [this.mark, this.prefix] = [mark, prefix];
      return;
    }
    if (this.cells) {
      const last = this.cells.length - 1;
      if (last >= 0) this.cells[last] = `${this.cells[last] ?? ''} ${folded}`.trim();
      return;
    }
    const numbered = /^\s*(?:\d{1,3}[.、．)）]|[（(]\d|[一二三四五六七八九十]{1,3}、)/.test(folded);
    const links = linked / Math.max(1, folded.replace(/\s/g, '').length);
    const isNote = prefix.startsWith('[^');
    const whole = isNote
      ? prefix + folded.trim().replace(/^[.．、:：]\s?/, '')
      : (numbered ? '' : prefix) + folded.trimEnd();
    for (const [at, line] of linesOf(whole).entries()) {
      this.lines.push({ ...line, blanks: at === 0 ? 1 : line.blanks, links, ...(mark && { mark }) });
    }
  }
}
