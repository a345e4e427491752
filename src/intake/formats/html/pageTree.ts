import { Parser } from 'htmlparser2';
import { deepestElement, mostElements } from '../../limits';
import { IntakeError } from '../../problem';

/** An element of a web page. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | undefined;
  readonly children: (PageElement | string)[];
}

/** Elements nested deeper than this are read as part of the one above: no page that people wrote goes as deep. */
const deepest = 200;

/** The tree of a page, as forgiving as browsers are. Its root has no name. @throws an `IntakeError` when it is too large */
export function parsePage(text: string): PageElement {
  const root: PageElement = { name: '', attributes: {}, parent: undefined, children: [] };
  let open = root;
  let depth = 0;
  let skipped = 0;
  let held = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (depth + skipped > deepestElement) throw new IntakeError('damaged', `nested ${deepestElement} deep`);
        if (depth >= deepest) {
          skipped++;
          return;
        }
        if (++held > mostElements) throw new IntakeError('tooLarge', `more than ${mostElements} elements`);
        const element: PageElement = { name, attributes, parent: open, children: [] };
        open.children.push(element);
        open = element;
        depth++;
      },
      ontext: (part) => {
        const { children } = open;
        const last = children.at(-1);
        // The parser cuts text at entities and at the ends of its pieces.
        if (typeof last === 'string') children[children.length - 1] = last + part;
        else children.push(part);
      },
      onclosetag: () => {
        if (skipped > 0) skipped--;
        else if (open.parent) {
          open = open.parent;
          depth--;
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** All elements below one, in the order of the page. */
export function* elementsOf(element: PageElement): Generator<PageElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** The text below an element as it stands in the source. */
export function rawText(element: PageElement): string {
  const parts: string[] = [];
  const visit = ({ children }: PageElement): void => {
    for (const child of children) {
      if (typeof child === 'string') parts.push(child);
      else visit(child);
    }
  };
  visit(element);
  return parts.join('');
}

/** Whether an element is one of these or lies within one. */
export function isWithin(element: PageElement, names: ReadonlySet<string>): boolean {
  for (let at: PageElement | undefined = element; at; at = at.parent) if (names.has(at.name)) return true;
  return false;
}
