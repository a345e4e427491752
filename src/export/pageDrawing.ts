import { breakLines } from './breakLines';
import { columnWidths } from './columnWidths';
import type { SetDraft } from './exportDraft';
import type { FlowImprint } from './flow';
import type { LayoutPage, PlacedItem } from './layout';
import { imprintHeight } from './layout';
import type { Span } from './officialDocument';
import { pitchOf, points } from './profile';
import { round, SvgPage } from './svgPage';

/** The pages of a draft as drawings: SVG, one a page, lengths in points. Nothing in them is a script or a style. */
export function drawPages(set: SetDraft): readonly string[] {
  const drawing = new PageDrawing(set);
  const pages = set.pages.map((page, at) => drawing.page(page, at + 1));
  const { imprint } = set.flow;
  if (!imprint || set.place === 'here') return pages;
  const isAfterBlank = set.place === 'afterBlank' || (set.place === 'evenPage' && set.pages.length % 2 === 0);
  if (isAfterBlank) pages.push(drawing.empty());
  pages.push(drawing.imprintPage(isAfterBlank && set.place === 'afterBlank' ? 0 : pages.length + 1));
  return pages;
}

class PageDrawing extends SvgPage {
  page({ items }: LayoutPage, number: number): string {
    const { flow, place, pages } = this.set;
    const head = number === 1 && flow.letterHead ? this.letterHead() : '';
    const imprint = flow.imprint && place === 'here' && number === pages.length ? this.imprint(flow.imprint) : '';
    const isNumbered = !(flow.isLetter && number === 1);
    return this.svg([
      head,
      ...items.map((item) => this.item(item)),
      imprint,
      isNumbered ? this.pageNumber(number) : '',
    ]);
  }

  empty(): string {
    return this.svg([]);
  }

  /** @param number 0 for a page without one */
  imprintPage(number: number): string {
    const { imprint } = this.set.flow;
    return this.svg([imprint ? this.imprint(imprint) : '', number > 0 ? this.pageNumber(number) : '']);
  }

  private item(placed: PlacedItem): string {
    const { item, line } = placed;
    const y = this.top + placed.y;
    const content =
      item.kind === 'paragraph'
        ? this.line(placed, y)
        : item.kind === 'table'
          ? this.row(item.rows[0] ?? [], placed, y)
          : item.kind === 'picture'
            ? this.picture(item, placed, y)
            : this.joint(item.kind === 'jointHead' ? item.names.map((name) => [name]) : item.rows, placed, y);
    const end = item.kind === 'jointHead' && item.end ? this.jointEnd(item.end, placed, y) : '';
    return `<g${line === undefined ? '' : ` data-line="${line}"`}>${content}${end}</g>`;
  }

  /** A line of a paragraph, its tabs put where they go. */
  private line(placed: PlacedItem, y: number): string {
    const { item, style, spans, isLast } = placed;
    if (item.kind !== 'paragraph') return '';
    const baseline = y + 0.8 * (style.pitch || style.size * 1.3);
    const align = item.align ?? style.align;
    const font = item.font ?? style.font;
    const red =
      item.redLine !== undefined && isLast ? this.rule(y + style.pitch + item.redLine, 1.5, this.set.profile.red) : '';
    const parts = splitAtTabs(spans);
    const start = this.left + placed.x;
    if (parts.length > 1) {
      const texts = parts.map((part, at) => {
        const tab = at === 0 ? undefined : item.tabs?.[at - 1];
        const x = at === 0 ? start : this.left + (tab?.at ?? 0) * this.character;
        return this.text(part, x, baseline, style, font, tab?.kind === 'right' ? 'end' : 'start');
      });
      return texts.join('') + red;
    }
    if (align === 'center') return this.text(spans, start + placed.width / 2, baseline, style, font, 'middle') + red;
    if (align === 'right') return this.text(spans, start + placed.width, baseline, style, font, 'end') + red;
    // A full line is as wide as its place, a hanging mark stands beyond it.
    return (
      this.text(spans, start, baseline, style, font, 'start', align === 'both' && !isLast ? placed.width : undefined) +
      red
    );
  }

