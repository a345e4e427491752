import type { XmlElement } from '../xml';
import { childOf, elementsOf, valueOf } from '../xml';
import type { NumberReference } from './docxNumbering';
import { isOn } from './docxNumbering';

/** What a style says, with what it inherits. */
export interface DocxStyle {
  readonly id: string;
  /** 0 for the title, 1 for the outermost heading, undefined for text. */
  readonly heading: number | undefined;
  readonly number: NumberReference | undefined;
  /** Whether it is a line of a table of contents. */
  readonly isContents: boolean;
  readonly isHidden: boolean | undefined;
  /** Whether one of its tabs leads to its stop with dots or a line. */
  readonly hasLeader: boolean;
}

/** Styles inherit over at most so many steps. */
const longestChain = 12;

/** Styles of a Word document by their id. Source: ECMA-376 part 1, section 17.7. Cost: linear. */
export function readStyles(root: XmlElement | undefined): ReadonlyMap<string, DocxStyle> {
  const elements = new Map(
    elementsOf(root)
      .filter(({ name }) => name === 'w:style')
      .map((element) => [element.attributes['w:styleId'] ?? '', element] as const),
  );
  const styles = new Map<string, DocxStyle>();
  const resolve = (id: string, depth: number): DocxStyle => {
    const known = styles.get(id);
    if (known) return known;
    const element = elements.get(id);
    const parent = valueOf(element, 'w:basedOn');
    const base = parent !== undefined && depth < longestChain ? resolve(parent, depth + 1) : undefined;
    const properties = childOf(element, 'w:pPr');
    const name = valueOf(element, 'w:name') ?? '';
    const number = numberOf(properties);
    const hidden = childOf(childOf(element, 'w:rPr'), 'w:vanish');
    const style = {
      id,
      heading: headingOf(name, properties) ?? base?.heading,
      number: number
        ? { list: number.list ?? base?.number?.list, level: number.level ?? base?.number?.level, isOfStyle: true }
        : base?.number,
      isContents: /^(?:toc|目录)\s*\d$/i.test(name) || (base?.isContents ?? false),
      isHidden: hidden ? isOn(hidden) : base?.isHidden,
      hasLeader: hasLeader(properties) || (base?.hasLeader ?? false),
    };
    styles.set(id, style);
    return style;
  };
  for (const id of elements.keys()) resolve(id, 0);
  return styles;
}

/** The list that a list style names. */
export function listOfStyle(root: XmlElement | undefined): (style: string) => string | undefined {
  const lists = new Map(
    elementsOf(root)
      .filter(({ name }) => name === 'w:style')
      .map((one) => [one.attributes['w:styleId'] ?? '', numberOf(childOf(one, 'w:pPr'))?.list] as const),
  );
  return (style) => lists.get(style);
}

/** Level of a heading, by the name of its style or by its outline level; 0 for a title. */
export function headingOf(name: string, properties: XmlElement | undefined): number | undefined {
  if (/^(?:title|标题)$/i.test(name)) return 0;
  const named = /^(?:heading|标题)\s*([1-6])$/i.exec(name)?.[1];
  if (named) return Number(named);
  const outline = valueOf(properties, 'w:outlineLvl');
  return outline !== undefined && Number(outline) >= 0 && Number(outline) < 6 ? Number(outline) + 1 : undefined;
}

/** What properties of a paragraph say about its number, in today's format and in Word 2003 XML. */
export function numberOf(properties: XmlElement | undefined): NumberReference | undefined {
  const number = childOf(properties, 'w:numPr') ?? childOf(properties, 'w:listPr');
  if (!number) return undefined;
  const level = valueOf(number, 'w:ilvl');
  return {
    list: valueOf(number, 'w:numId') ?? valueOf(number, 'w:ilfo'),
    level: level === undefined ? undefined : Number(level),
  };
}

/** Whether a tab stop has dots or a line before it, as in a table of contents. */
export const hasLeader = (properties: XmlElement | undefined): boolean =>
  elementsOf(childOf(properties, 'w:tabs')).some(({ attributes }) =>
    /^(?:dot|middleDot|hyphen|underscore|heavy)$/.test(attributes['w:leader'] ?? ''),
  );
