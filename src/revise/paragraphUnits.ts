import { mathText } from '../intake/formats/docx/docxMath';
import { isOn } from '../intake/formats/docx/docxNumbering';
import { equationText, symbolOf } from '../intake/formats/docx/docxSymbols';
import type { XmlElement } from '../intake/formats/xml';
import { childOf, descendants, elementsOf, textIn } from '../intake/formats/xml';
import type { Reviser, Unit } from './revisedDocument';

/** What revision says of a place; undefined for what was inserted and deleted again, which is in no version. */
export type Revision = Pick<Unit, 'state' | 'by'> | undefined;

const kept: Revision = { state: 'kept', by: undefined };
const insertions = new Set(['w:ins', 'w:moveTo']);
const deletions = new Set(['w:del', 'w:moveFrom']);
const skipped = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:delInstrText', 'w:footnoteReference', 'w:endnoteReference']);

const reviserOf = ({ attributes }: XmlElement): Reviser => ({
  author: attributes['w:author'] ?? '',
  date: attributes['w:date'] ?? '',
});

/** What an element within another says: `w:ins`, `w:del`, and the two ends of a move. */
function revisionWithin(outer: Revision, element: XmlElement): Revision {
  const isInsertion = insertions.has(element.name);
  if (!outer || (!isInsertion && !deletions.has(element.name))) return outer;
  if (outer.state === 'inserted') return isInsertion ? outer : undefined;
  return { state: isInsertion ? 'inserted' : 'deleted', by: reviserOf(element) };
}

/** What the properties of the end of a paragraph, or of a row, say. */
export const revisionOf = (properties: XmlElement | undefined): Revision =>
  elementsOf(properties).reduce(revisionWithin, kept);

/**
 * Reads the characters of paragraphs, one after the other, with what revision and comments say of each. As `RunReader` of the
 * importer, which drops both. Source: ECMA-376 part 1, 17.3.3, 17.13.4, 17.13.5 and 17.16.
 */
export class ParagraphUnits {
  private units: Unit[] = [];
  private boxes: XmlElement[] = [];
  private readonly open = new Set<string>();
  private readonly seen = new Set<string>();
  private fields: { code: string; inResult: boolean }[] = [];

  /** @returns the characters of a paragraph, and the text boxes that are anchored in it */
  read(paragraph: XmlElement): { units: Unit[]; boxes: readonly XmlElement[] } {
    [this.units, this.boxes] = [[], []];
    this.inside(paragraph, kept);
    // An instruction ends with its paragraph, even where its end is missing.
    this.fields = this.fields.filter(({ inResult }) => inResult);
    return { units: this.units, boxes: this.boxes };
  }

  /** The unit that ends a paragraph; undefined where it is in no version. */
  end(revision: Revision, style: string): Unit | undefined {
    return revision && { text: '\n', ...revision, style, comments: [...this.open] };
  }

  /** Begins and ends comments; they may do so between paragraphs. @returns whether the element does */
  comment({ name, attributes }: XmlElement): boolean {
    const id = attributes['w:id'] ?? '';
    if (name === 'w:commentRangeStart') {
      this.open.add(id);
      this.seen.add(id);
    } else if (name === 'w:commentRangeEnd') this.open.delete(id);
    else if (name === 'w:commentReference') this.point(id);
    else return false;
    return true;
  }

  /** A comment on no range is one on the character before it. */
  private point(id: string): void {
    const last = this.units.at(-1);
    if (this.seen.has(id) || !last) return;
    this.units[this.units.length - 1] = { ...last, comments: [...last.comments, id] };
  }

  private inside(element: XmlElement, revision: Revision): void {
    for (const child of elementsOf(element)) this.element(child, revision);
  }

  private element(element: XmlElement, revision: Revision): void {
    const { name, attributes } = element;
    if (this.comment(element) || skipped.has(name)) return;
    switch (name) {
      case 'w:r':
        if (!isOn(childOf(childOf(element, 'w:rPr'), 'w:vanish'))) this.inside(element, revision);
        return;
      case 'w:t':
      case 'w:delText':
        return this.add(textIn(element).replace(/[\t\n\r]+/g, ' '), revision);
      case 'w:tab':
      case 'w:ptab':
        return this.add('\t', revision);
      case 'w:br':
      case 'w:cr':
        if (!/^(?:page|column)$/.test(attributes['w:type'] ?? '')) this.add('\v', revision);
        return;
      case 'w:noBreakHyphen':
        return this.add('-', revision);
      case 'w:sym':
        return this.add(symbolOf(attributes) ?? '', revision);
      case 'm:oMath':
        return this.add(mathText(element), revision);
      case 'w:ruby':
        return this.inside(childOf(element, 'w:rubyBase') ?? element, revision);
      case 'w:instrText': {
        const field = this.fields.at(-1);
        if (field && !field.inResult) field.code += textIn(element);
        return;
      }
      case 'w:fldChar':
        return this.field(attributes['w:fldCharType'], revision);
      case 'mc:AlternateContent': {
        const [choice, ...others] = elementsOf(element);
        const before = this.units.length + this.boxes.length;
        if (choice) this.inside(choice, revision);
        if (this.units.length + this.boxes.length === before) for (const one of others) this.inside(one, revision);
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.boxes.push(...descendants(element, 'w:txbxContent'));
        return;
      default:
        this.inside(element, revisionWithin(revision, element));
    }
  }

  private field(type: string | undefined, revision: Revision): void {
    const last = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ code: '', inResult: false });
    else if (type === 'separate' && last) last.inResult = true;
    else if (type === 'end' && last) {
      this.fields.pop();
      if (!last.inResult) this.add(equationText(last.code), revision);
    }
  }

  private add(text: string, revision: Revision): void {
    if (!revision || this.fields.some(({ inResult }) => !inResult)) return;
    const comments = [...this.open];
    for (let at = 0; at < text.length; at++) this.units.push({ text: text.charAt(at), ...revision, comments });
  }
}
