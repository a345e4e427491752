import { Parser } from 'htmlparser2';

/** An element of a small XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly within. */
  readonly text: string;
}

/** Elements are nested no deeper than this; deeper ones are left out. */
const deepest = 200;

/** Parses XML leniently; names keep their prefix. Entities other than the five of XML mean nothing and are kept. */
export function parseXml(text: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > deepest) skipped++;
        else {
          const element = { name, attributes, children: [], text: '' };
          open.at(-1)?.children.push(element);
          open.push(element);
        }
      },
      ontext: (part) => {
        const element = open.at(-1);
        if (element && skipped === 0) element.text += part;
      },
      onclosetag: () => {
        if (skipped > 0) skipped--;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** The attribute `w:val` of the child of this name, as WordprocessingML writes values. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];
