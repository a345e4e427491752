import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, textIn, valueOf } from '../xml';
import { DocxLeftOut, isComment, isDeletion } from './docxLeftOut';
import { mathText } from './docxMath';
import { isOn } from './docxNumbering';
import type { DocxStyle } from './docxStyles';
import type { DocxNotes, NoteReference } from './docxNotes';
import { referenceOf } from './docxNotes';
import { equationText, fontOf, symbolOf, withSigns } from './docxSymbols';

/** What is in a paragraph. */
export interface Runs {
  /** A line feed for every break within; `\t` for a tab. */
  readonly text: string;
  /** Contents of text boxes, drawn shapes and diagrams that are anchored in it. */
  readonly boxes: readonly XmlElement[];
  /** Texts of word art, which are an attribute. */
  readonly wordArt: readonly string[];
  /** Whether it ends in the page of a heading: an entry of a table of contents that Word made. */
  readonly showsPage: boolean;
}

/** A field: its instruction comes first, its result after a separator. */
interface Field {
  code: string;
  inResult: boolean;
  /** What stands in its instruction as text: shown where no separator ever comes. */
  within: string;
}

/** Elements whose text is not part of the paragraph: properties, what is in another place. */
const skipped = new Set([
  'w:delInstrText',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:annotationRef',
  'w:footnoteRef',
  'w:endnoteRef',
]);

/** Reads paragraphs of one story after the other; a field may reach over several. Source: ECMA-376 part 1, 17.3.3 and 17.16. */
export class RunReader {
  readonly left = new DocxLeftOut();
  private fields: Field[] = [];
  private text = '';
  private font = '';
  private hidden = '';
  private boxes: XmlElement[] = [];
  private wordArt: string[] = [];
  private showsPage = false;

  /** @param diagram content of a diagram, by the id of its part @param notes that the text refers to */
  constructor(
    private readonly styles: ReadonlyMap<string, DocxStyle>,
    private readonly diagram: (id: string) => XmlElement | undefined,
    private readonly notes: DocxNotes,
  ) {}

  /** Whether what comes next is in the result of a field that begins with this instruction. */
  isIn(instruction: string): boolean {
    return this.fields.some(({ code, inResult }) => inResult && code.trim().toUpperCase().startsWith(instruction));
  }

  /** @param hidden whether the style of the paragraph hides its text */
  read(paragraph: XmlElement, hidden: boolean): Runs {
    [this.text, this.boxes, this.wordArt, this.showsPage] = ['', [], [], false];
    this.inside(paragraph, hidden);
    // An instruction ends with its paragraph, even where its end is missing.
    for (const field of this.fields.filter(({ inResult }) => !inResult)) this.text += field.within;
    this.fields = this.fields.filter(({ inResult }) => inResult);
    this.left.add('hidden', this.hidden);
    this.hidden = '';
    return { text: this.text, boxes: this.boxes, wordArt: this.wordArt, showsPage: this.showsPage };
  }

  private inside(element: XmlElement, hidden: boolean): void {
    for (const child of elementsOf(element)) this.element(child, hidden);
  }

  private element(element: XmlElement, hidden: boolean): void {
    const { name, attributes } = element;
    switch (name) {
      case 'w:r':
        this.font = fontOf(element);
        this.inside(element, this.isHidden(element, hidden));
        return;
      case 'w:t':
        this.add(withSigns(textIn(element).replace(/[\t\n\r]+/g, ' '), this.font), hidden);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.add('\t', hidden);
        return;
      case 'w:br':
      case 'w:cr':
        this.add('\n', hidden);
        return;
      case 'w:noBreakHyphen':
        this.add('-', hidden);
        return;
      case 'w:sym':
        this.symbol(symbolOf(attributes), hidden);
        return;
      case 'w:checkBox':
        this.add(isOn(childOf(element, 'w:checked') ?? childOf(element, 'w:default')) ? '☑' : '□', hidden);
        return;
      case 'w:instrText':
        this.instruction(textIn(element));
        return;
      case 'w:fldChar':
        this.field(attributes['w:fldCharType']);
        this.inside(element, hidden);
        return;
      case 'w:ruby':
        this.ruby(element, hidden);
        return;
      case 'm:oMath':
        this.add(mathText(element), hidden);
        return;
      case 'mc:AlternateContent':
        this.alternative(element, hidden);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(element, hidden);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
      case 'w:footnote':
      case 'w:endnote':
        this.note(referenceOf(element), hidden);
        return;
      case 'w:del':
      case 'w:moveFrom':
      case 'w:delText':
        this.deleted(element);
        return;
      case 'aml:annotation':
        if (isDeletion(element)) this.deleted(element);
        else if (isComment(element)) this.left.addElement('comment', element);
        else this.inside(element, hidden);
        return;
      default:
        if (!skipped.has(name)) this.inside(element, hidden);
    }
  }

