import { Parser } from 'htmlparser2';
import type { Line, LineMark, SourceText } from '../../library/document';
import { linesOf, visible } from '../line';
import { tableRow } from './tableRow';

/** Elements without text for readers. */
const silent = new Set(
  'script style noscript template iframe svg math head nav header footer aside form button select textarea'.split(' '),
);
/** Elements that begin and end a line. */
const blocks = new Set(
  'p div section article main body ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd figure figcaption center address'.split(
    ' ',
  ),
);

/** A list that is open, and the number of its last item; undefined for one without numbers. */
interface List {
  number: number | undefined;
}

/** Collects lines while the parser walks through a page. */
class PageLines {
  readonly lines: Line[] = [];
  title = '';
  private text = '';
  private mark: LineMark | undefined;
  private prefix = '';
  private skipped = 0;
  private inTitle = false;
  private readonly lists: List[] = [];
  private cells: string[] | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'title') this.inTitle = true;
    if (silent.has(name) || 'hidden' in attributes) this.skipped++;
    if (this.skipped > 0) {
      return;
    }
    if (name === 'br') this.text += '\n';
    if (name === 'td' || name === 'th') {
      this.flush();
      this.cells ??= [];
      this.cells.push('');
    }
    if (!blocks.has(name)) return;
    this.flush();
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) this.mark = { kind: 'heading', level: Number(level) };
    if (name === 'ul') this.lists.push({ number: undefined });
    if (name === 'ol') this.lists.push({ number: Number(attributes.start ?? 1) - 1 });
    if (name === 'li') this.openItem();
  }

  private openItem(): void {
    const list = this.lists.at(-1);
    if (list?.number === undefined) this.mark = { kind: 'item' };
    else this.prefix = `${++list.number}.`;
  }

  add(text: string): void {
    if (this.inTitle) this.title += text;
    else if (this.skipped === 0) this.text += text.replace(/[\t\n\r ]+/g, ' ');
  }

  close(name: string, attributes: { readonly hidden: boolean }): void {
    if (name === 'title') this.inTitle = false;
    if (this.skipped > 0) {
      if (silent.has(name) || attributes.hidden) this.skipped--;
      return;
    }
    if (!blocks.has(name) && name !== 'td' && name !== 'th') return;
    this.flush();
    if (name === 'ul' || name === 'ol') this.lists.pop();
    if (name === 'tr' && this.cells) {
      if (this.cells.some(Boolean)) this.lines.push(tableRow(this.cells));
      this.cells = undefined;
    }
  }

  /** Ends the line. Within a cell, it is part of it. */
  flush(): void {
    const { text, mark, prefix } = this;
    [this.text, this.mark, this.prefix] = ['', undefined, ''];
    if (!visible(text).trim()) {
      // An item may hold a paragraph.
      [this.mark, this.prefix] = [mark, prefix];
      return;
    }
    if (this.cells) {
      const last = this.cells.length - 1;
      if (last >= 0) this.cells[last] = `${this.cells[last] ?? ''} ${text}`.trim();
      return;
    }
    for (const [at, line] of linesOf(prefix + text.trimEnd()).entries()) {
      this.lines.push({ ...line, blanks: at === 0 ? 1 : line.blanks, ...(mark && { mark }) });
    }
  }
}

/** Reads a web page: its text without navigation, header and footer. @param name the file's name without its ending */
export function readHtml(text: string, name: string): SourceText {
  const page = new PageLines();
  const hidden: boolean[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        hidden.push('hidden' in attributes);
        page.open(tag, attributes);
      },
      ontext: (part) => page.add(part),
      onclosetag: (tag) => page.close(tag, { hidden: hidden.pop() ?? false }),
    },
    { decodeEntities: true },
  );
  parser.end(text);
  page.flush();
  // What stands after the last dash is the site's name.
  const title = visible(page.title)
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .trim()
    .replace(/\s*[-_|—–][^-_|—–]{2,20}$/, '')
    .trim();
  return { name: title || name, lines: page.lines };
}
