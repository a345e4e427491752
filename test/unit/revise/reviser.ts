import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A person who revises a Word document the way Word writes it: under revision, or without. */

interface Atom {
  readonly text: string;
  readonly run: string;
  state: 'kept' | 'ins' | 'del';
  readonly move?: boolean;
  comment?: number;
}

export interface Paragraph {
  readonly properties: string;
  readonly style: string;
  atoms: Atom[];
  mark: Atom['state'];
  readonly isMove?: boolean;
  /** Cells of a table are not split or moved. */
  readonly isCell: boolean;
}

export interface Remark {
  readonly author: string;
  readonly text: string;
  readonly quoted: string;
}

const author = '李主任';
const stamp = `w:author="${author}" w:date="2026-03-01T09:30:00Z"`;
const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const paragraphPattern = /<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>|<w:p(?: [^>]*)?\/>/g;

/** A Word document whose paragraphs can be changed. */
export class Reviser {
  readonly remarks: Remark[] = [];
  private readonly files: Record<string, Uint8Array>;
  /** What is between paragraphs, and the paragraphs: `between[n]` stands before paragraph n. */
  private readonly between: string[] = [];
  readonly paragraphs: Paragraph[] = [];
  private readonly rest: string;
  private id = 1000;

  constructor(
    bytes: Uint8Array,
    private readonly tracks: boolean,
  ) {
    this.files = unzipSync(bytes);
    const xml = strFromU8(this.files['word/document.xml'] ?? new Uint8Array());
    let end = 0;
    for (const match of xml.matchAll(paragraphPattern)) {
      const before = xml.slice(end, match.index);
      this.between.push(before);
      const inCell = /<w:tc>(?:(?!<\/w:tc>)[\s\S])*$/.test(xml.slice(0, match.index));
      this.paragraphs.push(paragraphOf(match[1] ?? '', inCell));
      end = match.index + match[0].length;
    }
    this.rest = xml.slice(end);
  }

  /** Texts of the paragraphs after the changes; empty ones left out. */
  texts(): readonly string[] {
    const texts: string[] = [];
    let open = '';
    for (const { atoms, mark, style } of this.paragraphs) {
      open += atoms
        .map(({ text, state }) => (state === 'del' || (text === '\n' && style === 'Title') ? '' : text))
        .join('');
      if (mark === 'del') continue;
      if (open.trim()) texts.push(open.trim());
      open = '';
    }
    return texts;
  }

  insert(paragraph: Paragraph, at: number, text: string): void {
    const run = (paragraph.atoms[at - 1] ?? paragraph.atoms[at])?.run ?? '';
    paragraph.atoms.splice(at, 0, ...this.fresh(text, run));
  }

  delete(paragraph: Paragraph, from: number, to: number): void {
    if (this.tracks)
      paragraph.atoms.slice(from, to).forEach((atom) => (atom.state = atom.state === 'ins' ? 'ins' : 'del'));
    else paragraph.atoms.splice(from, to - from);
  }

  /** A paragraph after another, of its style or of the text's. */
  add(after: Paragraph, text: string): void {
    const { properties, style } = after.style.startsWith('Heading')
      ? { properties: '<w:pStyle w:val="BodyText"/>', style: 'BodyText' }
      : after;
    this.put(after, {
      properties,
      style,
      atoms: this.fresh(text, ''),
      mark: this.tracks ? 'ins' : 'kept',
      isCell: false,
    });
  }

  remove(paragraph: Paragraph): void {
    this.delete(paragraph, 0, paragraph.atoms.length);
    if (this.tracks) paragraph.mark = 'del';
    else this.take(paragraph);
  }

  move(paragraph: Paragraph, after: Paragraph): void {
    const atoms = paragraph.atoms.map((atom) => ({
      ...atom,
      state: this.tracks ? ('ins' as const) : ('kept' as const),
      move: true,
    }));
    const moved: Paragraph = { ...paragraph, atoms, mark: this.tracks ? 'ins' : 'kept', isMove: true };
    if (this.tracks) {
      const at = this.paragraphs.indexOf(paragraph);
      this.paragraphs[at] = {
        ...paragraph,
        atoms: paragraph.atoms.map((atom) => ({ ...atom, state: 'del', move: true })),
        mark: 'del',
        isMove: true,
      };
    } else this.take(paragraph);
    this.put(after, moved);
  }

  split(paragraph: Paragraph, at: number): void {
    const tail = { ...paragraph, atoms: paragraph.atoms.splice(at), mark: paragraph.mark };
    this.put(paragraph, tail);
    paragraph.mark = this.tracks ? 'ins' : 'kept';
  }

  join(paragraph: Paragraph, next: Paragraph): void {
    if (this.tracks) paragraph.mark = 'del';
    else {
      paragraph.atoms.push(...next.atoms);
      this.take(next);
    }
  }

