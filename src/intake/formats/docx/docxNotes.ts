import type { XmlElement } from '../xml';
import { elementsOf } from '../xml';
import { noteMark } from '../notes';
import type { DocxPackage, DocxPart } from './docxPackage';

/** A footnote or endnote: by its number, or as Word 2003 XML has it, in place. */
export interface NoteReference {
  readonly part: 'footnotes' | 'endnotes';
  readonly id: string;
  readonly content?: XmlElement;
}

/** What a reference, or a note that stands in place, refers to. */
export const referenceOf = (element: XmlElement): NoteReference => ({
  part: element.name.startsWith('w:endnote') ? 'endnotes' : 'footnotes',
  id: element.attributes['w:id'] ?? '',
  ...(!element.name.endsWith('Reference') && { content: element }),
});

/**
 * The notes of a document, numbered through in the order in which the text refers to them: footnotes and endnotes count
 * together, as they stand together at the end of an article.
 */
export class DocxNotes {
  /** How many the text refers to that are not there. */
  missing = 0;
  /** How many of the parts with notes are damaged. */
  damaged = 0;
  private readonly parts = new Map<string, ReadonlyMap<string, XmlElement>>();
  private readonly numbers = new Map<XmlElement, number>();
  private waiting: XmlElement[] = [];

  constructor(
    private readonly files: DocxPackage | undefined,
    private readonly main: DocxPart | undefined,
  ) {}

  /** The mark that stands in the text for a note; empty where the note is missing. */
  markOf(reference: NoteReference): string {
    const element = this.find(reference);
    if (!element) {
      this.missing++;
      return '';
    }
    let number = this.numbers.get(element);
    if (number === undefined) {
      this.numbers.set(element, (number = this.numbers.size + 1));
      this.waiting.push(element);
    }
    return noteMark(number);
  }

  /** Notes that got their number since it was asked last. */
  take(): readonly XmlElement[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }

  find({ part, id, content }: NoteReference): XmlElement | undefined {
    return content ?? this.notesOf(part).get(id);
  }

  private notesOf(part: NoteReference['part']): ReadonlyMap<string, XmlElement> {
    let notes = this.parts.get(part);
    if (!notes) {
      let root: XmlElement | undefined;
      try {
        const [path] = this.files && this.main ? this.files.related(this.main, part) : [];
        root = path === undefined ? undefined : this.files?.xml(path);
      } catch {
        this.damaged++;
      }
      notes = new Map(elementsOf(root).map((one) => [one.attributes['w:id'] ?? '', one]));
      this.parts.set(part, notes);
    }
    return notes;
  }
}