  /** A note goes where the text goes that refers to it. */
  private note(reference: NoteReference, hidden: boolean): void {
    if (hidden) this.left.addElement('hidden', this.notes.find(reference));
    else this.add(this.notes.markOf(reference), hidden);
  }

  private deleted(element: XmlElement): void {
    this.left.addElement('deleted', element);
    for (const name of ['w:footnoteReference', 'w:endnoteReference'])
      for (const one of descendants(element, name)) this.left.addElement('deleted', this.notes.find(referenceOf(one)));
  }

  private add(text: string, hidden: boolean): void {
    const field = this.fields.find(({ inResult }) => !inResult);
    if (hidden) this.hidden += text;
    else if (field) field.within += text;
    else this.text += text;
  }

  private isHidden(run: XmlElement, inherited: boolean): boolean {
    const properties = childOf(run, 'w:rPr');
    const own = childOf(properties, 'w:vanish');
    if (own) return isOn(own);
    return this.styles.get(valueOf(properties, 'w:rStyle') ?? '')?.isHidden ?? inherited;
  }

  private field(type: string | undefined): void {
    const last = this.fields.at(-1);
    if (type === 'separate' && /^\s*PAGEREF\s+_Toc/i.test(last?.code ?? '')) this.showsPage = this.text.endsWith('\t');
    if (type === 'begin') this.fields.push({ code: '', inResult: false, within: '' });
    else if (type === 'separate' && last) last.inResult = true;
    else if (type === 'end' && last) {
      this.fields.pop();
      if (!last.inResult) this.add(equationText(last.code), false);
    }
  }

  private instruction(text: string): void {
    const field = this.fields.at(-1);
    if (field && !field.inResult) field.code += text;
  }

  /** A word and its reading above it; the reading is not part of the text. */
  private ruby(element: XmlElement, hidden: boolean): void {
    const reading = childOf(element, 'w:rt');
    this.left.addElement('pronunciation', reading);
    const base = childOf(element, 'w:rubyBase');
    if (base) this.inside(base, hidden);
  }

  /** Of the forms of one content, the first that gives something: newer ones stand first. */
  private alternative(element: XmlElement, hidden: boolean): void {
    const state = (): number =>
      this.text.length + this.boxes.length + this.wordArt.length + this.left.objects + this.left.formulas;
    const before = state();
    const forms = elementsOf(element);
    const choice = forms.find(({ name }) => name === 'mc:Choice');
    if (choice) this.inside(choice, hidden);
    const fallback = forms.find(({ name }) => name === 'mc:Fallback');
    if (fallback && state() === before) this.inside(fallback, hidden);
  }

  private drawing(element: XmlElement, hidden: boolean): void {
    if (hidden) {
      this.left.addElement('hidden', element);
      return;
    }
    const look = (within: XmlElement): void => {
      for (const child of elementsOf(within)) {
        if (child.name === 'w:txbxContent' || child.name === 'a:p') this.boxes.push(child);
        else if (child.name === 'mc:AlternateContent') this.alternative(child, hidden);
        else if (child.name === 'v:textpath') this.wordArt.push(child.attributes.string ?? '');
        else if (child.name === 'dgm:relIds') this.boxes.push(...this.diagramTexts(child.attributes['r:dm'] ?? ''));
        else if (child.name === 'c:chart') this.left.objects++;
        else if (child.name === 'o:OLEObject')
          this.left[/^(?:Equation|MathType)/i.test(child.attributes.ProgID ?? '') ? 'formulas' : 'objects']++;
        else look(child);
      }
    };
    look(element);
  }

  private diagramTexts(id: string): readonly XmlElement[] {
    const texts = descendants(this.diagram(id), 'a:p');
    if (texts.length === 0) this.left.objects++;
    return texts;
  }

  private symbol(sign: string | undefined, hidden: boolean): void {
    if (sign !== undefined) this.add(sign, hidden);
    else this.left.signs++;
  }
}