  comment(paragraph: Paragraph, from: number, to: number, text: string): void {
    const quoted = paragraph.atoms.slice(from, to);
    for (const atom of quoted) atom.comment = this.remarks.length;
    this.remarks.push({ author, text, quoted: quoted.map((atom) => atom.text).join('') });
  }

  bytes(): Uint8Array {
    const body = this.paragraphs.map((paragraph, at) => (this.between[at] ?? '') + this.xmlOf(paragraph)).join('');
    const document = strToU8(body + this.rest);
    const files: Record<string, Uint8Array> = { ...this.files, 'word/document.xml': document };
    if (this.remarks.length > 0) {
      const comments = this.remarks.map(
        (one, id) =>
          `<w:comment w:id="${id}" ${stamp} w:initials="李"><w:p><w:r><w:t>${escape(one.text)}</w:t></w:r></w:p></w:comment>`,
      );
      files['word/comments.xml'] = strToU8(
        `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments.join('')}</w:comments>`,
      );
    }
    if (this.remarks.length > 0) {
      const add = (path: string, end: string, entry: string): void => {
        files[path] = strToU8(strFromU8(files[path] ?? new Uint8Array()).replace(end, entry + end));
      };
      const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      add(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        `<Relationship Id="rIdRemarks" Type="${office}/comments" Target="comments.xml"/>`,
      );
      add(
        '[Content_Types].xml',
        '</Types>',
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>',
      );
    }
    return zipSync(files);
  }

  private fresh(text: string, run: string): Atom[] {
    return [...text].map((one) => ({ text: one, run, state: this.tracks ? 'ins' : 'kept' }));
  }

  private put(after: Paragraph, paragraph: Paragraph): void {
    const at = this.paragraphs.indexOf(after) + 1;
    this.paragraphs.splice(at, 0, paragraph);
    this.between.splice(at, 0, '');
  }

  private take(paragraph: Paragraph): void {
    const at = this.paragraphs.indexOf(paragraph);
    this.paragraphs.splice(at, 1);
    const [before = ''] = this.between.splice(at, 1);
    this.between[at] = before + (this.between[at] ?? '');
  }

  private xmlOf({ properties, atoms, mark, isMove }: Paragraph): string {
    const markName = { kept: '', ins: isMove ? 'moveTo' : 'ins', del: isMove ? 'moveFrom' : 'del' }[mark];
    const markXml = markName ? `<w:rPr><w:${markName} w:id="${this.id++}" ${stamp}/></w:rPr>` : '';
    let xml = `<w:p><w:pPr>${properties}${markXml}</w:pPr>`;
    let comment: number | undefined;
    for (let at = 0; at < atoms.length;) {
      const first = atoms[at];
      if (!first) break;
      const other = atoms.findIndex((atom, index) => index > at && !sameRun(first, atom));
      const end = other < 0 ? atoms.length : other;
      if (first.comment !== comment) {
        if (comment !== undefined) xml += commentEnd(comment);
        if (first.comment !== undefined) xml += `<w:commentRangeStart w:id="${first.comment}"/>`;
        ({ comment } = first);
      }
      const tag = first.state === 'del' ? 'w:delText' : 'w:t';
      const inner = atoms.slice(at, end).map(({ text }) => text).join('').split(/([\t\n])/)
        .map((part) => (part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : part ? `<${tag} xml:space="preserve">${escape(part)}</${tag}>` : '')).join(''); // prettier-ignore
      const run = `<w:r>${first.run}${inner}</w:r>`;
      const name = { kept: '', ins: first.move ? 'moveTo' : 'ins', del: first.move ? 'moveFrom' : 'del' }[first.state];
      xml += name ? `<w:${name} w:id="${this.id++}" ${stamp}>${run}</w:${name}>` : run;
      at = end;
    }
    if (comment !== undefined) xml += commentEnd(comment);
    return `${xml}</w:p>`;
  }
}

const commentEnd = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

const sameRun = (one: Atom, other: Atom): boolean =>
  one.run === other.run && one.state === other.state && one.comment === other.comment && one.move === other.move;

function paragraphOf(xml: string, isCell: boolean): Paragraph {
  const properties = /<w:pPr>([\s\S]*?)<\/w:pPr>/.exec(xml)?.[1] ?? '';
  const atoms = [...xml.matchAll(/<w:r>([\s\S]*?)<\/w:r>/g)].flatMap(([, content = '']): Atom[] => {
    const run = /<w:rPr>[\s\S]*?<\/w:rPr>/.exec(content)?.[0] ?? '';
    return [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)].flatMap(([, text, other]) =>
      [...(other === 'tab' ? '\t' : other === 'br' ? '\n' : unescape(text ?? ''))].map((one): Atom => ({
        text: one,
        run,
        state: 'kept',
      })),
    );
  });
  return { properties, style: /<w:pStyle w:val="(\w+)"/.exec(properties)?.[1] ?? '', atoms, mark: 'kept', isCell };
}