  private row(cells: readonly string[], { item, style, height }: PlacedItem, y: number): string {
    if (item.kind !== 'table') return '';
    const widths = columnWidths(this.tableRows(item.line), this.set.profile);
    let x = this.left;
    return widths
      .map((width, at) => {
        const text = cells[at] ?? '';
        const lines = breakLines(text, { size: style.size, gap: 0, first: width - 8, width: width - 8 });
        const top = y + (height - lines.length * style.size * 1.3) / 2;
        const texts = lines.map(({ start, end }, index) =>
          this.text(
            [{ text: text.slice(start, end) }],
            x + 4,
            top + (index + 0.8) * style.size * 1.3,
            style,
            style.font,
            'start',
          ),
        );
        const box = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="#000000" stroke-width="0.5"/>`;
        x += width;
        return box + texts.join('');
      })
      .join('');
  }

  /** All rows of the table that begins on a line. */
  private tableRows(line: number | undefined): readonly (readonly string[])[] {
    const table = this.set.flow.items.find((item) => item.kind === 'table' && item.line === line);
    return table?.kind === 'table' ? table.rows : [];
  }

  private picture(
    { address, alt }: { address: string; alt: string },
    { height, style }: PlacedItem,
    y: number,
  ): string {
    const picture = this.set.pictures.get(address);
    if (!picture)
      return this.text(
        [{ text: alt || address }],
        this.left + this.width / 2,
        y + height * 0.8,
        style,
        style.font,
        'middle',
      );
    const type = picture.type === 'jpg' ? 'jpeg' : picture.type;
    const data = btoa(Array.from(picture.bytes, (byte) => String.fromCharCode(byte)).join(''));
    return `<image x="${round(this.left)}" y="${round(y)}" width="${round(this.width)}" height="${round(height)}" href="data:image/${type};base64,${data}"/>`;
  }

  private joint(rows: readonly (readonly string[])[], { style }: PlacedItem, y: number): string {
    const isHead = style.id === 'GwLetterhead';
    const columns = Math.max(...rows.map((row) => row.length));
    const widest = Math.max(...rows.flat().map((name) => name.length));
    const start = this.left + style.size * 0.1;
    return rows
      .flatMap((row, index) =>
        row.map((text, at) => {
          const baseline = y + (index + 0.8) * style.pitch;
          return isHead
            ? this.text([{ text }], start, baseline, style, style.font, 'start', widest * style.size * 1.02)
            : this.text(
                [{ text }],
                this.left + ((at + 0.5) * this.width) / columns,
                baseline,
                style,
                style.font,
                'middle',
              );
        }),
      )
      .join('');
  }

  private jointEnd(end: string, { style, height }: PlacedItem, y: number): string {
    const middle = y + height / 2 + style.size * 0.36;
    return this.text([{ text: end }], this.left + this.width, middle, style, style.font, 'end');
  }

  private letterHead(): string {
    const { letterHead } = this.set.flow;
    const style = this.styles.get('GwLetterhead');
    if (!letterHead || !style) return '';
    const y = points(this.set.profile.letterLetterheadTop) + 0.86 * style.size;
    const middle = points(this.set.profile.pageWidth) / 2;
    const [from, length] = [points((this.set.profile.pageWidth - 170) / 2), points(170)];
    const double = (at: number, first: number, second: number): string =>
      this.rule(at, first, this.set.profile.red, from, length) +
      this.rule(at + 3, second, this.set.profile.red, from, length);
    const under = y + 0.04 * style.size + points(this.set.profile.redLineGap);
    const foot = points(this.set.profile.pageHeight - 20);
    return (
      this.text(letterHead.spans, middle, y, style, style.font, 'middle') +
      double(under, 2.2, 0.8) +
      double(foot, 0.8, 2.2)
    );
  }

  private imprint(imprint: FlowImprint): string {
    const style = this.styles.get('GwImprint');
    if (!style) return '';
    const { profile } = this.set;
    const pitch = pitchOf(profile);
    const room = this.width - 2 * style.size;
    let y = this.bottom - imprintHeight(imprint, profile);
    const parts: string[] = [];
    for (const [at, { text }] of imprint.copies.entries()) {
      if (imprint.ruled) parts.push(this.rule(y, at === 0 ? 1 : 0.7));
      for (const { start, end } of breakLines(text, {
        size: style.size,
        gap: 0,
        first: room,
        width: room - 3 * style.size,
      })) {
        const x = this.left + style.size * (start === 0 ? 1 : 4);
        parts.push(this.text([{ text: text.slice(start, end) }], x, y + 0.7 * pitch, style, style.font, 'start'));
        y += pitch;
      }
    }
    if (imprint.printer || imprint.printed) {
      if (imprint.ruled) parts.push(this.rule(y, imprint.copies.length === 0 ? 1 : 0.7));
      parts.push(
        this.text([{ text: imprint.printer }], this.left + style.size, y + 0.7 * pitch, style, style.font, 'start'),
      );
      const right = this.left + this.width - style.size;
      parts.push(this.text([{ text: imprint.printed }], right, y + 0.7 * pitch, style, style.font, 'end'));
    }
    return parts.join('') + (imprint.ruled ? this.rule(this.bottom, 1) : '');
  }

  private pageNumber(number: number): string {
    const style = this.styles.get('GwPageNumber');
    const { pageNumbers, pageNumberGap } = this.set.profile;
    if (!style || pageNumbers === 'none') return '';
    const y = this.bottom + points(pageNumberGap) + 0.38 * style.size;
    const isOdd = number % 2 === 1;
    const centre = pageNumbers === 'centre';
    const x = centre
      ? this.left + this.width / 2
      : isOdd
        ? this.left + this.width - style.size
        : this.left + style.size;
    return this.text([{ text: `— ${number} —` }], x, y, style, style.font, centre ? 'middle' : isOdd ? 'end' : 'start');
  }
}

/** Spans between tabs. */
function splitAtTabs(spans: readonly Span[]): readonly (readonly Span[])[] {
  const parts: Span[][] = [[]];
  for (const span of spans) {
    for (const [at, text] of span.text.split('\t').entries()) {
      if (at > 0) parts.push([]);
      if (text) parts.at(-1)?.push({ ...span, text });
    }
  }
  return parts;
}
