import type { RemovalKind } from '../../../library/document';
import { LeftOut } from '../leftOut';
import type { XmlElement } from '../xml';
import { descendants, elementsOf } from '../xml';

/** Elements whose text is not the document's, and why. */
const reasons: Readonly<Record<string, RemovalKind>> = {
  'text:tracked-changes': 'deleted',
  'office:annotation': 'comment',
  'text:ruby-text': 'pronunciation',
  'text:hidden-text': 'hidden',
};

const blocks = new Set(['text:p', 'text:h']);

/** What a reader of OpenDocument texts does not take into the text. */
export class OdtLeftOut extends LeftOut {
  /** Styles of text that is hidden. */
  private readonly hidden = new Set<string>();

  /** @param roots where styles are defined; headers and footers stand there, too, and are listed */
  constructor(roots: readonly (XmlElement | undefined)[]) {
    super();
    for (const root of roots) {
      for (const style of descendants(root, 'style:style')) {
        const isHidden = descendants(style, 'style:text-properties').some(
          ({ attributes }) => attributes['text:display'] === 'none',
        );
        if (isHidden) this.hidden.add(style.attributes['style:name'] ?? '');
      }
      for (const page of descendants(root, 'style:master-page')) {
        for (const part of elementsOf(page)) {
          if (/^style:(?:header|footer)/.test(part.name)) this.addElement('runningHead', part);
        }
      }
    }
  }

  /** Lists the text of an element paragraph by paragraph, if it is no part of the document's. @returns whether it is none */
  takes(element: XmlElement): boolean {
    const style = element.attributes['text:style-name'];
    const kind = reasons[element.name] ?? (style !== undefined && this.hidden.has(style) ? 'hidden' : undefined);
    if (kind) this.addElement(kind, element);
    return kind !== undefined;
  }

  private addElement(kind: RemovalKind, element: XmlElement): void {
    const paragraphs = blocks.has(element.name) ? [] : paragraphsIn(element);
    for (const one of paragraphs.length > 0 ? paragraphs : [element]) this.add(kind, textOf(one));
  }
}

const paragraphsIn = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (blocks.has(child.name) ? [child] : paragraphsIn(child)));

/** Text at any depth; who made a change and when is none. */
const textOf = ({ name, content }: XmlElement): string =>
  name === 'office:change-info' || name === 'dc:creator' || name === 'dc:date'
    ? ''
    : content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
